package dev.llmplanner.catalog;

import dev.llmplanner.engine.cost.Cooling;
import dev.llmplanner.engine.cost.FabricFacts;
import dev.llmplanner.engine.cost.PartClass;
import dev.llmplanner.engine.cost.PowerRule;
import dev.llmplanner.engine.cost.PriceBook;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.engine.cost.ServerFacts;
import dev.llmplanner.engine.cost.ServerPower;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What costs and power of servers are computed from: prices, parts of networks, software, and the rule for power that isn't
 * published. It is read from the data that the build bundles beside the catalog:
 *
 * <pre>
 * version
 * sources   [{title, ref, date, kind}]
 * prices    [{part, id, unit, basis, low, typical?, high, currency?, date, source: place in sources, kind, note?}]
 * rates     [{cnyPerUsd, date, source: place in sources}]
 * plant     {id: {name, part, portsByFabric?, end?, maxPowerWatts?, rackUnits?, typicalPerPeak?}}
 * software  {id: {name, engine?, licence, support, includedWith?}}
 * </pre>
 */
public final class PlantCatalog {
    private final JsonCursor data;
    private final Map<String, JsonCursor> plant = new LinkedHashMap<>();
    private final Map<String, SoftwareEntry> software = new LinkedHashMap<>();
    private final PeakPower peaks;
    private final PowerRule rule;

    private PlantCatalog(JsonObject data, Catalog catalog) {
        this.data = JsonCursor.of(data);
        this.peaks = new PeakPower(catalog);
        JsonCursor parts = this.data.at("plant");
        parts.names().forEach(id -> plant.put(id, parts.at(id)));
        JsonCursor programs = this.data.at("software");
        programs.names().forEach(id -> software.put(id, software(id, programs.at(id))));
        this.rule = new PowerRule(typicalPerPeak(), Optional.empty());
    }

    /** The plant in that data. */
    public static PlantCatalog read(JsonObject data, Catalog catalog) {
        return new PlantCatalog(data, catalog);
    }

    /** The catalog's prices, by that choice. */
    public PriceBook prices(PriceChoice choice) {
        return new PriceBook(choice.choose(data.items("prices"), data.items("sources")));
    }

    /** The newest published exchange rate: an offer, which counts only where a question takes it. */
    public Optional<ExchangeRate> rate() {
        return ExchangeRate.newest(data);
    }

    /** Software with a price, by id. */
    public List<SoftwareEntry> software() {
        return List.copyOf(software.values());
    }

    /** The name of a part of the plant or of software; empty for ids of other records. */
    public Optional<String> name(String id) {
        if (software.containsKey(id)) {
            return Optional.of(software.get(id).name());
        }
        return Optional.ofNullable(plant.get(id)).map(part -> part.string("name"));
    }

    /** What costs depend on of that server, with those accelerators in it. */
    public ServerFacts server(ServerEntry server, AcceleratorEntry accelerator) {
        OptionalInt ports = ports(server);
        return new ServerFacts(
                server.id(),
                server.kind().equals("baseboard") ? ServerFacts.Scope.BOARD : ServerFacts.Scope.COMPLETE,
                accelerator.id(),
                server.acceleratorCount(),
                server.acceleratorCount() * accelerator.devicesPerPackage(),
                power(server, accelerator),
                server.rackUnits(),
                server.racks(),
                server.cooling().map(PlantCatalog::cooling),
                ports.orElse(server.acceleratorCount()),
                ports.isPresent(),
                included(accelerator));
    }

    /** The same of so many accelerators in a node of no particular maker. */
    public ServerFacts generic(AcceleratorEntry accelerator, int count) {
        return new ServerFacts(
                accelerator.id() + "*" + count,
                ServerFacts.Scope.GENERIC,
                accelerator.id(),
                count,
                count * accelerator.devicesPerPackage(),
                power(peaks.generic(accelerator, count)),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                count,
                false,
                included(accelerator));
    }

    /** What that server draws: published, or derived from its accelerators' power ({@link PeakPower}). */
    public Optional<ServerPower> power(ServerEntry server, AcceleratorEntry accelerator) {
        return power(peaks.of(server, accelerator));
    }

    private Optional<ServerPower> power(Optional<PeakPower.Peak> peak) {
        return peak.map(known -> rule.of(known.watts(), known.origin()));
    }

