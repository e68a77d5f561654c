package dev.llmplanner.view.guide;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A fact of a record, as {@code model/deepseek-r1/totalParametersBillion}: the kind of record, its id, a JSON pointer. The
 * unit stands in the key.
 *
 * @param route   of the record's page
 * @param pointer with a slash before each name
 */
record RecordValue(Route route, String pointer) {
    private static final double GIBI = 1024.0 * 1024 * 1024;
    private static final double MEBI = 1024.0 * 1024;

    /** Reads a name; empty for one that names no record, and for arithmetic with some. */
    static Optional<RecordValue> parse(String name) {
        int first = name.indexOf('/');
        int second = first < 0 ? -1 : name.indexOf('/', first + 1);
        if (second < 0 || name.indexOf(' ') >= 0) {
            return Optional.empty();
        }
        return place(name.substring(0, first)).map(place ->
                new RecordValue(new Route(place, name.substring(first + 1, second)), name.substring(second)));
    }

    private static Optional<Route.Place> place(String code) {
        for (Route.Place place : Route.Place.values()) {
            if (place.isRecord() && place.code().equals(code)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /** Whether the catalog has the record. */
    boolean hasRecord(Scene scene) {
        return record(scene).isPresent();
    }

    private Optional<JsonObject> record(Scene scene) {
        return scene.resources().bundle().get(route.place().collection()).orElse(null) instanceof JsonObject records
                        && records.get(route.id()).orElse(null) instanceof JsonObject record
                ? Optional.of(record)
                : Optional.empty();
    }

    /** The record's own name. */
    String name(Scene scene) {
        return record(scene).flatMap(record -> record.get("name")).orElse(null) instanceof JsonString name
                ? name.value()
                : route.id();
    }

    /** The fact in base units; unknown where the record doesn't state it. */
    Value value(Scene scene) {
        Json at = record(scene).orElse(null);
        String key = "";
        String holder = "";
        int from = 1;
        while (at != null && from <= pointer.length()) {
            int slash = pointer.indexOf('/', from);
            String step = pointer.substring(from, slash < 0 ? pointer.length() : slash);
            from = slash < 0 ? pointer.length() + 1 : slash + 1;
            holder = key;
            key = step;
            at = at instanceof JsonObject object ? object.get(step).orElse(null)
                    : at instanceof JsonArray array ? item(array, step) : null;
        }
        if (at instanceof JsonString word) {
            return Value.of(said(key, word.value(), scene));
        }
        if (at instanceof JsonBoolean truth) {
            return Value.of(scene.say(truth.value() ? "yes" : "no"));
        }
        if (!(at instanceof JsonNumber number)) {
            return Value.of(measure(key, holder), OptionalDouble.empty());
        }
        return Value.of(measure(key, holder), number.value() * scale(key, holder));
    }

    /** A word of a fact as people call it; a name as it is. */
    private static String said(String key, String word, Scene scene) {
        for (String message : List.of(key + "." + word, "country." + word, "value." + key + "." + word)) {
            if (scene.words().knows(message)) {
                return scene.say(message);
            }
        }
        return word;
    }

    private static Json item(JsonArray array, String step) {
        int index = 0;
        for (int i = 0; i < step.length(); i++) {
            char c = step.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
            index = index * 10 + (c - '0');
        }
        return index < array.items().size() ? array.items().get(index) : null;
    }

    private static Measure measure(String key, String holder) {
        if (ends(key, holder, "GBps")) {
            return Measure.BANDWIDTH;
        }
        if (ends(key, holder, "Gbps") || ends(key, holder, "gbpsEach")) {
            return Measure.LINE_RATE;
        }
        if (ends(key, holder, "GiB") || ends(key, holder, "gib") || ends(key, holder, "MiB")) {
            return Measure.BYTES;
        }
        if (ends(key, holder, "GB")) {
            return Measure.GIGABYTES;
        }
        if (ends(key, holder, "Tflops")) {
            return Measure.FLOP_RATE;
        }
        if (ends(key, holder, "Billion")) {
            return Measure.PARAMETERS;
        }
        if (ends(key, holder, "Tokens")) {
            return Measure.TOKENS;
        }
        if (ends(key, holder, "icroseconds")) {
            return Measure.SECONDS;
        }
        return ends(key, holder, "Watts") || ends(key, holder, "Kw") ? Measure.WATTS : Measure.NUMBER;
    }

    private static double scale(String key, String holder) {
        return switch (measure(key, holder)) {
            case BANDWIDTH, LINE_RATE, GIGABYTES, PARAMETERS -> 1e9;
            case BYTES -> ends(key, holder, "MiB") ? MEBI : GIBI;
            case FLOP_RATE -> 1e12;
            case SECONDS -> 1e-6;
            case WATTS -> ends(key, holder, "Kw") ? 1000 : 1;
            default -> 1;
        };
    }

    private static boolean ends(String key, String holder, String unit) {
        return key.endsWith(unit) || holder.endsWith(unit);
    }
}
