package dev.llmplanner.view.hardware;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.FabricEntry;
import dev.llmplanner.catalog.PeakPower;
import dev.llmplanner.catalog.RecordRules;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.catalog.Vendor;
import dev.llmplanner.engine.cost.Origin;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.figure.Money;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.table.Cell;
import dev.llmplanner.view.table.Column;
import dev.llmplanner.view.table.Row;
import dev.llmplanner.view.table.SearchField;
import dev.llmplanner.view.table.TableView;
import dev.llmplanner.view.table.Tables;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Chips;
import dev.llmplanner.view.widget.GuideLink;
import dev.llmplanner.view.widget.HardwareNavigation;
import dev.llmplanner.view.widget.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Accelerators, servers and fabrics: capacity and bandwidth first, rates second. */
public final class HardwarePage {
    private static final double GIGA = 1e9;
    private static final double GIBI = 1024.0 * 1024 * 1024;
    private static final List<Column> ACCELERATORS = List.of(
            Column.text("name"), Column.text("vendor"), Column.number("usable"), Column.number("bandwidth"),
            Column.number("bf16"), Column.number("fp8"), Column.number("int8"), Column.number("fp4"),
            Column.number("link"), Column.number("power"), Column.number("price-usd"), Column.number("price-cny"),
            Column.text("status"), Column.text("engines"), Column.text("confidence"), Column.number("sources"));
    private static final List<Column> SERVERS = List.of(
            Column.text("name"), Column.text("vendor"), Column.text("accelerator"), Column.number("count"),
            Column.number("usable-total"), Column.number("bandwidth-total"), Column.number("host-memory"),
            Column.number("max-power"), Column.number("rack-units"), Column.text("cooling"),
            Column.number("price-usd"), Column.number("price-cny"), Column.text("confidence"),
            Column.number("sources"));
    private static final List<Column> FABRICS = List.of(
            Column.text("name"), Column.text("vendor"), Column.text("class"), Column.number("per-direction"),
            Column.number("line-rate"), Column.number("domain"), Column.text("topology"), Column.text("status"),
            Column.text("confidence"), Column.number("sources"));

    /** Steps of usable memory, GiB: of one device, and of a server. */
    private static final int[] DEVICE_STEPS = {24, 48, 80, 128, 192};
    private static final int[] SERVER_STEPS = {256, 512, 1024, 2048};

    private final Scene scene;
    private final List<String> currencies;

    private HardwarePage(Scene scene) {
        this.scene = scene;
        this.currencies = Money.currencies(scene.words());
    }

    public static Html of(Scene scene) {
        return new HardwarePage(scene).page();
    }

