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
        Map<String, Object> members = new LinkedHashMap<>();
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
                put(members, field, new JsonString(text));
                continue;
            }
            OptionalDouble number = words.parse(text);
            if (number.isEmpty()) {
                problems.put(field, new Problem(Problem.NOT_A_NUMBER, List.of(), text));
            } else if (field.kind() == Field.Kind.COUNT && Math.floor(number.getAsDouble()) != number.getAsDouble()) {
                problems.put(field, new Problem(Problem.NOT_WHOLE, List.of(), text));
            } else {
                put(members, field, new JsonNumber(number.getAsDouble()));
            }
        }
        return new Draft(assemble(members), problems);
    }

    /** Puts a value at its field's path; each group on the way is a map of its own. */
    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> members, Field field, Json value) {
        String path = field.path();
        Map<String, Object> group = members;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.')) {
            group = (Map<String, Object>) group.computeIfAbsent(path.substring(0, dot), name -> new LinkedHashMap<>());
            path = path.substring(dot + 1);
        }
        group.put(path, value);
    }

    @SuppressWarnings("unchecked")
    private static JsonObject assemble(Map<String, Object> members) {
        Map<String, Json> assembled = new LinkedHashMap<>();
        members.forEach((name, value) -> assembled.put(name,
                value instanceof Json json ? json : assemble((Map<String, Object>) value)));
        return new JsonObject(assembled);
    }
}
