package dev.llmplanner.view.model;

import dev.llmplanner.engine.roofline.OperatorCost;
import dev.llmplanner.engine.roofline.OperatorCost.Bound;
import dev.llmplanner.engine.roofline.PassCost;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory traffic of one pass by what its operators read; the parts sum to {@link PassCost#memoryBytes()}. Each part
 * counts the activations that its operators read and write beside it.
 *
 * @param parts      those that there are, in a fixed order
 * @param totalBytes of the pass
 */
record Traffic(List<Part> parts, double totalBytes) {

    /** What an operator reads. */
    enum Kind {
        ATTENTION("attention"),
        EXPERTS("experts"),
        SHARED("shared"),
        DENSE("dense"),
        ROUTER("router"),
        HEAD("head"),
        KV_CACHE("kv-cache"),
        STATE("state"),
        ELEMENTWISE("elementwise");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** In messages and classes. */
        String code() {
            return code;
        }

        /** What the operator of that name reads. */
        static Kind of(String operator) {
            return switch (operator) {
                case "routed-experts" -> EXPERTS;
                case "shared-expert-up-projection", "shared-expert-down-projection" -> SHARED;
                case "dense-up-projection", "dense-down-projection", "expert-latent-projection" -> DENSE;
                case "router" -> ROUTER;
                case "head" -> HEAD;
                case "attention-decode", "attention-prefill", "latent-decode", "index-scores" -> KV_CACHE;
                case "delta-decode", "delta-prefill", "state-decode", "state-prefill" -> STATE;
                case "elementwise" -> ELEMENTWISE;
                case "qkv-projection", "output-projection", "latent-down-projection", "query-up-projection",
                        "absorbed-key", "absorbed-value", "key-value-up-projection", "output-down-projection",
                        "index-query-projection", "index-key-projection", "index-weight-projection",
                        "mixer-input-projection", "mixer-output-projection", "gate-up-projection",
                        "gate-down-projection" -> ATTENTION;
                default -> throw new IllegalArgumentException("what does operator " + operator + " read?");
            };
        }
    }

    /** One part. */
    record Part(Kind kind, double bytes) {}

    Traffic {
        parts = List.copyOf(parts);
    }

    static Traffic of(PassCost cost) {
        double[] bytes = new double[Kind.values().length];
        for (OperatorCost operator : cost.operators()) {
            if (operator.bound() != Bound.INTERCONNECT) {
                bytes[Kind.of(operator.name()).ordinal()] += operator.bytes();
            }
        }
        List<Part> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (bytes[kind.ordinal()] > 0) {
                parts.add(new Part(kind, bytes[kind.ordinal()]));
            }
        }
        return new Traffic(parts, cost.memoryBytes());
    }
}
