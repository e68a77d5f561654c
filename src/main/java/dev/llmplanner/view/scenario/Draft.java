package dev.llmplanner.view.scenario;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.text.Words;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A scenario as a request of the contract, with what can't be read as a value.
 *
 * @param request  complete only without problems
 * @param problems by field
 */
public record Draft(JsonObject request, Map<Field, Problem> problems) {

    public Draft {
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
    }

    /** Reads the fields that count at present. */
    public static Draft of(Scenario scenario, Words words) {
        Map<Field, Problem> problems = new LinkedHashMap<>();
        Map<String, Map<String, Json>> groups = new LinkedHashMap<>();
        for (Field field : Field.ALL) {
            String text = scenario.text(field).trim();
            if (field.path().isEmpty() || !scenario.shows(field)) {
                continue;
            }
            if (text.isEmpty()) {
                if (field.isRequired()) {
                    problems.put(field, new Problem(Problem.MISSING, List.of(), text));
                }
                continue;
            }
            if (!field.kind().isNumber()) {
                put(groups, field, new JsonString(text));
                continue;
            }
            OptionalDouble number = words.parse(text);
            if (number.isEmpty()) {
                problems.put(field, new Problem(Problem.NOT_A_NUMBER, List.of(), text));
            } else if (field.kind() == Field.Kind.COUNT && Math.floor(number.getAsDouble()) != number.getAsDouble()) {
                problems.put(field, new Problem(Problem.NOT_WHOLE, List.of(), text));
            } else {
                put(groups, field, new JsonNumber(number.getAsDouble()));
            }
        }
        return new Draft(assemble(groups), problems);
    }

    private static void put(Map<String, Map<String, Json>> groups, Field field, Json value) {
        int dot = field.path().indexOf('.');
        String group = dot < 0 ? "" : field.path().substring(0, dot);
        groups.computeIfAbsent(group, name -> new LinkedHashMap<>()).put(field.path().substring(dot + 1), value);
    }

    private static JsonObject assemble(Map<String, Map<String, Json>> groups) {
        Map<String, Json> members = new LinkedHashMap<>();
        groups.forEach((group, values) -> {
            if (group.isEmpty()) {
                members.putAll(values);
            } else {
                members.put(group, new JsonObject(values));
            }
        });
        return new JsonObject(members);
    }
}
