package dev.llmplanner.checkpoint;

import java.util.List;
import java.util.Map;

/** Carries a refusal out of the depths of a reader to its public method, which returns it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refused refused;

    private Refusal(RefusalCode code, String path, List<String> allowed, Map<String, Double> limits) {
        super(code.code() + " " + path);
        this.refused = new Refused(code, path, allowed, limits);
    }

    static Refusal of(RefusalCode code, String path, String... allowed) {
        return new Refusal(code, path, List.of(allowed), Map.of());
    }

    static Refusal range(String path, double least, double most) {
        return new Refusal(RefusalCode.OUT_OF_RANGE, path, List.of(), Map.of("least", least, "most", most));
    }

    static Refusal tooLarge(String path, double found, double most) {
        return new Refusal(RefusalCode.TOO_LARGE, path, List.of(), Map.of("found", found, "most", most));
    }

    static Refusal length(String path, double found, double needed) {
        return new Refusal(RefusalCode.WRONG_LENGTH, path, List.of(), Map.of("found", found, "needed", needed));
    }

    Refused refused() {
        return refused;
    }
}
