package dev.llmplanner.benchmark;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNull;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * An object of a stranger's file and the way to it. A measured figure that is there and wrong throws {@link WrongValue}; a
 * setting that can't be understood is absent.
 */
record Fields(JsonObject object, String path) {

    /** Seconds, tokens, rates and counts beyond it are no measurement. */
    private static final double MOST = 1e12;

    /** Whether the member is there and not null. */
    boolean has(String name) {
        return value(name).isPresent();
    }

    private Optional<Json> value(String name) {
        return object.get(name).filter(value -> value != JsonNull.NULL);
    }

    /** A measured figure above 0. Zero is absent: the tools write it where they measured nothing. */
    OptionalDouble measured(String name) {
        Optional<Json> value = value(name);
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (value.get() instanceof JsonNumber number && number.value() >= 0 && number.value() <= MOST) {
            return number.value() > 0 ? OptionalDouble.of(number.value()) : OptionalDouble.empty();
        }
        throw wrong(name);
    }

    /** The same divided: by units to the base unit, or by what it is the total of. */
    OptionalDouble measured(String name, double divisor) {
        OptionalDouble value = measured(name);
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / divisor) : value;
    }

    /** A measured whole figure, 0 included. */
    OptionalInt count(String name) {
        Optional<Json> value = value(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (value.get() instanceof JsonNumber number && number.value() >= 0 && number.value() <= Integer.MAX_VALUE
                && number.value() == Math.floor(number.value())) {
            return OptionalInt.of((int) number.value());
        }
        throw wrong(name);
    }

    /** A figure that the user set, above 0; absent where it is a word such as {@code inf} or {@code trace}. */
    OptionalDouble setting(String name) {
        return value(name)
                .filter(value -> value instanceof JsonNumber number && number.value() > 0 && number.value() <= MOST)
                .map(value -> OptionalDouble.of(((JsonNumber) value).value()))
                .orElse(OptionalDouble.empty());
    }

    /** A whole one. */
    OptionalInt wholeSetting(String name) {
        OptionalDouble value = setting(name);
        return value.isPresent() && value.getAsDouble() == Math.floor(value.getAsDouble())
                && value.getAsDouble() <= Integer.MAX_VALUE
                ? OptionalInt.of((int) value.getAsDouble()) : OptionalInt.empty();
    }

    /** A flag, or the word for one. */
    boolean flag(String name) {
        return value(name).map(value -> value instanceof JsonBoolean flag ? flag.value()
                : value instanceof JsonString word && word.value().equalsIgnoreCase("true")).orElse(false);
    }

    /** A name as it may be shown; absent where nothing of it is left. */
    Optional<String> text(String name) {
        return value(name)
                .filter(JsonString.class::isInstance)
                .map(value -> PlainText.name(((JsonString) value).value()))
                .filter(text -> !text.isEmpty());
    }

    /** The object of that name. */
    Optional<Fields> fields(String name) {
        return value(name)
                .filter(JsonObject.class::isInstance)
                .map(value -> new Fields((JsonObject) value, place(name)));
    }

    /** The object at the end of those names, or one without members. */
    Fields within(String... names) {
        Fields at = this;
        for (String name : names) {
            Fields from = at;
            at = from.fields(name).orElseGet(() -> new Fields(new JsonObject.Builder().build(), from.place(name)));
        }
        return at;
    }

    /** The objects of that list. */
    List<Fields> items(String name) {
        List<Fields> items = new ArrayList<>();
        if (value(name).orElse(null) instanceof JsonArray array) {
            for (int i = 0; i < array.items().size(); i++) {
                if (array.items().get(i) instanceof JsonObject item) {
                    items.add(new Fields(item, place(name) + "[" + i + "]"));
                }
            }
        }
        return items;
    }

    /** The objects among the members, whatever their names. */
    List<Fields> objects() {
        List<Fields> found = new ArrayList<>();
        object.members().forEach((name, value) -> {
            if (value instanceof JsonObject member) {
                found.add(new Fields(member, place(name)));
            }
        });
        return found;
    }

    String place(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    WrongValue wrong(String name) {
        return new WrongValue(RefusalCode.WRONG_VALUE, place(name));
    }
}
