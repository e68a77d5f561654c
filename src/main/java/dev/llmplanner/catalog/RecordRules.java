package dev.llmplanner.catalog;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonShapeException;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what can't stand in a record that didn't go through the build: one that a reader wrote, or that a file brings. */
public final class RecordRules {

    /** Longer texts are no names. */
    public static final int LONGEST_TEXT = 200;
    private static final int MOST_ITEMS = 50;

    /** Share of the printed capacity, GiB for GB, that parts report: one reports 65.25 beside 64. */
    public static final double LEAST_USABLE = 0.85;
    public static final double MOST_USABLE = 1.02;

    private RecordRules() {}

    /**
     * What is wrong with a record of that collection; empty if nothing is.
     *
     * @param catalog for references, with everything that is added along
     */
    public static List<FactProblem> check(String collection, JsonObject record, Catalog catalog) {
        return switch (collection) {
            case "accelerators" -> facts(HardwareFacts.ACCELERATOR, record);
            case "servers" -> server(record, catalog);
            case "models" -> model(record);
            default -> List.of(FactProblem.of("", "unknown-member"));
        };
    }

    /**
     * What figures of an accelerator say against each other: rates that look like those with sparsity, and a usable
     * capacity that isn't of the printed one.
     *
     * @param dense whether all rates are known to be dense
     */
    public static List<FactProblem> agreement(JsonObject record, boolean dense) {
        List<FactProblem> problems = new ArrayList<>();
        if (!dense) {
            for (DenseRates.Suspect suspect : DenseRates.suspects(record, (format, rate) -> false)) {
                problems.add(FactProblem.numbers("/denseTflops/" + suspect.format(),
                        suspect.sparse() ? "sparse" : "too-fast", "TFLOPS", suspect.instead()));
            }
        }
        if (record.get("memory").orElse(null) instanceof JsonObject memory
                && memory.get("usableGiB").orElse(null) instanceof JsonNumber usable
                && memory.get("marketingGB").orElse(null) instanceof JsonNumber printed
                && (usable.value() > MOST_USABLE * printed.value() || usable.value() < LEAST_USABLE * printed.value())) {
            problems.add(FactProblem.numbers("/memory/usableGiB", "disagrees", "GiB",
                    LEAST_USABLE * printed.value(), MOST_USABLE * printed.value()));
        }
        return problems;
    }

    private static List<FactProblem> server(JsonObject record, Catalog catalog) {
        List<FactProblem> problems = facts(HardwareFacts.SERVER, record);
        if (record.get("accelerator").orElse(null) instanceof JsonString id && catalog.accelerator(id.value()).isEmpty()) {
            problems.add(FactProblem.of("/accelerator", "unknown-reference", id.value()));
        }
        return problems;
    }

    /** A model is read as the catalog's files are: the reader names the first field that it can't use. */
    private static List<FactProblem> model(JsonObject record) {
        try {
            ModelReader.read(Catalog.OWN, JsonCursor.of(record));
            return List.of();
        } catch (JsonShapeException wrong) {
            return List.of(FactProblem.of("/" + wrong.path(), "wrong-type", wrong.expected()));
        } catch (IllegalArgumentException wrong) {
            return List.of(FactProblem.of("/architecture", "disagrees", wrong.getMessage()));
        }
    }

    private static List<FactProblem> facts(List<Fact> facts, JsonObject record) {
        Map<String, Fact> byPointer = new LinkedHashMap<>();
        List<String> groups = new ArrayList<>();
        List<FactProblem> problems = new ArrayList<>();
        for (Fact fact : facts) {
            byPointer.put(fact.pointer(), fact);
            for (int slash = fact.pointer().indexOf('/', 1); slash > 0; slash = fact.pointer().indexOf('/', slash + 1)) {
                groups.add(fact.pointer().substring(0, slash));
            }
            if (fact.required() && record.get(fact.pointer().substring(1)).isEmpty()) {
                problems.add(FactProblem.of(fact.pointer(), "missing"));
            }
        }
        members(record, "", "", byPointer, groups, problems);
        return problems;
    }

    /** Members of the object at that pointer, which the facts know by that pattern. */
    private static void members(JsonObject object, String at, String pattern, Map<String, Fact> facts, List<String> groups,
            List<FactProblem> problems) {
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            String pointer = at + "/" + member.getKey();
            String known = pattern + "/" + member.getKey();
            Fact fact = facts.get(known);
            if (fact != null) {
                value(pointer, fact, member.getValue(), problems);
            } else if (!groups.contains(known)) {
                problems.add(FactProblem.of(pointer, "unknown-member"));
            } else if (groups.contains(known + "/*")) {
                items(member.getValue(), pointer, known + "/*", facts, groups, problems);
            } else if (member.getValue() instanceof JsonObject group) {
                members(group, pointer, known, facts, groups, problems);
            } else {
                problems.add(FactProblem.of(pointer, "wrong-type", "an object"));
            }
        }
    }

    private static void items(Json value, String at, String pattern, Map<String, Fact> facts, List<String> groups,
            List<FactProblem> problems) {
        if (!(value instanceof JsonArray list) || list.items().size() > MOST_ITEMS) {
            problems.add(FactProblem.of(at, "wrong-type", "a list"));
            return;
        }
        for (int i = 0; i < list.items().size(); i++) {
            if (list.items().get(i) instanceof JsonObject item) {
                members(item, at + "/" + i, pattern, facts, groups, problems);
            } else {
                problems.add(FactProblem.of(at + "/" + i, "wrong-type", "an object"));
            }
        }
    }

    private static void value(String at, Fact fact, Json value, List<FactProblem> problems) {
        switch (fact.kind()) {
            case TEXT, CODE -> text(at, fact, value, problems);
            case TEXTS -> texts(at, fact, value, problems);
            case NUMBER, INTEGER -> number(at, fact, value, problems);
        }
    }

    private static void text(String at, Fact fact, Json value, List<FactProblem> problems) {
        if (!(value instanceof JsonString text)) {
            problems.add(FactProblem.of(at, "wrong-type", "a text"));
        } else if (text.value().length() > LONGEST_TEXT) {
            problems.add(FactProblem.numbers(at, "too-long", "", (double) LONGEST_TEXT));
        } else if (fact.required() && text.value().isBlank()) {
            problems.add(FactProblem.of(at, "missing"));
        } else if (fact.kind() == Fact.Kind.CODE && !fact.choices().contains(text.value())) {
            problems.add(FactProblem.of(at, "unknown-value", fact.choices().toArray(new String[0])));
        }
    }

    private static void texts(String at, Fact fact, Json value, List<FactProblem> problems) {
        if (!(value instanceof JsonArray list) || list.items().size() > MOST_ITEMS) {
            problems.add(FactProblem.of(at, "wrong-type", "a list of texts"));
            return;
        }
        for (Json item : list.items()) {
            text(at, fact, item, problems);
        }
    }

    private static void number(String at, Fact fact, Json value, List<FactProblem> problems) {
        if (!(value instanceof JsonNumber number)) {
            problems.add(FactProblem.of(at, "wrong-type", "a number"));
        } else if (!(number.value() >= fact.least() && number.value() <= fact.greatest())) {
            problems.add(FactProblem.numbers(at, "out-of-range", fact.unit(), fact.least(), fact.greatest()));
        } else if (fact.kind() == Fact.Kind.INTEGER && number.value() != Math.floor(number.value())) {
            problems.add(FactProblem.numbers(at, "not-whole", fact.unit(), fact.least(), fact.greatest()));
        }
    }
}
