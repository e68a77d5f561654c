package dev.llmplanner.build.check;

import dev.llmplanner.catalog.RecordRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Figures of one record agree with each other: parts with the whole, bits with bytes, the driver with the label. */
public final class AgreementRule implements Rule {

    private static final double MIB_PER_GIB = 1024;

    /** Bandwidth by memory type, GB/s for a whole part. */
    private static final Map<String, double[]> BANDWIDTH_BY_TYPE = Map.ofEntries(
            Map.entry("GDDR6", new double[] {200, 1100}), Map.entry("GDDR6X", new double[] {800, 1100}),
            Map.entry("GDDR7", new double[] {800, 2000}), Map.entry("HBM2", new double[] {800, 2100}),
            Map.entry("HBM2e", new double[] {700, 4000}), Map.entry("HBM3", new double[] {2000, 5600}),
            Map.entry("HBM3e", new double[] {4000, 9000}), Map.entry("HBM4", new double[] {10_000, 30_000}));

    /** Fabrics whose adapters use several ports for each accelerator. */
    private static final Set<String> SEVERAL_PORTS = Set.of("gaudi2-roce", "gaudi3-roce");

    @Override
    public List<Finding> check(CatalogFile file, Catalog catalog) {
        List<Finding> findings = new ArrayList<>();
        switch (file.kind()) {
            case ACCELERATOR -> {
                memory(file, findings);
                notAbove(file, "/scaleUp/pairPerDirectionGBps", "/scaleUp/perDirectionGBps", findings);
                prices(file, "prices", findings);
                prices(file, "rents", findings);
            }
            case SERVER -> {
                prices(file, "prices", findings);
                power(file, catalog, findings);
            }
            case FABRIC -> fabric(file, findings);
            case PLANT, SOFTWARE -> prices(file, "prices", findings);
            case MODEL, MODEL_VENDORS, HARDWARE_VENDORS -> { }
        }
        return findings;
    }

    private static void memory(CatalogFile file, List<Finding> findings) {
        double printed = file.number("/memory/marketingGB").orElse(Double.NaN);
        double usable = file.number("/memory/usableGiB").orElse(Double.NaN);
        double reported = file.number("/memory/reportedMiB").orElse(Double.NaN) / MIB_PER_GIB;
        capacity(file, "/memory/usableGiB", usable / printed, findings);
        capacity(file, "/memory/reportedMiB", reported / printed, findings);
        if (usable > reported + 0.05) {
            findings.add(file.finding("/memory/usableGiB", "more than the driver reports, " + Text.rounded(reported)
                    + " GiB", "Use GiB, and the figure of this very part."));
        }
        double bandwidth = file.number("/memory/bandwidthGBps").orElse(Double.NaN);
        double[] range = BANDWIDTH_BY_TYPE.get(file.string("/memory/type").orElse(""));
        if (range != null && (bandwidth < range[0] || bandwidth > range[1])) {
            findings.add(file.finding("/memory/bandwidthGBps", file.string("/memory/type").orElse("") + " gives "
                    + Text.number(range[0]) + " to " + Text.number(range[1]) + " GB/s", "Check unit and memory type."));
        }
        double device = file.number("/memory/deviceBandwidthGBps").orElse(Double.NaN);
        if (Math.abs(device / bandwidth - 1) > 0.06) {
            findings.add(file.finding("/memory/deviceBandwidthGBps", "more than 6 % from the printed bandwidth",
                    "Use bus width × clock × transfers a clock, in GB/s."));
        }
    }

    private static void capacity(CatalogFile file, String pointer, double ratio, List<Finding> findings) {
        if (ratio < RecordRules.LEAST_USABLE || ratio > RecordRules.MOST_USABLE) {
            findings.add(file.finding(pointer, "that is " + Text.rounded(ratio) + " of the printed capacity",
                    "Check the unit: GiB is 2^30 bytes, MiB 2^20."));
        }
    }

    private static void notAbove(CatalogFile file, String part, String whole, List<Finding> findings) {
        OptionalDouble limit = file.number(whole);
        if (limit.isPresent() && file.number(part).orElse(0) > limit.getAsDouble()) {
            findings.add(file.finding(part, "more than " + whole + ", " + Text.number(limit.getAsDouble()),
                    "Give what two accelerators get between them, per direction."));
        }
    }

    private static void prices(CatalogFile file, String list, List<Finding> findings) {
        for (int i = 0; file.at("/" + list + "/" + i).isPresent(); i++) {
            String at = "/" + list + "/" + i;
            double low = file.number(at + "/low").orElse(Double.NaN);
            double high = file.number(at + "/high").orElse(Double.NaN);
            double typical = file.number(at + "/typical").orElse(low);
            if (low > high || typical < low || typical > high) {
                findings.add(file.finding(at, "low, typical and high are not in order", "Sort the three figures."));
            }
            if (!file.string(at + "/date").orElse("").matches(".*20[0-9][0-9].*")) {
                findings.add(file.finding(at + "/date", "a price needs the year it held in", "Write the year."));
            }
        }
    }

    private static void power(CatalogFile file, Catalog catalog, List<Finding> findings) {
        double watts = file.number("/maxPowerKw").orElse(Double.NaN) * 1000;
        double accelerators = file.string("/accelerator")
                .flatMap(id -> catalog.file(CatalogKind.ACCELERATOR, id))
                .map(a -> a.number("/tdpWatts").orElse(Double.NaN)).orElse(Double.NaN)
                * file.number("/acceleratorCount").orElse(Double.NaN);
        double ratio = watts / accelerators;
        if (ratio < 1.05 || ratio > 2.6) {
            findings.add(file.finding("/maxPowerKw", "that is " + Text.rounded(ratio)
                    + " times the accelerators' power", "Give the maximum of the whole system, in kW."));
        }
    }

    private static void fabric(CatalogFile file, List<Finding> findings) {
        notAbove(file, "/pairPerDirectionGBps", "/perDirectionGBps", findings);
        double bits = file.number("/portLineRateGbps").orElse(Double.NaN);
        double bytes = file.number("/perDirectionGBps").orElse(Double.NaN);
        boolean network = file.string("/class").orElse("").startsWith("scale-out") && !SEVERAL_PORTS.contains(file.id());
        if (network && Math.abs(bytes * 8 / bits - 1) > 0.001) {
            findings.add(file.finding("/perDirectionGBps", "a port of " + Text.number(bits) + " Gb/s moves "
                    + Text.number(bits / 8) + " GB/s", "Divide the line rate by 8."));
        }
        for (int i = 0; file.at("/measured/" + i).isPresent(); i++) {
            String at = "/measured/" + i;
            double ratio = file.number(at + "/valueGBps").orElse(Double.NaN)
                    / file.number(at + "/peakPerDirectionGBps").orElse(Double.NaN);
            double fraction = file.number(at + "/fraction").orElse(Double.NaN);
            if (Math.abs(fraction - ratio) > 0.002 * ratio + 0.0005) {
                findings.add(file.finding(at + "/fraction", "measured over peak is " + Text.rounded(ratio),
                        "Recompute it, or leave it out."));
            }
        }
    }
}
