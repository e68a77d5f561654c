package dev.llmplanner.engine.roofline;

/**
 * How close a kernel comes to the roofline.
 *
 * @param computeFraction of the peak dense rate, (0, 1]; infinite where compute time is never counted
 * @param memoryFraction  of the peak bandwidth, (0, 1]; infinite where memory time is never counted
 * @param fixedSeconds    latency of a call
 */
public record KernelEfficiency(double computeFraction, double memoryFraction, double fixedSeconds) {

    /** Whether both compute and memory time are counted. */
    public boolean isComplete() {
        return computeFraction < Double.POSITIVE_INFINITY && memoryFraction < Double.POSITIVE_INFINITY;
    }

    /** Of so much work. */
    double computeSeconds(double flop, double peakFlopPerSecond) {
        return flop / peakFlopPerSecond / computeFraction;
    }

    /** Of so much traffic. */
    double memorySeconds(double bytes, double bandwidthBytesPerSecond) {
        return bytes / bandwidthBytesPerSecond / memoryFraction;
    }
}
