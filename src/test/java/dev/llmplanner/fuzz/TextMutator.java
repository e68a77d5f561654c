package dev.llmplanner.fuzz;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Texts made from samples: characters changed, or, where the sample is JSON, values of its tree. */
public final class TextMutator {

    /** Pieces that have broken readers before. */
    static final List<String> SHARDS = List.of("null", "NaN", "-Infinity", "-1", "1e999", "1e-320", "{}", "[]", "\"\"",
            "<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "\"><svg onload=alert(1)>", "javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>", "__proto__", "constructor", "prototype", "toString", "hasOwnProperty",
            "{\"__proto__\": {\"polluted\": 1}}", "[[[[", "}}", "\\", "\"", "'", "\u0000", "\ufeff", "\ud800", "\u202e", "true", ",", ":",
            "99999999999999999999999999", "9007199254740993", "0x10", "-0", ".", "e", "%", "%00", "%E0%A4%A", "%ff", "%252e", "&", "=",
            "#", "?", "/", "//", "..", "+", ";", "own:", "own:x", "own=", "lang=zh-CN", "{count, plural, other {#}}", "\n", "\r\n", "　",
            "１２", "1,5", "\u0007", "GGUF", "\ud83d\ude00");

    private final Random random;
    private final List<String> samples;
    private final List<Optional<Json>> trees = new ArrayList<>();
    private final TreeMutator treeMutator;

    public TextMutator(Random random, List<String> samples) {
        this.random = random;
        this.samples = samples;
        samples.forEach(sample -> trees.add(tree(sample)));
        treeMutator = new TreeMutator(random, trees.stream().flatMap(Optional::stream).toList());
    }

    /** The next text. */
    public String next() {
        int sample = random.nextInt(samples.size());
        if (trees.get(sample).isPresent() && random.nextInt(3) > 0) {
            Json tree = trees.get(sample).get();
            for (int i = random.nextInt(4); i >= 0; i--) {
                tree = treeMutator.mutate(tree);
            }
            String text = JacksonJson.compact(tree);
            return random.nextInt(8) == 0 ? changed(text) : text;
        }
        return changed(samples.get(sample));
    }

    private String changed(String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(5); i >= 0; i--) {
            int at = random.nextInt(changed.length() + 1);
            int end = Math.min(changed.length(), at + random.nextInt(16));
            switch (random.nextInt(8)) {
                case 0 -> changed.delete(at, end);
                case 1, 2 -> changed.insert(at, shard());
                case 3 -> changed.replace(at, end, shard());
                case 4 -> changed.replace(at, end, Character.toString((char) random.nextInt(0x10000)));
                case 5 -> splice(changed, at);
                case 6 -> changed.insert(at, changed.substring(at, end).repeat(random.nextInt(20)));
                default -> rarely(changed, at);
            }
        }
        return changed.toString();
    }

    /** The rest is that of another sample. */
    private void splice(StringBuilder text, int at) {
        String other = samples.get(random.nextInt(samples.size()));
        text.setLength(at);
        text.append(other, random.nextInt(other.length() + 1), other.length());
    }

    private void rarely(StringBuilder text, int at) {
        if (random.nextInt(50) == 0) {
            text.insert(at, List.of("[", "{\"a\":", "(", "%", "9", "x").get(random.nextInt(6)).repeat(random.nextInt(40_000)));
        } else {
            text.setLength(at);
        }
    }

    private String shard() {
        return SHARDS.get(random.nextInt(SHARDS.size()));
    }

    private static Optional<Json> tree(String text) {
        try {
            return Optional.of(JacksonJson.parse(text));
        } catch (IllegalArgumentException notJson) {
            return Optional.empty();
        }
    }
}
