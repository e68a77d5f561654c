package dev.llmplanner.build.check;

import dev.llmplanner.catalog.Fact;
import dev.llmplanner.catalog.HardwareFacts;
import dev.llmplanner.json.JsonNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A figure lies in the range of its unit. A value outside is nearly always in another unit: MB for GB, GHz for MHz,
 * Gb/s for GB/s, CNY for USD. The ranges are wide on purpose; they hold units, not taste.
 */
public final class UnitRangeRule implements Rule {

    /** Least and greatest value at a pointer; {@code *} stands for any item of a list. */
    private record Range(CatalogKind kind, String pointer, double least, double greatest, String unit) { }

    /** Of what only the catalog's own files hold; the other ranges are {@link HardwareFacts}'. */
    private static final List<Range> RANGES = ranges(List.of(
            new Range(CatalogKind.SERVER, "/cpu/sockets", 1, 2000, "sockets"),
            new Range(CatalogKind.SERVER, "/cpu/coresPerSocket", 8, 256, "cores"),
            new Range(CatalogKind.MODEL, "/maxContextTokens", 1024, 20_000_000, "tokens"),
            new Range(CatalogKind.MODEL, "/checkpointParameters", 60e9, 800e9, "parameters"),
            new Range(CatalogKind.MODEL, "/activeParametersBillion", 1, 700, "billion"),
            new Range(CatalogKind.MODEL, "/architecture/layers", 8, 300, "layers"),
            new Range(CatalogKind.MODEL, "/architecture/hiddenSize", 1024, 65_536, "elements"),
            new Range(CatalogKind.MODEL, "/architecture/vocabularySize", 10_000, 1_000_000, "tokens")));

    /** Prices by list and currency: purchase of an accelerator, rent of one for an hour, purchase of a system. */
    private static final Map<String, double[]> PRICES = Map.of(
            "ACCELERATOR prices USD", new double[] {500, 60_000},
            "ACCELERATOR prices CNY", new double[] {3000, 500_000},
            "ACCELERATOR rents USD", new double[] {0.05, 25},
            "ACCELERATOR rents CNY", new double[] {0.3, 200},
            "SERVER prices USD", new double[] {1000, 20_000_000},
            "SERVER prices CNY", new double[] {7000, 150_000_000});

    private static List<Range> ranges(List<Range> others) {
        List<Range> ranges = new ArrayList<>(others);
        Map.of(CatalogKind.ACCELERATOR, HardwareFacts.ACCELERATOR, CatalogKind.SERVER, HardwareFacts.SERVER,
                CatalogKind.FABRIC, HardwareFacts.FABRIC).forEach((kind, facts) -> {
                    for (Fact fact : facts) {
                        if (fact.isNumber()) {
                            ranges.add(new Range(kind, fact.pointer(), fact.least(), fact.greatest(), fact.unit()));
                        }
                    }
                });
        return ranges;
    }

    @Override
    public List<Finding> check(CatalogFile file, Catalog catalog) {
        List<Finding> findings = new ArrayList<>();
        Pointers.walk(file.json(), "", (pointer, value) -> {
            if (value instanceof JsonNumber number) {
                for (Range range : RANGES) {
                    if (range.kind() == file.kind() && matches(pointer, range.pointer())) {
                        inRange(file, pointer, number.value(), range.least(), range.greatest(), range.unit(), findings);
                    }
                }
                price(file, pointer, number.value(), findings);
            }
        });
        return findings;
    }

    private static void price(CatalogFile file, String pointer, double value, List<Finding> findings) {
        String[] parts = pointer.split("/");
        if (parts.length != 4 || !List.of("low", "typical", "high").contains(parts[3])) {
            return;
        }
        String currency = file.string("/" + parts[1] + "/" + parts[2] + "/currency").orElse("");
        double[] range = PRICES.get(file.kind() + " " + parts[1] + " " + currency);
        if (range != null) {
            inRange(file, pointer, value, range[0], range[1], currency, findings);
        }
    }

    private static void inRange(CatalogFile file, String pointer, double value, double least, double greatest,
            String unit, List<Finding> findings) {
        if (value < least || value > greatest) {
            findings.add(file.finding(pointer, "plausible is " + Text.number(least) + " to " + Text.number(greatest)
                    + " " + unit, "Check the unit: the key ends in the one to use."));
        }
    }

    private static boolean matches(String pointer, String pattern) {
        String[] a = pointer.split("/");
        String[] b = pattern.split("/");
        if (a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            if (!b[i].equals("*") && !b[i].equals(a[i])) {
                return false;
            }
        }
        return true;
    }
}
