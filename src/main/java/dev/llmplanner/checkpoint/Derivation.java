package dev.llmplanner.checkpoint;

import dev.llmplanner.json.Json;
import java.util.List;

/**
 * Where one figure of the record comes from.
 *
 * @param figure pointer into the record, as {@code /architecture/attention/0/kvHeads}
 * @param value  what stands there
 * @param origin read, family (its code says so where the file doesn't), or computed
 * @param fields paths of the file's fields that it follows from
 */
public record Derivation(String figure, Json value, Origin origin, List<String> fields) {

    /** How a figure was found. */
    public enum Origin {
        READ("read"),
        FAMILY("family"),
        COMPUTED("computed");

        private final String code;

        Origin(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public Derivation {
        fields = fields.stream().map(Names::place).toList();
    }
}
