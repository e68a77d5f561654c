package dev.llmplanner.view.calculator;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.FabricEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.catalog.Vendor;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The records that each field of ids can name, as options of its list. */
public final class Options {
    private final Scene scene;
    private final List<Option> options = new ArrayList<>();

    private Options(Scene scene) {
        this.scene = scene;
    }

    /** All options of that field, in the catalog's order. */
    static List<Option> of(Field field, Scene scene) {
        Options options = new Options(scene);
        if (!field.isRequired()) {
            options.options.add(new Option("", scene.say("field." + field.key() + ".none"), "", ""));
        }
        switch (field) {
            case MODEL -> scene.catalog().models().forEach(options::model);
            case ACCELERATOR -> scene.catalog().accelerators().forEach(options::accelerator);
            case SERVER -> scene.catalog().servers().forEach(options::server);
            case FABRIC -> scene.catalog().fabrics().forEach(options::fabric);
            default -> throw new IllegalArgumentException(field.key());
        }
        return options.options;
    }

    /** The options that a query leaves. */
    static List<Option> matching(Field field, String query, Scene scene) {
        List<String> words = Search.words(query);
        List<Option> matching = new ArrayList<>();
        for (Option option : of(field, scene)) {
            if (Search.matches(option.found(), words)) {
                matching.add(option);
            }
        }
        return matching;
    }

    /** What people read for the text of that field: a record's name, or the text itself where it names none. */
    public static String label(Field field, String text, Scene scene) {
        ModelEntry model = field == Field.MODEL ? scene.catalog().model(text).orElse(null) : null;
        AcceleratorEntry device = field == Field.ACCELERATOR ? scene.catalog().accelerator(text).orElse(null) : null;
        ServerEntry server = field == Field.SERVER ? scene.catalog().server(text).orElse(null) : null;
        FabricEntry fabric = field == Field.FABRIC ? scene.catalog().fabric(text).orElse(null) : null;
        return model != null ? model.name()
                : device != null ? device.name()
                : server != null ? server.name()
                : fabric != null ? fabric.name() : text;
    }

    /** The id that a typed text means: of a record, a repository or a full name. Else the text itself. */
    static String resolve(Field field, String typed, Scene scene) {
        String text = typed.trim();
        if (field == Field.MODEL && scene.catalog().model(text).isPresent()) {
            return scene.catalog().model(text).get().id();
        }
        String lower = text.toLowerCase();
        for (Option option : of(field, scene)) {
            if (option.id().equals(lower) || option.label().toLowerCase().equals(lower)) {
                return option.id();
            }
        }
        return text;
    }

    private void model(ModelEntry model) {
        String size = model.totalParameters().isPresent()
                ? scene.say("unit.billion", Arguments.of(
                        "value", scene.figures().billions(model.totalParameters().getAsDouble())))
                : "";
        StringBuilder more = new StringBuilder();
        for (ModelEntry.Repository repository : model.repositories()) {
            more.append(' ').append(repository.name());
        }
        add(model.id(), model.name(), model.vendor(), more.toString(), scene.say("option.model",
                Arguments.of("vendor", scene.vendor(model.vendor())).and("size", size)));
    }

    private void accelerator(AcceleratorEntry entry) {
        String capacity = entry.accelerator().memory().isPresent()
                ? scene.figures().gibibytes(entry.accelerator().memory().get().capacityBytes())
                : scene.say("not-published");
        add(entry.id(), entry.name(), entry.vendor(), entry.architecture(), scene.say("option.accelerator",
                Arguments.of("capacity", capacity)
                        .and("bandwidth", rate(entry.accelerator().memoryBandwidthBytesPerSecond()))));
    }

    private void server(ServerEntry server) {
        add(server.id(), server.name(), server.vendor(), server.acceleratorId(), scene.say("option.server",
                Arguments.of("count", server.acceleratorCount())
                        .and("accelerator", label(Field.ACCELERATOR, server.acceleratorId(), scene))));
    }

    private void fabric(FabricEntry fabric) {
        add(fabric.id(), fabric.name(), fabric.vendor(), "", rate(fabric.bytesPerSecondPerDirection()));
    }

    private String rate(OptionalDouble bytesPerSecond) {
        return bytesPerSecond.isPresent()
                ? scene.figures().gigabytesPerSecond(bytesPerSecond.getAsDouble())
                : scene.say("not-published");
    }

    private void add(String id, String name, String vendorId, String more, String detail) {
        Vendor vendor = scene.catalog().vendor(vendorId);
        String found = id + " " + name + " " + vendor.englishName() + " " + vendor.chineseName() + " "
                + String.join(" ", vendor.aliases()) + " " + more;
        options.add(new Option(id, name, detail, found.toLowerCase()));
    }
}
