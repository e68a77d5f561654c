package dev.llmplanner.engine.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of one fleet and their sums. */
final class Bill {
    /** Two independent feeds, as servers with redundant supplies are connected. */
    private static final int PDUS_PER_RACK = 2;
    private static final int MONTHS_PER_YEAR = 12;
    private static final double BYTES_PER_TERABYTE = 1e12;
    private static final double WATTS_PER_KILOWATT = 1000;

    private final PriceBook book;
    private final Plant plant;
    private final Fleet fleet;

    Bill(PriceBook book, Plant plant, Fleet fleet) {
        this.book = book;
        this.plant = plant;
        this.fleet = fleet;
    }

    Cost cost() {
        Part purchase = new Part();
        servers(purchase);
        NetworkPlan network = fleet.fabric().isPresent() && fleet.servers() > 1
                ? network(fleet.fabric().get(), purchase) : NetworkPlan.NONE;
        Optional<FleetPower> power = FleetPower.of(fleet, network, book.find(PartClass.PUE, Price.ANY, plant.currency()));
        Space space = Space.of(fleet, network, plant);
        Total machines = purchase.total();
        if (fleet.storageBytes().isPresent()) {
            purchase.line(PartClass.STORAGE, Price.ANY, fleet.storageBytes().getAsDouble() / BYTES_PER_TERABYTE);
        }
        racks(space, purchase);
        purchase.share(PartClass.SPARES, Price.ANY, machines);
        Part yearly = new Part();
        support(machines, yearly);
        fleet.software().forEach(id -> software(id, yearly));
        running(power, yearly);
        Total bought = purchase.total();
        Total eachYear = yearly.total();
        Money lost = bought.money().times(1 - plant.residualShare());
        List<Lack> lacks = new ArrayList<>(bought.lacks());
        eachYear.lacks().forEach(lack -> once(lacks, lack));
        return new Cost(fleet, purchase.lines, yearly.lines, bought, eachYear,
                new Total(lost.times(1 / plant.years()), bought.lacks()),
                new Total(lost.plus(eachYear.money().times(plant.years())), lacks),
                rent(PartClass.RENT), rent(PartClass.RENT_RESERVED), network, power, space, plant.years());
    }

    private void servers(Part purchase) {
        ServerFacts server = fleet.server();
        boolean priced = book.find(PartClass.SERVER, server.id(), plant.currency()).isPresent();
        boolean parts = book.find(PartClass.ACCELERATOR, server.acceleratorId(), plant.currency()).isPresent();
        if (priced || !parts && server.scope() != ServerFacts.Scope.GENERIC) {
            purchase.line(PartClass.SERVER, server.id(), fleet.servers());
            if (server.scope() != ServerFacts.Scope.BOARD) {
                return;
            }
        } else {
            purchase.derived(PartClass.ACCELERATOR, server.acceleratorId(), fleet.accelerators());
        }
        purchase.derived(PartClass.HOST, Price.ANY, fleet.accelerators());
        if (fleet.fabric().isPresent() && fleet.servers() > 1 && server.ports() > 0) {
            purchase.derived(PartClass.ADAPTER, fleet.fabric().get().id(), server.ports() * fleet.servers());
        }
    }

    private NetworkPlan network(FabricFacts fabric, Part purchase) {
        if (fabric.parts().isEmpty()) {
            purchase.lacks(PartClass.SWITCH, fabric.id(), Lack.Reason.NO_PRICE);
            return NetworkPlan.NONE;
        }
        FabricFacts.Parts parts = fabric.parts().get();
        Optional<NetworkPlan> wanted = NetworkPlan.of(fleet.server().ports() * fleet.servers(), parts.switchPorts());
        if (wanted.isEmpty()) {
            purchase.lacks(PartClass.SWITCH, parts.switchId(), Lack.Reason.TOO_LARGE);
            return NetworkPlan.NONE;
        }
        NetworkPlan network = wanted.get();
        purchase.derived(PartClass.SWITCH, parts.switchId(), network.switches());
        parts.optics().ifPresent(optics -> {
            int each = optics.portsPerPiece();
            purchase.derived(PartClass.TRANSCEIVER, optics.switchEndId(), (network.switchPortsUsed() + each - 1) / each);
            purchase.derived(PartClass.TRANSCEIVER, optics.adapterEndId(), network.serverLinks());
        });
        purchase.derived(PartClass.CABLE, parts.cableId(), network.links());
        return network;
    }

    private void racks(Space space, Part purchase) {
        if (plant.colocated() || space.limit() == Space.Limit.OWN_RACK) {
            return;
        }
        if (space.racks().isEmpty()) {
            purchase.lacks(PartClass.RACK, fleet.server().id(), Lack.Reason.NO_QUANTITY);
            purchase.lacks(PartClass.PDU, fleet.server().id(), Lack.Reason.NO_QUANTITY);
        } else {
            purchase.derived(PartClass.RACK, Price.ANY, space.racks().getAsInt());
            purchase.derived(PartClass.PDU, Price.ANY, PDUS_PER_RACK * space.racks().getAsInt());
        }
    }

