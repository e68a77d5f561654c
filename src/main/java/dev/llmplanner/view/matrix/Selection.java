package dev.llmplanner.view.matrix;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.catalog.Vendor;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Entry;
import dev.llmplanner.view.widget.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The rows and columns that are shown, in their order.
 *
 * @param models       rows
 * @param accelerators columns
 */
record Selection(List<ModelEntry> models, List<AcceleratorEntry> accelerators) {

    /** Nothing chosen yet. */
    static final Selection NONE = new Selection(List.of(), List.of());

    /**
     * What the fields leave of the catalog.
     *
     * @param tiers code of a model's tier; asked only where a tier is chosen
     */
    static Selection of(Entries entries, Catalog catalog, Function<ModelEntry, String> tiers) {
        return new Selection(models(entries, catalog, tiers), accelerators(entries, catalog));
    }

    /** The same with the columns' list of another selection where they are the same, so that rows can tell at a glance. */
    Selection sharing(Selection other) {
        return Board.same(accelerators, other.accelerators()) ? new Selection(models, other.accelerators()) : this;
    }

    private static List<ModelEntry> models(Entries entries, Catalog catalog, Function<ModelEntry, String> tiers) {
        List<String> words = Search.words(entries.text(MatrixEntries.SEARCH));
        List<ModelEntry> chosen = new ArrayList<>();
        for (ModelEntry model : catalog.models()) {
            if (allows(entries, MatrixEntries.VENDOR, model.vendor())
                    && (words.isEmpty() || Search.matches(found(model, catalog), words))
                    && (any(entries, MatrixEntries.TIER) || allows(entries, MatrixEntries.TIER, tiers.apply(model)))) {
                chosen.add(model);
            }
        }
        if (entries.text(MatrixEntries.ROWS).equals("total")) {
            chosen.sort((a, b) -> Double.compare(size(b.totalParameters()), size(a.totalParameters())));
        }
        return chosen;
    }

    private static List<AcceleratorEntry> accelerators(Entries entries, Catalog catalog) {
        List<String> words = Search.words(entries.text(MatrixEntries.HARDWARE));
        List<AcceleratorEntry> chosen = new ArrayList<>();
        for (AcceleratorEntry each : catalog.accelerators()) {
            if (allows(entries, MatrixEntries.COUNTRY, each.vendorCountry().orElse(""))
                    && allows(entries, MatrixEntries.DEVICE, MatrixEntries.device(each))
                    && (words.isEmpty() || Search.matches(
                            named(each.id(), each.name(), each.vendor(), catalog).toString().toLowerCase(), words))) {
                chosen.add(each);
            }
        }
        if (entries.text(MatrixEntries.COLUMNS).equals("bandwidth")) {
            chosen.sort((a, b) -> Double.compare(
                    size(b.accelerator().memoryBandwidthBytesPerSecond()),
                    size(a.accelerator().memoryBandwidthBytesPerSecond())));
        }
        return chosen;
    }

    private static boolean any(Entries entries, Entry entry) {
        return entries.text(entry).equals(MatrixEntries.ANY);
    }

    private static boolean allows(Entries entries, Entry entry, String word) {
        return any(entries, entry) || entries.text(entry).equals(word);
    }

    /** What isn't known stands last. */
    private static double size(OptionalDouble value) {
        return value.orElse(-1);
    }

    private static String found(ModelEntry model, Catalog catalog) {
        StringBuilder found = named(model.id(), model.name(), model.vendor(), catalog);
        model.repositories().forEach(repository -> found.append(' ').append(repository.name()));
        return found.toString().toLowerCase();
    }

    private static StringBuilder named(String id, String name, String vendorId, Catalog catalog) {
        Vendor vendor = catalog.vendor(vendorId);
        StringBuilder found = new StringBuilder(id).append(' ').append(name).append(' ')
                .append(vendor.englishName()).append(' ').append(vendor.chineseName());
        vendor.aliases().forEach(alias -> found.append(' ').append(alias));
        return found;
    }
}
