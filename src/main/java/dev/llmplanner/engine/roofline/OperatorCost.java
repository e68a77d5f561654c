package dev.llmplanner.engine.roofline;

/**
 * One kind of operator in one pass on one GPU, summed over its calls.
 *
 * @param phase   prefill or decode
 * @param name    stable lower-kebab name of the operator
 * @param count   calls in the pass
 * @param flop    over all calls
 * @param bytes   over all calls: memory traffic, or bytes on the wire for a collective
 * @param seconds over all calls
 * @param bound   what the operator waits for most
 */
public record OperatorCost(
        Phase phase, String name, double count, double flop, double bytes, double seconds, Bound bound) {

    /** The two phases of serving. */
    public enum Phase {
        PREFILL("prefill"),
        DECODE("decode");

        private final String code;

        Phase(String code) {
            this.code = code;
        }

        /** The name that results use. */
        public String code() {
            return code;
        }
    }

    /** What an operator waits for. Compares the pure roofline terms; the rest of its time is overhead. */
    public enum Bound {
        MEMORY("memory-bandwidth"),
        COMPUTE("compute"),
        INTERCONNECT("interconnect"),
        OVERHEAD("overhead");

        private final String code;

        Bound(String code) {
            this.code = code;
        }

        /** The name that results use. */
        public String code() {
            return code;
        }
    }
}
