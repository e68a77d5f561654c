package dev.llmplanner.engine.roofline;

/**
 * Takes the operators of a pass as they are laid out. What each costs is linear in its {@link Rows}, but for routed experts
 * and collectives.
 */
interface Operators {

    /**
     * A kernel called {@code count} times.
     *
     * @param flopEach  of a call, per row
     * @param bytes     of a call, whatever the rows
     * @param bytesEach of a call, per row
     */
    void add(String name, Kernel kernel, double count, Rows rows, double flopEach, double peakFlopPerSecond, double bytes,
            double bytesEach);

    /** Routed experts of {@code count} layers. */
    void experts(String name, double count, RoutedExperts experts);

    /** A collective called {@code count} times. */
    void collective(String name, double count, Collectives.Cost cost);

    /** A plain matrix product of {@code rows × k} by {@code k × n}, called {@code count} times. */
    default void gemm(String name, double count, MatrixMode mode, Rows rows, double n, double k) {
        add(name, mode.gemm(), count, rows, 2 * n * k, mode.peakFlopPerSecond(), n * k * mode.weightBytesPerElement(),
                k * mode.activationBytesPerElement() + 2 * n);
    }
}
