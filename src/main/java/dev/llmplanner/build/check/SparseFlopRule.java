package dev.llmplanner.build.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * {@code denseTflops} holds dense rates. Vendors print the rate with structured sparsity, which is twice as high.
 *
 * <p>Halving the width of a format doubles the rate of a matrix unit at most, so TF32 : BF16 : FP8 : FP4 is
 * 1 : 2 : 4 : 8 or flatter. Four patterns give a sparse figure away:
 * <ol>
 * <li>BF16 and FP16, which share a unit, differ by two;
 * <li>a format is more than twice as fast as the next wider one (FP8 3958 beside BF16 989.5);
 * <li>a format is as fast as the next narrower one (BF16 1979 beside FP8 1979);
 * <li>BF16 (FP16 without it) is above what the family reaches for each FP32 TFLOPS or each watt: then the whole row is sparse.
 * </ol>
 * Formats are judged from the widest to the narrowest; one that is found sparse is halved before it judges the next.
 * Blackwell Ultra and Rubin run FP4 at three times FP8, and print 4 : 3 with sparsity. What breaks a pattern and is
 * dense nevertheless is listed in {@link #DENSE_NEVERTHELESS}, by value, with the reason.
 */
public final class SparseFlopRule implements Rule {

    /** Figures that break a pattern and are dense; the key is id, format and value. */
    static final Map<String, String> DENSE_NEVERTHELESS = Map.of(
            "intel-gaudi3 bf16 1677", "Gaudi 3 runs FP8 at the BF16 rate, FP16 and TF32 at a quarter",
            "google-tpu-v6e bf16 918", "TPU v6e has no faster FP8",
            "nvidia-rtx-4090-24gb int8 660.6", "GeForce halves BF16 and FP8 with FP32 accumulation, not INT8",
            "nvidia-rtx-5090-32gb int8 838", "GeForce halves BF16 and FP8 with FP32 accumulation, not INT8",
            "nvidia-rtx-5090-32gb fp4 1676", "GeForce halves BF16 and FP8 with FP32 accumulation, not FP4",
            "nvidia-rubin fp8 17500", "announced: the figures are not of one table");

    /** Formats from the widest to the narrowest, with their rate relative to TF32. */
    private static final Map<String, Double> RELATIVE_RATE = new LinkedHashMap<>();

    /**
     * By the start of the architecture's name: BF16 for each FP32 (vector or matrix, as the family prints it), and
     * BF16 TFLOPS for each watt, that no dense part of the family exceeds. Operations per clock and unit give the
     * first; the second is the densest part of the catalog plus a tenth.
     */
    private static final Map<String, double[]> FAMILY_LIMITS = new LinkedHashMap<>();

    static {
        RELATIVE_RATE.put("tf32", 1.0);
        RELATIVE_RATE.put("bf16", 2.0);
        RELATIVE_RATE.put("fp16", 2.0);
        RELATIVE_RATE.put("fp8", 4.0);
        RELATIVE_RATE.put("int8", 4.0);
        RELATIVE_RATE.put("fp4", 8.0);
        FAMILY_LIMITS.put("Volta", new double[] {8, 0.5});
        FAMILY_LIMITS.put("Hopper", new double[] {16, 2.5});
        FAMILY_LIMITS.put("Ampere", new double[] {16, 1.5});
        FAMILY_LIMITS.put("Ada", new double[] {4, 1.9});
        FAMILY_LIMITS.put("Blackwell (sm_", new double[] {4, 1.0});
        FAMILY_LIMITS.put("Blackwell", new double[] {31, 2.6});
        FAMILY_LIMITS.put("CDNA2", new double[] {8, 1.0});
        FAMILY_LIMITS.put("CDNA3", new double[] {8, 2.0});
        FAMILY_LIMITS.put("CDNA4", new double[] {16.5, 2.6});
    }

    private static final double TOLERANCE = 1.1;
    private static final double SURELY_SPARSE = 1.8;
    private static final double ULTRA_FP4 = 1.5;
    /** FP16 over BF16 where one unit runs both: 1 on GPUs, up to 1.14 on the Ascend 910B. */
    private static final double FORMATS_OF_ONE_UNIT = 1.15;

    @Override
    public List<Finding> check(CatalogFile file, Catalog catalog) {
        if (file.kind() != CatalogKind.ACCELERATOR) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Map<String, Double> dense = new LinkedHashMap<>();
        for (String format : RELATIVE_RATE.keySet()) {
            rate(file, format).ifPresent(value -> dense.put(format, value));
        }
        halfOfTheOther(file, dense, "bf16", "fp16", findings);
        halfOfTheOther(file, dense, "fp16", "bf16", findings);
        wholeRow(file, dense, findings);
        asFastAsNarrower(file, dense, findings);
        fasterThanWider(file, dense, findings);
        return findings;
    }

    private static void halfOfTheOther(CatalogFile file, Map<String, Double> dense, String format, String other,
            List<Finding> findings) {
        double value = dense.getOrDefault(format, Double.NaN);
        double ratio = value / dense.getOrDefault(other, Double.NaN);
        if (ratio > 2 / FORMATS_OF_ONE_UNIT && ratio < 2 * FORMATS_OF_ONE_UNIT && !accepted(file, format, value)) {
            findings.add(sparse(file, format, value / 2));
            dense.put(format, value / 2);
        }
    }

    private static void wholeRow(CatalogFile file, Map<String, Double> dense, List<Finding> findings) {
        String architecture = file.string("/architecture").orElse("");
        double[] limits = FAMILY_LIMITS.entrySet().stream().filter(e -> architecture.startsWith(e.getKey()))
                .map(Map.Entry::getValue).findFirst().orElse(null);
        double bf16 = dense.getOrDefault("bf16", dense.getOrDefault("fp16", Double.NaN));
        if (limits == null || Double.isNaN(bf16)) {
            return;
        }
        double tf32 = dense.getOrDefault("tf32", Double.NaN);
        double perFp32 = bf16 / rate(file, "fp32").orElse(Double.NaN);
        double perWatt = bf16 / file.number("/tdpWatts").orElse(Double.NaN);
        if ((perFp32 > limits[0] * TOLERANCE || perWatt > limits[1]) && !(bf16 / tf32 > 2 * SURELY_SPARSE)) {
            for (Map.Entry<String, Double> entry : dense.entrySet()) {
                if (entry.getValue() >= bf16 / 2 / TOLERANCE) {
                    double half = halve(file, entry.getKey(), entry.getValue());
                    findings.add(sparse(file, entry.getKey(), half));
                    entry.setValue(half);
                }
            }
        }
    }

    private static void asFastAsNarrower(CatalogFile file, Map<String, Double> dense, List<Finding> findings) {
        compare(file, dense, "tf32", Math.max(dense.getOrDefault("bf16", 0.0), dense.getOrDefault("fp16", 0.0)),
                findings);
        double fp8 = dense.getOrDefault("fp8", 0.0);
        compare(file, dense, "bf16", fp8, findings);
        compare(file, dense, "fp16", fp8, findings);
        compare(file, dense, "fp8", dense.getOrDefault("fp4", 0.0), findings);
    }

    private static void compare(CatalogFile file, Map<String, Double> dense, String wide, double narrow,
            List<Finding> findings) {
        Double value = dense.get(wide);
        if (value != null && narrow > 0 && value > narrow / TOLERANCE && !accepted(file, wide, value)
                && !findingAt(findings, wide)) {
            findings.add(sparse(file, wide, value / 2));
            dense.put(wide, value / 2);
        }
    }

    private static void fasterThanWider(CatalogFile file, Map<String, Double> dense, List<Finding> findings) {
        for (Map.Entry<String, Double> entry : dense.entrySet()) {
            String format = entry.getKey();
            double unit = RELATIVE_RATE.get(format);
            OptionalDouble wider = dense.entrySet().stream().filter(e -> RELATIVE_RATE.get(e.getKey()) < unit)
                    .mapToDouble(e -> e.getValue() / RELATIVE_RATE.get(e.getKey())).max();
            if (wider.isEmpty() || accepted(file, format, entry.getValue())) {
                continue;
            }
            double allowed = wider.getAsDouble() * unit * (format.equals("fp4") && ultra(file) ? ULTRA_FP4 : 1);
            double half = halve(file, format, entry.getValue());
            if (entry.getValue() > allowed * TOLERANCE && !findingAt(findings, format)) {
                boolean sparse = half >= allowed / TOLERANCE / TOLERANCE && half <= allowed * TOLERANCE;
                findings.add(sparse ? sparse(file, format, half)
                        : file.finding(pointer(format), "a narrower format at most doubles the rate, to "
                                + Text.rounded(allowed), "Use the dense rate of the datasheet, without sparsity."));
                entry.setValue(Math.min(half, allowed));
            }
        }
    }

    private static Finding sparse(CatalogFile file, String format, double dense) {
        return file.finding(pointer(format), "that is the sparse figure", "Use " + Text.rounded(dense) + ".");
    }

    /** The dense rate behind a sparse one. */
    private static double halve(CatalogFile file, String format, double value) {
        return format.equals("fp4") && ultra(file) ? value * 3 / 4 : value / 2;
    }

    private static boolean ultra(CatalogFile file) {
        return file.string("/architecture").orElse("").startsWith("Blackwell Ultra");
    }

    private static boolean accepted(CatalogFile file, String format, double value) {
        return DENSE_NEVERTHELESS.containsKey(file.id() + " " + format + " " + Text.number(value));
    }

    private static boolean findingAt(List<Finding> findings, String format) {
        return findings.stream().anyMatch(f -> f.pointer().equals(pointer(format)));
    }

    private static OptionalDouble rate(CatalogFile file, String format) {
        return file.number(pointer(format));
    }

    private static String pointer(String format) {
        return "/denseTflops/" + format;
    }
}
