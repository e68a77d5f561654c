package dev.llmplanner.engine.hardware;

/**
 * A link of one device to its peers.
 *
 * @param bytesPerSecondPerDirection to all peers together
 * @param maxDomain                  devices that the link joins; 1 for a host link
 */
public record Link(double bytesPerSecondPerDirection, int maxDomain) {

    public Link {
        if (!(bytesPerSecondPerDirection > 0) || maxDomain < 1) {
            throw new IllegalArgumentException(
                    "bytesPerSecondPerDirection " + bytesPerSecondPerDirection + ", maxDomain " + maxDomain);
        }
    }
}
