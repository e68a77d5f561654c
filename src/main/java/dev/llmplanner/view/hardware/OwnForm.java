package dev.llmplanner.view.hardware;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.Fact;
import dev.llmplanner.catalog.FactProblem;
import dev.llmplanner.catalog.HardwareFacts;
import dev.llmplanner.catalog.RecordRules;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.scenario.Numeral;
import dev.llmplanner.view.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A record of one's own while it is edited: texts just as they were typed, over the record that they started from.
 *
 * @param collection {@code accelerators} or {@code servers}
 * @param id         of the record that is edited; blank for a new one
 * @param base       what is kept where no text was changed, to the last digit
 * @param texts      by JSON pointer, where they differ from the base's
 * @param dense      whether the reader says that rates that look sparse are dense
 */
record OwnForm(String collection, String id, JsonObject base, Map<String, String> texts, boolean dense) {
    private static final String BANDWIDTH = "/memory/bandwidthGBps";
    private static final String DEVICE_BANDWIDTH = "/memory/deviceBandwidthGBps";

    OwnForm {
        texts = Map.copyOf(texts);
    }

    /** The fact at that pointer. */
    Fact fact(String pointer) {
        for (Fact fact : collection.equals("servers") ? HardwareFacts.SERVER : HardwareFacts.ACCELERATOR) {
            if (fact.pointer().equals(pointer)) {
                return fact;
            }
        }
        throw new IllegalArgumentException(pointer);
    }

    /** The text of the field at that pointer. */
    String text(String pointer) {
        String typed = texts.get(pointer);
        return typed != null ? typed : initial(pointer);
    }

    /** The bandwidth that counts is the device's own, where it was read from one. */
    private String initial(String pointer) {
        Json value = pointer.equals(BANDWIDTH) && at(DEVICE_BANDWIDTH) != null ? at(DEVICE_BANDWIDTH) : at(pointer);
        return value instanceof JsonNumber number ? Numeral.text(number.value())
                : value instanceof JsonString string ? string.value() : "";
    }

    private Json at(String pointer) {
        int slash = pointer.indexOf('/', 1);
        if (slash < 0) {
            return base.members().get(pointer.substring(1));
        }
        return base.members().get(pointer.substring(1, slash)) instanceof JsonObject group
                ? group.members().get(pointer.substring(slash + 1)) : null;
    }

    /** The form with another text in that field. */
    OwnForm with(String pointer, String text) {
        Map<String, String> next = new LinkedHashMap<>(texts);
        next.put(pointer, text);
        if (text.equals(initial(pointer))) {
            next.remove(pointer);
        }
        return new OwnForm(collection, id, base, next, dense);
    }

    OwnForm withDense(boolean said) {
        return new OwnForm(collection, id, base, texts, said);
    }

    /** The record, without the texts that can't be read. */
    JsonObject record(Words words) {
        Map<String, Json> members = new LinkedHashMap<>(base.members());
        texts.forEach((pointer, text) -> {
            if (pointer.equals(BANDWIDTH)) {
                put(members, DEVICE_BANDWIDTH, null);
            }
            if (text.isBlank()) {
                put(members, pointer, null);
            } else if (!fact(pointer).isNumber()) {
                put(members, pointer, new JsonString(text.trim()));
            } else {
                OptionalDouble number = words.parse(text.trim());
                if (number.isPresent()) {
                    put(members, pointer, new JsonNumber(number.getAsDouble()));
                }
            }
        });
        return new JsonObject(members);
    }

    private static void put(Map<String, Json> members, String pointer, Json value) {
        int slash = pointer.indexOf('/', 1);
        String name = slash < 0 ? pointer.substring(1) : pointer.substring(slash + 1);
        Map<String, Json> holder = members;
        if (slash > 0) {
            holder = new LinkedHashMap<>(members.get(pointer.substring(1, slash)) instanceof JsonObject group
                    ? group.members() : Map.of());
        }
        if (value == null) {
            holder.remove(name);
        } else {
            holder.put(name, value);
        }
        if (slash > 0 && holder.isEmpty()) {
            members.remove(pointer.substring(1, slash));
        } else if (slash > 0) {
            members.put(pointer.substring(1, slash), new JsonObject(holder));
        }
    }

    /** What is wrong, by the rules of the catalog. Figures that disagree count where they were changed. */
    List<FactProblem> problems(Words words, Catalog catalog) {
        List<FactProblem> problems = new ArrayList<>();
        texts.forEach((pointer, text) -> {
            if (fact(pointer).isNumber() && !text.isBlank() && words.parse(text.trim()).isEmpty()) {
                problems.add(FactProblem.of(pointer, "not-a-number"));
            }
        });
        JsonObject record = record(words);
        problems.addAll(RecordRules.check(collection, record, catalog));
        if (collection.equals("accelerators")) {
            for (FactProblem problem : RecordRules.agreement(record, dense)) {
                if (texts.containsKey(problem.pointer())) {
                    problems.add(problem);
                }
            }
        }
        return problems;
    }
}