    private void support(Total machines, Part yearly) {
        Optional<Price> price = book.find(PartClass.SUPPORT, fleet.server().id(), plant.currency());
        if (price.isPresent() && price.get().unit() == PriceUnit.PIECE_YEAR) {
            yearly.line(PartClass.SUPPORT, fleet.server().id(), fleet.servers());
        } else {
            yearly.share(PartClass.SUPPORT, fleet.server().id(), machines);
        }
    }

    /** Of a licence that comes with the accelerators for some years, only the rest of the years is paid. */
    private void software(String id, Part yearly) {
        double paid = 1;
        for (ServerFacts.Included included : fleet.server().included()) {
            if (included.softwareId().equals(id)) {
                paid = Math.max(0, 1 - included.years() / plant.years());
            }
        }
        yearly.line(PartClass.SOFTWARE, id, fleet.accelerators() * paid);
    }

    private void running(Optional<FleetPower> power, Part yearly) {
        if (power.isEmpty()) {
            yearly.lacks(PartClass.ENERGY, fleet.server().id(), Lack.Reason.NO_QUANTITY);
        } else if (power.get().pue().isEmpty()) {
            yearly.lacks(PartClass.PUE, Price.ANY, Lack.Reason.NO_PRICE);
        } else {
            Range hours = power.get().meanWatts(plant.busyFraction()).times(power.get().pue().get().amount())
                    .times(CostModel.HOURS_PER_YEAR / WATTS_PER_KILOWATT);
            yearly.quantity(PartClass.ENERGY, hours);
        }
        if (plant.administrators().isEmpty()) {
            yearly.lacks(PartClass.STAFF, Price.ANY, Lack.Reason.NO_QUANTITY);
        } else {
            yearly.line(PartClass.STAFF, Price.ANY, plant.administrators().getAsDouble());
        }
        if (plant.colocated() && power.isPresent()) {
            yearly.quantity(PartClass.COLOCATION, power.get().peakWatts().times(MONTHS_PER_YEAR / WATTS_PER_KILOWATT));
        } else if (plant.colocated()) {
            yearly.lacks(PartClass.COLOCATION, fleet.server().id(), Lack.Reason.NO_QUANTITY);
        }
    }

    private Optional<Total> rent(PartClass kind) {
        String accelerator = fleet.server().acceleratorId();
        if (book.find(kind, accelerator, plant.currency()).isEmpty()) {
            return Optional.empty();
        }
        Part rent = new Part();
        rent.line(kind, accelerator, fleet.accelerators() * CostModel.HOURS_PER_YEAR);
        return Optional.of(rent.total());
    }

    private static void once(List<Lack> lacks, Lack lack) {
        if (!lacks.contains(lack)) {
            lacks.add(lack);
        }
    }

    /** Lines of one sum, in order, and what it lacks beside unpriced lines. */
    private final class Part {
        private final List<Line> lines = new ArrayList<>();
        private final List<Lack> lacks = new ArrayList<>();

        void lacks(PartClass part, String id, Lack.Reason reason) {
            lacks.add(new Lack(part, id, reason));
        }

        void line(PartClass part, String id, double count) {
            add(part, id, Range.of(count), Origin.PUBLISHED);
        }

        void derived(PartClass part, String id, double count) {
            add(part, id, Range.of(count), Origin.DERIVED);
        }

        void quantity(PartClass part, Range count) {
            add(part, Price.ANY, count, Origin.DERIVED);
        }

        private void add(PartClass part, String id, Range count, Origin counted) {
            Optional<Price> price = book.find(part, id, plant.currency());
            lines.add(new Line(part, id, count.typical(), price,
                    price.map(known -> new Money(known.amount().times(count), known.currency().orElseThrow())),
                    price.map(known -> known.origin().and(counted)).orElse(counted)));
        }

        /** A share of a total; it is of what is known, and the total says what isn't. */
        void share(PartClass part, String id, Total of) {
            Optional<Price> price = book.find(part, id, plant.currency());
            lines.add(new Line(part, id, 1, price,
                    price.map(known -> new Money(of.money().amount().times(known.amount()), plant.currency())),
                    price.map(known -> known.origin().and(Origin.DERIVED)).orElse(Origin.DERIVED)));
        }

        Total total() {
            Money sum = new Money(Range.ZERO, plant.currency());
            List<Lack> missing = new ArrayList<>();
            for (Line line : lines) {
                Optional<Money> amount = line.amount().isEmpty() ? Optional.empty()
                        : plant.exchange().to(plant.currency(), line.amount().get());
                if (amount.isPresent()) {
                    sum = sum.plus(amount.get());
                } else {
                    once(missing, new Lack(line.part(), line.id(),
                            line.amount().isPresent() ? Lack.Reason.NO_EXCHANGE_RATE : Lack.Reason.NO_PRICE));
                }
            }
            lacks.forEach(lack -> once(missing, lack));
            return new Total(sum, missing);
        }
    }
}