    private Html page() {
        return el("div", "wide")
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("hardware.title")))
                .add(el("p", "lead").text(scene.say("hardware.lead")).text(" ").add(GuideLink.to("network-and-racks", scene)))
                .add(HardwareNavigation.of(scene))
                .add(SearchField.of("hardware", scene))
                .add(elsewhere())
                .add(switch (scene.state().route().place()) {
                    case SERVERS -> servers();
                    case FABRICS -> fabrics();
                    default -> accelerators();
                });
    }

    /** The table that stands at that place. */
    static String table(Route.Place place) {
        return switch (place) {
            case SERVERS -> "servers";
            case FABRICS -> "fabrics";
            default -> "accelerators";
        };
    }

    /** Facets of the table at that place, in the order of the page. */
    static List<String> facets(Route.Place place) {
        return switch (place) {
            case SERVERS -> List.of("vendor", "country", "status", "memory", "cooling", "engine", "confidence");
            case FABRICS -> List.of("vendor", "class", "status", "confidence");
            default -> List.of("vendor", "country", "status", "memory", "form", "engine", "confidence");
        };
    }

    /** A search that finds records of the other tables says so. */
    private Html elsewhere() {
        Html found = el("p", "help found-elsewhere");
        String query = Tables.searched(scene.state());
        List<String> words = Search.words(query);
        if (words.isEmpty()) {
            return found;
        }
        for (Route.Place place : List.of(Route.Place.HARDWARE, Route.Place.SERVERS, Route.Place.FABRICS)) {
            int count = 0;
            for (String text : place == scene.state().route().place() ? List.<String>of() : texts(place)) {
                count += Search.matches(text, words) ? 1 : 0;
            }
            if (count > 0) {
                found.add(el("a").key(place.code()).attr("href", "#" + Address.of(scene.state(), Map.of("q", query), Route.of(place)))
                        .text(scene.say("hardware.found-elsewhere", Arguments.of("count", count)
                                .and("page", scene.say("hardware-nav." + place.code())))));
            }
        }
        return found;
    }

    private List<String> texts(Route.Place place) {
        List<String> texts = new ArrayList<>();
        switch (place) {
            case SERVERS -> scene.catalog().servers().forEach(server ->
                    texts.add(found(server.id(), server.name(), server.vendor(), acceleratorName(server))));
            case FABRICS -> scene.catalog().fabrics().forEach(fabric ->
                    texts.add(found(fabric.id(), fabric.name(), fabric.vendor(), fabric.topology().orElse(""))));
            default -> scene.catalog().accelerators().forEach(entry -> texts.add(found(entry.id(), entry.name(),
                    entry.vendor(), entry.architecture() + " " + String.join(" ", entry.engines()))));
        }
        return texts;
    }

    private Html filtered(List<Faceted> all, List<Column> columns) {
        String table = table(scene.state().route().place());
        HardwareFilters filters = new HardwareFilters(table, scene);
        List<Row> rows = new ArrayList<>();
        filters.left(all).forEach(left -> rows.add(left.row()));
        return el("div").add(filters.bar(facets(scene.state().route().place()), all))
                .add(new TableView(table, readersOwn(columns), scene).of(rows, all.size()));
    }

    /** The columns with the price in the reader's own currency before the other one. */
    private List<Column> readersOwn(List<Column> columns) {
        List<Column> ordered = new ArrayList<>();
        int prices = 0;
        for (Column column : columns) {
            ordered.add(column.name().startsWith("price-")
                    ? Column.number("price-" + currencies.get(prices++).toLowerCase()) : column);
        }
        return ordered;
    }

    private Html accelerators() {
        List<Faceted> rows = new ArrayList<>();
        for (AcceleratorEntry entry : scene.catalog().accelerators()) {
            RecordPrices details = new RecordPrices("accelerators", entry.id(), scene);
            String href = new Route(Route.Place.ACCELERATOR, entry.id()).href();
            Row row = new Row(entry.id(), found(entry.id(), entry.name(), entry.vendor(),
                    entry.architecture() + " " + String.join(" ", entry.engines())), List.of(
                    link(entry.name(), Route.Place.ACCELERATOR, entry.id()),
                    Cell.text(scene.vendor(entry.vendor())),
                    capacity(entry),
                    plain(entry.accelerator().memoryBandwidthBytesPerSecond(), GIGA),
                    sixteenBit(entry),
                    rate(entry, "fp8"),
                    rate(entry, "int8"),
                    rate(entry, "fp4"),
                    scaleUp(entry),
                    power(entry),
                    details.price(currencies.get(0)),
                    details.price(currencies.get(1)),
                    status(entry.status()).with(details.availability().orElse("")),
                    names(entry.engines()),
                    confidence(entry.accelerator().confidence()),
                    details.sources(href)));
            rows.add(memory(device(Faceted.of(row), entry)
                    .with("vendor", entry.vendor(), scene.vendor(entry.vendor()))
                    .with("form", entry.formFactor().orElse(""), entry.formFactor().orElse(""))
                    .with("confidence", Chips.code(entry.accelerator().confidence()),
                            scene.say("confidence." + Chips.code(entry.accelerator().confidence()))),
                    entry.accelerator().memory().map(DeviceMemory::capacityBytes).orElse(0.0), DEVICE_STEPS));
        }
        return filtered(rows, ACCELERATORS);
    }

    /** What a server takes over from its accelerator. */
    private Faceted device(Faceted row, AcceleratorEntry entry) {
        Faceted all = row.with("country", entry.vendorCountry().orElse(""), scene.sayOr(
                        "country." + entry.vendorCountry().orElse(""), "country.other"))
                .with("status", entry.status(), scene.sayOr("status." + entry.status(), "status.other"));
        for (String engine : entry.engines()) {
            for (ServingEngine known : ServingEngine.values()) {
                // Records name engines with their plugins and forks.
                if (engine.toLowerCase().startsWith(known.code())) {
                    all = all.with("engine", known.code(), scene.say("choice.engine." + known.code()));
                }
            }
        }
        return all;
    }

    private Faceted memory(Faceted row, double bytes, int[] steps) {
        Faceted all = row;
        for (int step : steps) {
            // What is sold as 80 GB reports a little less.
            if (bytes >= step * GIBI * RecordRules.LEAST_USABLE) {
                all = all.with("memory", Integer.toString(step),
                        scene.say("hardware.memory-from", Arguments.of("gib", step)));
            }
        }
        return all;
    }

    private Cell status(String status) {
        return Cell.text(scene.sayOr("status." + status, "status.other"));
    }

    /** BF16; FP16 where a device has no BF16. */
    private Cell sixteenBit(AcceleratorEntry entry) {
        return entry.denseFlopPerSecond().containsKey("bf16")
                ? rate(entry, "bf16")
                : entry.denseFlopPerSecond().containsKey("fp16") ? rate(entry, "fp16").with("FP16") : missing();
    }

    private Html servers() {
        List<Faceted> rows = new ArrayList<>();
        PeakPower peaks = new PeakPower(scene.catalog());
        for (ServerEntry server : scene.catalog().servers()) {
            String accelerator = acceleratorName(server);
            RecordPrices details = new RecordPrices("servers", server.id(), scene);
            String href = new Route(Route.Place.SERVER, server.id()).href();
            Row row = new Row(server.id(), found(server.id(), server.name(), server.vendor(), accelerator), List.of(
                    link(server.name(), Route.Place.SERVER, server.id()),
                    Cell.text(scene.vendor(server.vendor())),
                    link(accelerator, Route.Place.ACCELERATOR, server.acceleratorId()),
                    whole(OptionalInt.of(server.acceleratorCount())),
                    capacityOfServer(server),
                    bandwidthOfServer(server),
                    plain(server.memoryBytes(), GIBI),
                    power(server, peaks),
                    whole(server.rackUnits()),
                    server.cooling().isEmpty() ? missing() : Cell.text(scene.say("cooling." + server.cooling().get())),
                    details.price(currencies.get(0)),
                    details.price(currencies.get(1)),
                    confidence(server.confidence()),
                    details.sources(href)));
            Faceted faceted = Faceted.of(row)
                    .with("vendor", server.vendor(), scene.vendor(server.vendor()))
                    .with("cooling", server.cooling().orElse(""), scene.sayOr(
                            "cooling." + server.cooling().orElse(""), "not-published"))
                    .with("confidence", Chips.code(server.confidence()),
                            scene.say("confidence." + Chips.code(server.confidence())));
            AcceleratorEntry device = scene.catalog().accelerator(server.acceleratorId()).orElse(null);
            if (device != null) {
                double each = device.accelerator().memory().map(DeviceMemory::capacityBytes).orElse(0.0);
                faceted = memory(device(faceted, device), each * devices(device, server), SERVER_STEPS);
            }
            rows.add(faceted);
        }
        return filtered(rows, SERVERS);
    }

    /** Printed by the maker, else derived from the accelerators'. */
    private Cell power(ServerEntry server, PeakPower peaks) {
        Optional<PeakPower.Peak> peak = scene.catalog().accelerator(server.acceleratorId())
                .flatMap(device -> peaks.of(server, device));
        if (peak.isEmpty()) {
            return missing();
        }
        Cell figure = plain(OptionalDouble.of(peak.get().watts().typical()), HardwareHead.KILO);
        return peak.get().origin() == Origin.PUBLISHED
                ? figure : figure.with(HardwareHead.derived(peak.get().watts(), scene));
    }

    private Html fabrics() {
        List<Faceted> rows = new ArrayList<>();
        for (FabricEntry fabric : scene.catalog().fabrics()) {
            String topology = fabric.topology().orElse("");
            String href = new Route(Route.Place.FABRIC, fabric.id()).href();
            Row row = new Row(fabric.id(), found(fabric.id(), fabric.name(), fabric.vendor(), topology), List.of(
                    link(fabric.name(), Route.Place.FABRIC, fabric.id()),
                    Cell.text(scene.vendor(fabric.vendor())),
                    Cell.text(scene.say("class." + fabric.fabricClass())),
                    plain(fabric.bytesPerSecondPerDirection(), GIGA),
                    plain(fabric.portBitsPerSecond(), GIGA),
                    whole(fabric.maxDomain()),
                    topology.isEmpty() ? missing() : Cell.text(topology),
                    status(fabric.status()),
                    confidence(fabric.confidence()),
                    new RecordPrices("fabrics", fabric.id(), scene).sources(href)));
            rows.add(Faceted.of(row)
                    .with("vendor", fabric.vendor(), scene.vendor(fabric.vendor()))
                    .with("class", fabric.fabricClass(), scene.say("class." + fabric.fabricClass()))
                    .with("status", fabric.status(), scene.sayOr("status." + fabric.status(), "status.other"))
                    .with("confidence", Chips.code(fabric.confidence()),
                            scene.say("confidence." + Chips.code(fabric.confidence()))));
        }
        return filtered(rows, FABRICS);
    }

    private static Cell link(String name, Route.Place place, String id) {
        return Cell.text(name).linked(new Route(place, id).href());
    }

    private Cell capacity(AcceleratorEntry entry) {
        DeviceMemory memory = entry.accelerator().memory().orElse(null);
        return memory == null
                ? missing()
                : Cell.number(memory.capacityBytes(), scene.figures().gibibytesBare(memory.capacityBytes()))
                        .with(scene.say("basis." + memory.basis().name().toLowerCase()));
    }

    private Cell capacityOfServer(ServerEntry server) {
        AcceleratorEntry entry = scene.catalog().accelerator(server.acceleratorId()).orElse(null);
        if (entry == null || entry.accelerator().memory().isEmpty()) {
            return missing();
        }
        double bytes = entry.accelerator().memory().get().capacityBytes() * devices(entry, server);
        return Cell.number(bytes, scene.figures().gibibytesBare(bytes));
    }

    private Cell bandwidthOfServer(ServerEntry server) {
        AcceleratorEntry entry = scene.catalog().accelerator(server.acceleratorId()).orElse(null);
        if (entry == null || entry.accelerator().memoryBandwidthBytesPerSecond().isEmpty()) {
            return missing();
        }
        double each = entry.accelerator().memoryBandwidthBytesPerSecond().getAsDouble();
        return plain(OptionalDouble.of(each * devices(entry, server)), GIGA);
    }

    private static int devices(AcceleratorEntry entry, ServerEntry server) {
        return entry.devicesPerPackage() * server.acceleratorCount();
    }

    private Cell scaleUp(AcceleratorEntry entry) {
        return entry.accelerator().scaleUp().isEmpty()
                ? missing()
                : plain(OptionalDouble.of(entry.accelerator().scaleUp().get().bytesPerSecondPerDirection()), GIGA)
                        .with(entry.scaleUpName().orElse(""));
    }

    private Cell rate(AcceleratorEntry entry, String format) {
        Double rate = entry.denseFlopPerSecond().get(format);
        return rate == null ? missing() : plain(OptionalDouble.of(rate / entry.devicesPerPackage()), 1e12);
    }

    /** Software counts devices: a package of two shows the figures of one in every column. */
    private Cell power(AcceleratorEntry entry) {
        return entry.tdpWatts().isEmpty()
                ? missing()
                : plain(OptionalDouble.of(entry.tdpWatts().getAsDouble() / entry.devicesPerPackage()), 1);
    }

    private Cell plain(OptionalDouble value, double unit) {
        return value.isPresent()
                ? Cell.number(value.getAsDouble(), scene.words().number(value.getAsDouble() / unit, 1))
                : missing();
    }

    private Cell whole(OptionalInt value) {
        return value.isPresent()
                ? Cell.number(value.getAsInt(), scene.words().number(value.getAsInt(), 0))
                : missing();
    }

    private Cell names(List<String> names) {
        String text = "";
        for (String name : names) {
            text = text.isEmpty() ? name : scene.say("list.pair", Arguments.of("first", text).and("second", name));
        }
        return text.isEmpty() ? missing() : Cell.text(text);
    }

    private Cell confidence(Confidence confidence) {
        return Cell.number(confidence.ordinal(), scene.say("confidence." + Chips.code(confidence)));
    }

    private Cell missing() {
        return Cell.missing(scene.say("not-published"));
    }

    private String acceleratorName(ServerEntry server) {
        AcceleratorEntry entry = scene.catalog().accelerator(server.acceleratorId()).orElse(null);
        return entry == null ? server.acceleratorId() : entry.name();
    }

    private String found(String id, String name, String vendorId, String more) {
        Vendor vendor = scene.catalog().vendor(vendorId);
        StringBuilder found = new StringBuilder(id).append(' ').append(name).append(' ')
                .append(vendor.englishName()).append(' ').append(vendor.chineseName()).append(' ').append(more);
        for (String alias : vendor.aliases()) {
            found.append(' ').append(alias);
        }
        return found.toString().toLowerCase();
    }
}
