package dev.llmplanner.view.matrix;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.screening.Tier;
import dev.llmplanner.view.form.Entry;
import dev.llmplanner.view.form.WorkloadEntries;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The fields of the matrix: the workload, what narrows rows and columns, and their order. */
final class MatrixEntries {
    /** No narrowing. */
    static final String ANY = "any";

    static final Entry SEARCH = Entry.text("q");
    static final Entry VENDOR = Entry.choice("vendor", ANY);
    static final Entry TIER = Entry.choice("tier", ANY);
    static final Entry ROWS = Entry.choice("rows", "total");
    static final Entry HARDWARE = Entry.text("hq");
    static final Entry COUNTRY = Entry.choice("country", ANY);
    static final Entry DEVICE = Entry.choice("device", ANY);
    static final Entry COLUMNS = Entry.choice("columns", "bandwidth");

    static final List<Entry> ALL = List.of(
            WorkloadEntries.INPUT, WorkloadEntries.OUTPUT, WorkloadEntries.USERS, WorkloadEntries.ENGINE,
            WorkloadEntries.WEIGHTS, WorkloadEntries.KV_CACHE, WorkloadEntries.FABRIC,
            SEARCH, VENDOR, TIER, ROWS, HARDWARE, COUNTRY, DEVICE, COLUMNS);

    private MatrixEntries() {}

    /** Words that a choice may hold. */
    static List<String> choices(Entry entry, Catalog catalog) {
        if (entry.equals(VENDOR)) {
            Set<String> vendors = new LinkedHashSet<>(List.of(ANY));
            for (ModelEntry model : catalog.models()) {
                vendors.add(model.vendor());
            }
            return List.copyOf(vendors);
        }
        if (entry.equals(TIER)) {
            List<String> tiers = new ArrayList<>(List.of(ANY));
            for (Tier tier : Tier.values()) {
                tiers.add(tier.code());
            }
            return tiers;
        }
        if (entry.equals(ROWS)) {
            return List.of("total", "vendor");
        }
        if (entry.equals(COUNTRY)) {
            Set<String> countries = new LinkedHashSet<>(List.of(ANY));
            for (AcceleratorEntry accelerator : catalog.accelerators()) {
                accelerator.vendorCountry().ifPresent(countries::add);
            }
            return List.copyOf(countries);
        }
        if (entry.equals(DEVICE)) {
            return List.of(ANY, "module", "card", "cloud");
        }
        return entry.equals(COLUMNS) ? List.of("bandwidth", "vendor") : WorkloadEntries.choices(entry, catalog);
    }

    /** What kind of device it is, by its form factor; a module where the record doesn't say otherwise. */
    static String device(AcceleratorEntry accelerator) {
        String form = accelerator.formFactor().orElse("").toLowerCase();
        if (form.contains("cloud")) {
            return "cloud";
        }
        return form.startsWith("pcie") || form.startsWith("workstation") ? "card" : "module";
    }
}
