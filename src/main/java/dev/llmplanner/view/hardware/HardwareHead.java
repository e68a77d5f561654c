package dev.llmplanner.view.hardware;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.FabricEntry;
import dev.llmplanner.catalog.PeakPower;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.engine.cost.Origin;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.engine.hardware.Link;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.figure.Money;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.table.Cell;
import dev.llmplanner.view.text.Arguments;
import java.util.Optional;
import java.util.OptionalDouble;

/** The figures that decide, at the head of the page of an accelerator, a server or a fabric. */
public final class HardwareHead {
    static final double KILO = 1e3;
    private static final double GIGA = 1e9;
    private final Scene scene;
    private final Html figures = el("dl", "facts hardware-head");

    private HardwareHead(Scene scene) {
        this.scene = scene;
    }

    /** The head of the record that the route names; nothing for other pages. */
    public static Html of(Scene scene) {
        HardwareHead head = new HardwareHead(scene);
        String id = scene.state().route().id();
        switch (scene.state().route().place()) {
            case ACCELERATOR -> scene.catalog().accelerator(id).ifPresent(head::accelerator);
            case SERVER -> scene.catalog().server(id).ifPresent(head::server);
            case FABRIC -> scene.catalog().fabric(id).ifPresent(head::fabric);
            default -> { }
        }
        Route.Place place = scene.state().route().place();
        Html all = el("div").add(head.figures);
        return place == Route.Place.ACCELERATOR || place == Route.Place.SERVER
                ? all.add(el("p").add(el("a").attr("href", OwnHardware.copyHref(place.collection(), id))
                        .text(scene.say("own.copy-record"))))
                : all;
    }

    private void accelerator(AcceleratorEntry entry) {
        Optional<DeviceMemory> memory = entry.accelerator().memory();
        add("memory", memory.map(known -> scene.figures().gibibytes(known.capacityBytes())), printed(entry));
        OptionalDouble bandwidth = entry.accelerator().memoryBandwidthBytesPerSecond();
        add("bandwidth", rate(bandwidth), "");
        ridge("ridge-16", entry.accelerator().peaks().halfFlopPerSecond(), bandwidth);
        ridge("ridge-8", entry.accelerator().peaks().fp8FlopPerSecond(), bandwidth);
        Optional<Link> link = entry.accelerator().scaleUp();
        add("link", link.map(known -> scene.figures().gigabytesPerSecond(known.bytesPerSecondPerDirection())),
                link.map(known -> scene.say("hardware.head.domain", Arguments.of("count", known.maxDomain()))).orElse(""));
        add("power", number(entry.tdpWatts(), entry.devicesPerPackage(), "record-unit.Watts"), "");
        prices("accelerators", entry.id());
    }

    private String printed(AcceleratorEntry entry) {
        return entry.marketingBytes().isPresent()
                ? scene.say("hardware.head.printed", Arguments.of("value", scene.words().number(
                        entry.marketingBytes().getAsDouble() / GIGA / entry.devicesPerPackage(), 0)))
                : "";
    }

    /** FLOP that the device computes while it reads one byte: below it, a kernel waits for memory. */
    private void ridge(String name, OptionalDouble flopPerSecond, OptionalDouble bytesPerSecond) {
        if (flopPerSecond.isPresent() && bytesPerSecond.isPresent()) {
            double ridge = flopPerSecond.getAsDouble() / bytesPerSecond.getAsDouble();
            add(name, Optional.of(scene.say("hardware.head.flop-per-byte",
                    Arguments.of("value", scene.words().number(ridge, 0)))), "");
        }
    }

    private void server(ServerEntry server) {
        AcceleratorEntry device = scene.catalog().accelerator(server.acceleratorId()).orElse(null);
        add("devices", Optional.of(scene.say("option.server", Arguments.of("count", server.acceleratorCount())
                .and("accelerator", device == null ? server.acceleratorId() : device.name()))), "");
        int count = device == null ? 0 : device.devicesPerPackage() * server.acceleratorCount();
        add("memory", device == null ? Optional.empty() : device.accelerator().memory()
                .map(known -> scene.figures().gibibytes(known.capacityBytes() * count)), "");
        OptionalDouble each = device == null
                ? OptionalDouble.empty() : device.accelerator().memoryBandwidthBytesPerSecond();
        add("bandwidth", each.isPresent() ? rate(OptionalDouble.of(each.getAsDouble() * count)) : Optional.empty(), "");
        Optional<Link> link = device == null ? Optional.empty() : device.accelerator().scaleUp();
        add("link", link.map(known -> scene.figures().gigabytesPerSecond(known.bytesPerSecondPerDirection())), "");
        Optional<PeakPower.Peak> peak = device == null
                ? Optional.empty() : new PeakPower(scene.catalog()).of(server, device);
        OptionalDouble watts = peak.isPresent() ? OptionalDouble.of(peak.get().watts().typical()) : OptionalDouble.empty();
        add("power", number(watts, KILO, "record-unit.Kw"), peak.isPresent() && peak.get().origin() == Origin.DERIVED
                ? derived(peak.get().watts(), scene) : "");
        prices("servers", server.id());
    }

    /** Says that a power is derived, with its range. */
    static String derived(Range watts, Scene scene) {
        return scene.say("hardware.power-derived", Arguments.of("low", scene.words().number(watts.low() / KILO, 1))
                .and("high", scene.words().number(watts.high() / KILO, 1)));
    }

    private void fabric(FabricEntry fabric) {
        add("per-direction", rate(fabric.bytesPerSecondPerDirection()), "");
        add("line-rate", number(fabric.portBitsPerSecond(), GIGA, "record-unit.Gbps"), "");
        add("largest-domain", fabric.maxDomain().isPresent()
                ? Optional.of(scene.words().number(fabric.maxDomain().getAsInt(), 0)) : Optional.empty(), "");
    }

    private void prices(String collection, String id) {
        RecordPrices prices = new RecordPrices(collection, id, scene);
        for (String currency : Money.currencies(scene.words())) {
            price("price-" + currency.toLowerCase(), prices.price(currency));
        }
    }

    private void price(String name, Cell price) {
        add(name, price.known() ? Optional.of(price.text()) : Optional.empty(), price.known() ? price.detail() : "");
    }

    private Optional<String> rate(OptionalDouble bytesPerSecond) {
        return bytesPerSecond.isPresent()
                ? Optional.of(scene.figures().gigabytesPerSecond(bytesPerSecond.getAsDouble())) : Optional.empty();
    }

    private Optional<String> number(OptionalDouble value, double unit, String key) {
        return value.isPresent()
                ? Optional.of(scene.say(key, Arguments.of("value", scene.words().number(value.getAsDouble() / unit, 1))))
                : Optional.empty();
    }

    private void add(String name, Optional<String> value, String detail) {
        Html figure = el("div").key(name).add(el("dt").text(scene.say("hardware.head." + name)))
                .add(el("dd", value.isPresent() ? "value" : "missing")
                        .text(value.isPresent() ? value.get() : scene.say("not-published")));
        figures.add(detail.isEmpty() ? figure : figure.add(el("dd", "detail").text(detail)));
    }
}
