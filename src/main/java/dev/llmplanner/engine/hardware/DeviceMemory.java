package dev.llmplanner.engine.hardware;

/**
 * Memory of one device as software sees it.
 *
 * @param capacityBytes what the driver reports; &gt; 0
 * @param basis         where the figure comes from
 */
public record DeviceMemory(double capacityBytes, Basis basis) {

    /** Where a capacity comes from. */
    public enum Basis {
        /** The total that the framework prints on the device. */
        MEASURED,
        /** What the driver's tool prints. */
        DRIVER,
        /** The printed capacity, times the usual share that software sees. */
        DERIVED
    }

    public DeviceMemory {
        if (!(capacityBytes > 0)) {
            throw new IllegalArgumentException("capacityBytes " + capacityBytes);
        }
    }
}
