package dev.llmplanner.engine.evidence;

/**
 * How far two settings lie from each other. 0: the same; up to {@link #NEAR_TTFT}: mostly the same model, device and engine, at
 * another load or length; up to {@link #NEAR}: one of them differs a little; beyond it a measurement says no more than any other.
 *
 * <p>A sum of what differs, each in steps that are alike in how much the error of an estimate changes with them
 * ({@code docs/model/evidence.md} shows the errors of pairs of measurements by their distance). |log2 x| is of the ratio of
 * both:
 *
 * <pre>
 * model     0 the same, or as many parameters to the last one; else 0.5 + 0.7 |log2 active parameters| + 0.35 |log2 total parameters|
 * device    0 the same; else 0.5 within a class, 1.5 across classes, + 0.7 |log2 bandwidth|
 * engine    0.5 if it differs; its versions count as one
 * formats   0.5 |log2 bytes of a weight|, 0.25 |log2 bytes of an element of the KV cache|
 * layout    0.15 |log2 GPUs|, 0.25 each where only one has expert or attention data parallelism
 * pools     1 if only one has GPUs of its own for prefill
 * load      0.1 |log2 requests in flight per GPU|
 * lengths   0.08 |log2 input|, 0.08 |log2 output|
 * </pre>
 */
public final class Distance {
    /** Up to here estimates of TTFT err alike. */
    public static final double NEAR_TTFT = 1;
    /** Up to here estimates of TPOT err alike: a measurement is near. */
    public static final double NEAR = 1.5;

    /** Below what people read, above what two runtimes' logarithms differ by: equal distances are equal everywhere. */
    private static final double STEP = 1e-9;

    private Distance() {}

    /** The distance, ≥ 0, the same both ways. */
    public static double between(Setting a, Setting b) {
        return between(Coordinates.of(a), Coordinates.of(b));
    }

    static double between(Coordinates a, Coordinates b) {
        return between(ofCases(a, b), a, b);
    }

    /** The same, where the distance of both cases is known. */
    static double between(double ofCases, Coordinates a, Coordinates b) {
        double sum = ofCases
                + 0.1 * Math.abs(a.concurrencyPerGpuLog2() - b.concurrencyPerGpuLog2())
                + 0.08 * Math.abs(a.inputTokensLog2() - b.inputTokensLog2())
                + 0.08 * Math.abs(a.outputTokensLog2() - b.outputTokensLog2());
        return Math.floor(sum / STEP + 0.5) * STEP;
    }

    /** What load and lengths only add to. */
    static double ofCases(Coordinates a, Coordinates b) {
        return model(a, b)
                + device(a, b)
                + (a.engine() == b.engine() ? 0 : 0.5)
                + 0.5 * Math.abs(a.weightBytesLog2() - b.weightBytesLog2())
                + 0.25 * Math.abs(a.kvBytesLog2() - b.kvBytesLog2())
                + 0.15 * Math.abs(a.gpusLog2() - b.gpusLog2())
                + (a.expertParallel() == b.expertParallel() ? 0 : 0.25)
                + (a.attentionDataParallel() == b.attentionDataParallel() ? 0 : 0.25)
                + (a.separatePools() == b.separatePools() ? 0 : 1);
    }

    private static double model(Coordinates a, Coordinates b) {
        boolean alike = a.activeParametersLog2() == b.activeParametersLog2()
                && a.totalParametersLog2() == b.totalParametersLog2();
        return alike || a.model().equals(b.model())
                ? 0
                : 0.5 + 0.7 * Math.abs(a.activeParametersLog2() - b.activeParametersLog2())
                        + 0.35 * Math.abs(a.totalParametersLog2() - b.totalParametersLog2());
    }

    private static double device(Coordinates a, Coordinates b) {
        return a.device().equals(b.device())
                ? 0
                : (a.calibration() == b.calibration() ? 0.5 : 1.5)
                        + 0.7 * Math.abs(a.bandwidthLog2() - b.bandwidthLog2());
    }
}
