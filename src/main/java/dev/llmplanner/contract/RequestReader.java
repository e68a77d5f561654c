package dev.llmplanner.contract;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonShapeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Reads members of a request and refuses what can't stand there, with code, path and what is allowed. */
public final class RequestReader {

    private RequestReader() {}

    /** Runs a read, and turns a wrong shape into a request error. */
    public static <T> T shaped(Supplier<T> read) {
        try {
            return read.get();
        } catch (JsonShapeException e) {
            throw new RequestException("wrong-type", e.path(), List.of(e.expected()), e.getMessage());
        }
    }

    /** Refuses members that the contract doesn't have. */
    public static void onlyMembers(JsonCursor object, List<String> allowed) {
        for (String name : shaped(object::names)) {
            if (!allowed.contains(name)) {
                String path = object.path().isEmpty() ? name : object.path() + "." + name;
                throw new RequestException("unknown-member", path, allowed,
                        path + " is not part of a request; write one of " + join(allowed));
            }
        }
    }

    /** The code at that place, one of {@code allowed}. */
    public static Optional<String> code(JsonCursor parent, String name, List<String> allowed) {
        Optional<JsonCursor> member = shaped(() -> parent.find(name));
        if (member.isEmpty()) {
            return Optional.empty();
        }
        String value = shaped(() -> member.get().string());
        if (!allowed.contains(value)) {
            throw new RequestException("unknown-value", member.get().path(), allowed,
                    member.get().path() + " is \"" + value + "\"; write one of " + join(allowed));
        }
        return Optional.of(value);
    }

    /** The number at that place, {@code low} ≤ number ≤ {@code high}. */
    public static OptionalDouble number(JsonCursor parent, String name, double low, double high, String range) {
        Optional<JsonCursor> member = shaped(() -> parent.find(name));
        if (member.isEmpty()) {
            return OptionalDouble.empty();
        }
        double value = shaped(() -> member.get().number());
        if (!(value >= low && value <= high)) {
            throw outOfRange(member.get().path(), range);
        }
        return OptionalDouble.of(value);
    }

    /** The whole number at that place, {@code low} ≤ number ≤ {@code high}. */
    public static OptionalInt integer(JsonCursor parent, String name, int low, int high, String range) {
        OptionalDouble value = number(parent, name, low, high, range);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (value.getAsDouble() != Math.floor(value.getAsDouble())) {
            throw outOfRange(parent.path().isEmpty() ? name : parent.path() + "." + name, range);
        }
        return OptionalInt.of((int) value.getAsDouble());
    }

    private static RequestException outOfRange(String path, String range) {
        return new RequestException("out-of-range", path, List.of(range), path + " is out of range; write " + range);
    }

    /** The texts, separated by commas. */
    public static String join(List<String> texts) {
        StringBuilder joined = new StringBuilder();
        for (String text : texts) {
            joined.append(joined.length() == 0 ? "" : ", ").append(text);
        }
        return joined.toString();
    }

    /** Whole numbers as texts. */
    static List<String> texts(List<Integer> numbers) {
        List<String> texts = new ArrayList<>();
        numbers.forEach(number -> texts.add(Integer.toString(number)));
        return texts;
    }
}
