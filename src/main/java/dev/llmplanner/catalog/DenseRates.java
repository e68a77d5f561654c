package dev.llmplanner.catalog;

import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;

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
 * dense nevertheless, the caller accepts.
 */
public final class DenseRates {

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

    private final JsonObject record;
    private final BiPredicate<String, Double> accepted;

    private DenseRates(JsonObject record, BiPredicate<String, Double> accepted) {
        this.record = record;
        this.accepted = accepted;
    }

    /**
     * A rate that isn't dense, by what its neighbours say.
     *
     * @param sparse whether it is the rate with sparsity; else it is only too high
     * @param instead the dense rate, or the highest that can be
     */
    public record Suspect(String format, boolean sparse, double instead) {}

    /**
     * The rates of an accelerator's record that aren't dense.
     *
     * @param accepted format and rate of those that are dense nevertheless
     */
    public static List<Suspect> suspects(JsonObject record, BiPredicate<String, Double> accepted) {
        return new DenseRates(record, accepted).suspects();
    }

    private List<Suspect> suspects() {
        List<Suspect> suspects = new ArrayList<>();
        Map<String, Double> dense = new LinkedHashMap<>();
        for (String format : RELATIVE_RATE.keySet()) {
            rate(format).ifPresent(value -> dense.put(format, value));
        }
        halfOfTheOther(dense, "bf16", "fp16", suspects);
        halfOfTheOther(dense, "fp16", "bf16", suspects);
        wholeRow(dense, suspects);
        asFastAsNarrower(dense, suspects);
        fasterThanWider(dense, suspects);
        return suspects;
    }

    private void halfOfTheOther(Map<String, Double> dense, String format, String other,
            List<Suspect> suspects) {
        double value = dense.getOrDefault(format, Double.NaN);
        double ratio = value / dense.getOrDefault(other, Double.NaN);
        if (ratio > 2 / FORMATS_OF_ONE_UNIT && ratio < 2 * FORMATS_OF_ONE_UNIT && !accepted.test(format, value)) {
            suspects.add(sparse(format, value / 2));
            dense.put(format, value / 2);
        }
    }

    private void wholeRow(Map<String, Double> dense, List<Suspect> suspects) {
        String architecture = text("architecture");
        double[] limits = FAMILY_LIMITS.entrySet().stream().filter(e -> architecture.startsWith(e.getKey()))
                .map(Map.Entry::getValue).findFirst().orElse(null);
        double bf16 = dense.getOrDefault("bf16", dense.getOrDefault("fp16", Double.NaN));
        if (limits == null || Double.isNaN(bf16)) {
            return;
        }
        double tf32 = dense.getOrDefault("tf32", Double.NaN);
        double perFp32 = bf16 / rate("fp32").orElse(Double.NaN);
        double perWatt = bf16 / number(record, "tdpWatts").orElse(Double.NaN);
        if ((perFp32 > limits[0] * TOLERANCE || perWatt > limits[1]) && !(bf16 / tf32 > 2 * SURELY_SPARSE)) {
            for (Map.Entry<String, Double> entry : dense.entrySet()) {
                if (entry.getValue() >= bf16 / 2 / TOLERANCE) {
                    double half = halve(entry.getKey(), entry.getValue());
                    suspects.add(sparse(entry.getKey(), half));
                    entry.setValue(half);
                }
            }
        }
    }

    private void asFastAsNarrower(Map<String, Double> dense, List<Suspect> suspects) {
        compare(dense, "tf32", Math.max(dense.getOrDefault("bf16", 0.0), dense.getOrDefault("fp16", 0.0)),
                suspects);
        double fp8 = dense.getOrDefault("fp8", 0.0);
        compare(dense, "bf16", fp8, suspects);
        compare(dense, "fp16", fp8, suspects);
        compare(dense, "fp8", dense.getOrDefault("fp4", 0.0), suspects);
    }

    private void compare(Map<String, Double> dense, String wide, double narrow,
            List<Suspect> suspects) {
        Double value = dense.get(wide);
        if (value != null && narrow > 0 && value > narrow / TOLERANCE && !accepted.test(wide, value)
                && !findingAt(suspects, wide)) {
            suspects.add(sparse(wide, value / 2));
            dense.put(wide, value / 2);
        }
    }

    private void fasterThanWider(Map<String, Double> dense, List<Suspect> suspects) {
        for (Map.Entry<String, Double> entry : dense.entrySet()) {
            String format = entry.getKey();
            double unit = RELATIVE_RATE.get(format);
            OptionalDouble wider = dense.entrySet().stream().filter(e -> RELATIVE_RATE.get(e.getKey()) < unit)
                    .mapToDouble(e -> e.getValue() / RELATIVE_RATE.get(e.getKey())).max();
            if (wider.isEmpty() || accepted.test(format, entry.getValue())) {
                continue;
            }
            double allowed = wider.getAsDouble() * unit * (format.equals("fp4") && ultra() ? ULTRA_FP4 : 1);
            double half = halve(format, entry.getValue());
            if (entry.getValue() > allowed * TOLERANCE && !findingAt(suspects, format)) {
                boolean sparse = half >= allowed / TOLERANCE / TOLERANCE && half <= allowed * TOLERANCE;
                suspects.add(sparse ? sparse(format, half)
                        : new Suspect(format, false, allowed));
                entry.setValue(Math.min(half, allowed));
            }
        }
    }

    private static Suspect sparse(String format, double dense) {
        return new Suspect(format, true, dense);
    }

    /** The dense rate behind a sparse one. */
    private double halve(String format, double value) {
        return format.equals("fp4") && ultra() ? value * 3 / 4 : value / 2;
    }

    private boolean ultra() {
        return text("architecture").startsWith("Blackwell Ultra");
    }

    private static boolean findingAt(List<Suspect> suspects, String format) {
        return suspects.stream().anyMatch(f -> f.format().equals(format));
    }

    private OptionalDouble rate(String format) {
        return record.get("denseTflops").orElse(null) instanceof JsonObject rates ? number(rates, format) : OptionalDouble.empty();
    }

    private String text(String name) {
        return record.get(name).orElse(null) instanceof JsonString text ? text.value() : "";
    }

    private static OptionalDouble number(JsonObject object, String name) {
        return object.get(name).orElse(null) instanceof JsonNumber number
                ? OptionalDouble.of(number.value()) : OptionalDouble.empty();
    }
}