    /** The network of that fabric; without parts where the catalog has no switch for it. */
    public FabricFacts fabric(String id) {
        for (Map.Entry<String, JsonCursor> part : plant.entrySet()) {
            OptionalInt ports = ports(part.getValue(), PartClass.SWITCH, id);
            OptionalDouble watts = part.getValue().findNumber("maxPowerWatts");
            OptionalInt units = part.getValue().findInteger("rackUnits");
            if (ports.isPresent() && watts.isPresent() && units.isPresent()) {
                return new FabricFacts(id, Optional.of(new FabricFacts.Parts(part.getKey(), ports.getAsInt(),
                        watts.getAsDouble(), units.getAsInt(), optics(id), cable(id))));
            }
        }
        return new FabricFacts(id, Optional.empty());
    }

    private Optional<FabricFacts.Optics> optics(String fabric) {
        String switchEnd = "";
        String adapterEnd = "";
        int each = 1;
        for (Map.Entry<String, JsonCursor> part : plant.entrySet()) {
            OptionalInt ports = ports(part.getValue(), PartClass.TRANSCEIVER, fabric);
            if (ports.isPresent() && part.getValue().string("end").equals("switch")) {
                switchEnd = part.getKey();
                each = ports.getAsInt();
            } else if (ports.isPresent()) {
                adapterEnd = part.getKey();
            }
        }
        return switchEnd.isEmpty() || adapterEnd.isEmpty()
                ? Optional.empty() : Optional.of(new FabricFacts.Optics(switchEnd, each, adapterEnd));
    }

    /** Without a cable of its own, the price book lacks one by the fabric's name. */
    private String cable(String fabric) {
        for (Map.Entry<String, JsonCursor> part : plant.entrySet()) {
            if (ports(part.getValue(), PartClass.CABLE, fabric).isPresent()) {
                return part.getKey();
            }
        }
        return fabric;
    }

    private static OptionalInt ports(JsonCursor part, PartClass wanted, String fabric) {
        Optional<JsonCursor> ports = part.find("portsByFabric");
        return part.string("part").equals(PriceCodes.code(wanted)) && ports.isPresent()
                ? ports.get().findInteger(fabric) : OptionalInt.empty();
    }

    private Range typicalPerPeak() {
        for (JsonCursor part : plant.values()) {
            Optional<JsonCursor> share = part.find("typicalPerPeak");
            if (share.isPresent()) {
                return new Range(
                        share.get().number("low"), share.get().number("typical"), share.get().number("high"));
            }
        }
        throw data.at("plant").wrong("a part with typicalPerPeak");
    }

    /** Ports to the network between servers. Of alternatives the most; cards that serve storage too count up to one an accelerator. */
    private static OptionalInt ports(ServerEntry server) {
        int most = 0;
        for (ServerEntry.Nic nic : server.nics()) {
            String role = nic.role();
            boolean between = role.contains("compute") || role.contains("scale-out");
            if (between && !role.contains("scale-up")) {
                int count = role.contains("storage") ? Math.min(nic.count(), server.acceleratorCount()) : nic.count();
                most = Math.max(most, count);
            }
        }
        return most > 0 ? OptionalInt.of(most) : OptionalInt.empty();
    }

    private static Cooling cooling(String code) {
        return switch (code) {
            case "air" -> Cooling.AIR;
            case "liquid" -> Cooling.LIQUID;
            default -> Cooling.HYBRID;
        };
    }

    private List<ServerFacts.Included> included(AcceleratorEntry accelerator) {
        List<ServerFacts.Included> included = new ArrayList<>();
        for (SoftwareEntry entry : software.values()) {
            Double years = entry.includedYears().get(accelerator.id());
            if (years != null) {
                included.add(new ServerFacts.Included(entry.id(), years));
            }
        }
        return included;
    }

    private static SoftwareEntry software(String id, JsonCursor record) {
        Map<String, Double> included = new LinkedHashMap<>();
        record.items("includedWith").forEach(one -> included.put(one.string("accelerator"), one.number("years")));
        return new SoftwareEntry(id, record.string("name"), record.findString("engine"), record.string("licence"),
                record.string("support").equals("included"), included);
    }
}
