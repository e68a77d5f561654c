package dev.llmplanner.build.check;

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

    private static final List<Range> RANGES = List.of(
            new Range(CatalogKind.ACCELERATOR, "/memory/marketingGB", 16, 1024, "GB"),
            new Range(CatalogKind.ACCELERATOR, "/memory/reportedMiB", 14_000, 1_048_576, "MiB"),
            new Range(CatalogKind.ACCELERATOR, "/memory/usableGiB", 14, 1024, "GiB"),
            new Range(CatalogKind.ACCELERATOR, "/memory/bandwidthGBps", 100, 30_000, "GB/s"),
            new Range(CatalogKind.ACCELERATOR, "/memory/deviceBandwidthGBps", 100, 30_000, "GB/s"),
            new Range(CatalogKind.ACCELERATOR, "/denseTflops/*", 5, 50_000, "TFLOPS"),
            new Range(CatalogKind.ACCELERATOR, "/tdpWatts", 15, 2500, "W"),
            new Range(CatalogKind.ACCELERATOR, "/scaleUp/perDirectionGBps", 10, 4000, "GB/s"),
            new Range(CatalogKind.ACCELERATOR, "/scaleUp/pairPerDirectionGBps", 5, 4000, "GB/s"),
            new Range(CatalogKind.ACCELERATOR, "/scaleUp/maxDomain", 2, 20_000, "accelerators"),
            new Range(CatalogKind.ACCELERATOR, "/hostLink/perDirectionGBps", 5, 1000, "GB/s"),
            new Range(CatalogKind.SERVER, "/acceleratorCount", 1, 20_000, "accelerators"),
            new Range(CatalogKind.SERVER, "/cpu/sockets", 1, 2000, "sockets"),
            new Range(CatalogKind.SERVER, "/cpu/coresPerSocket", 8, 256, "cores"),
            new Range(CatalogKind.SERVER, "/memory/gib", 64, 1_000_000, "GiB"),
            new Range(CatalogKind.SERVER, "/maxPowerKw", 0.2, 1000, "kW"),
            new Range(CatalogKind.SERVER, "/rackUnits", 1, 60, "rack units"),
            new Range(CatalogKind.SERVER, "/racks", 1, 200, "racks"),
            new Range(CatalogKind.FABRIC, "/portLineRateGbps", 10, 3200, "Gb/s"),
            new Range(CatalogKind.FABRIC, "/perDirectionGBps", 5, 4000, "GB/s"),
            new Range(CatalogKind.FABRIC, "/pairPerDirectionGBps", 5, 4000, "GB/s"),
            new Range(CatalogKind.FABRIC, "/latencies/*/microseconds", 0.05, 1000, "µs"),
            new Range(CatalogKind.FABRIC, "/measured/*/valueGBps", 0.001, 4000, "GB/s"),
            new Range(CatalogKind.FABRIC, "/measured/*/fraction", 1e-6, 1.1, "of the peak"),
            new Range(CatalogKind.MODEL, "/maxContextTokens", 1024, 20_000_000, "tokens"),
            new Range(CatalogKind.MODEL, "/checkpointParameters", 60e9, 800e9, "parameters"),
            new Range(CatalogKind.MODEL, "/activeParametersBillion", 1, 700, "billion"),
            new Range(CatalogKind.MODEL, "/architecture/layers", 8, 300, "layers"),
            new Range(CatalogKind.MODEL, "/architecture/hiddenSize", 1024, 65_536, "elements"),
            new Range(CatalogKind.MODEL, "/architecture/vocabularySize", 10_000, 1_000_000, "tokens"));

    /** Prices by list and currency: purchase of an accelerator, rent of one for an hour, purchase of a system. */
    private static final Map<String, double[]> PRICES = Map.of(
            "ACCELERATOR prices USD", new double[] {500, 60_000},
            "ACCELERATOR prices CNY", new double[] {3000, 500_000},
            "ACCELERATOR rents USD", new double[] {0.05, 25},
            "ACCELERATOR rents CNY", new double[] {0.3, 200},
            "SERVER prices USD", new double[] {1000, 20_000_000},
            "SERVER prices CNY", new double[] {7000, 150_000_000});

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
