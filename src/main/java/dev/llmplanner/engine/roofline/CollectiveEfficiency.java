package dev.llmplanner.engine.roofline;

/**
 * Time of a collective: {@code fixed + root · sqrt(wireBytes) + wireBytes / (fraction · link)}.
 *
 * @param fixedSeconds       latency of a call
 * @param secondsPerRootByte cost of medium messages, seconds per √byte
 * @param linkFraction       of the link's rate per direction, (0, 1]
 */
public record CollectiveEfficiency(double fixedSeconds, double secondsPerRootByte, double linkFraction) {

    /** Seconds of one call that puts {@code wireBytes} on a link of that rate. */
    public double seconds(double wireBytes, double linkBytesPerSecond) {
        return fixedSeconds + transferSeconds(wireBytes, linkBytesPerSecond);
    }

    /** The part of {@link #seconds} that grows with the message. */
    public double transferSeconds(double wireBytes, double linkBytesPerSecond) {
        return secondsPerRootByte * Math.sqrt(wireBytes) + wireBytes / (linkFraction * linkBytesPerSecond);
    }
}
