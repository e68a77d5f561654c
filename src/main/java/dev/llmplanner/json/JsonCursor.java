package dev.llmplanner.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A place in a tree, with the way that led there, so that a wrong value is reported where it stands. The path's text is made
 * when it is asked for: most places are right, and the page reads 15,000 of them before its first screen.
 *
 * <p>Required members throw {@link JsonShapeException} where they are absent; optional ones are empty.
 */
public final class JsonCursor {

    private static final double LARGEST_EXACT_INT = 2_147_483_647.0;

    private final Json value;
    private final JsonCursor parent;
    private final String name;
    private final int index;

    private JsonCursor(Json value, JsonCursor parent, String name, int index) {
        this.value = value;
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /** The root of a tree. */
    public static JsonCursor of(Json root) {
        return new JsonCursor(root, null, "", 0);
    }

    /** Names with dots between them, places in arrays in brackets; empty for the root. */
    public String path() {
        if (parent == null) {
            return "";
        }
        return name == null ? parent.path() + "[" + index + "]" : parent.join(name);
    }

    public Json value() {
        return value;
    }

    /** This value as an object. */
    public JsonObject object() {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw wrong("an object");
    }

    /** The member of that name. */
    public JsonCursor at(String name) {
        Json member = object().members().get(name);
        if (member == null) {
            throw new JsonShapeException(join(name), "a value", "missing");
        }
        return new JsonCursor(member, this, name, 0);
    }

    /** The member of that name, if there is one. */
    public Optional<JsonCursor> find(String name) {
        Json member = object().members().get(name);
        return member == null ? Optional.empty() : Optional.of(new JsonCursor(member, this, name, 0));
    }

    /** Names of the members. */
    public Set<String> names() {
        return object().members().keySet();
    }

    /** Items of the array. */
    public List<JsonCursor> items() {
        if (!(value instanceof JsonArray array)) {
            throw wrong("an array");
        }
        List<JsonCursor> items = new ArrayList<>();
        for (Json item : array.items()) {
            items.add(new JsonCursor(item, this, null, items.size()));
        }
        return items;
    }

    /** Items of the array of that name; none where it is absent. */
    public List<JsonCursor> items(String name) {
        return find(name).map(JsonCursor::items).orElse(List.of());
    }

    /** Texts of the array of that name; none where it is absent. */
    public List<String> strings(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonCursor item : items(name)) {
            texts.add(item.string());
        }
        return texts;
    }

    public String string() {
        if (value instanceof JsonString string) {
            return string.value();
        }
        throw wrong("a text");
    }

    public double number() {
        if (value instanceof JsonNumber number) {
            return number.value();
        }
        throw wrong("a number");
    }

    /** A whole number that fits an int. */
    public int integer() {
        double number = number();
        if (number != Math.floor(number) || Math.abs(number) > LARGEST_EXACT_INT) {
            throw wrong("a whole number");
        }
        return (int) number;
    }

    public boolean bool() {
        if (value instanceof JsonBoolean bool) {
            return bool.value();
        }
        throw wrong("true or false");
    }

    public String string(String name) {
        return at(name).string();
    }

    public double number(String name) {
        return at(name).number();
    }

    public int integer(String name) {
        return at(name).integer();
    }

    public Optional<String> findString(String name) {
        return find(name).map(JsonCursor::string);
    }

    public OptionalDouble findNumber(String name) {
        Optional<JsonCursor> member = find(name);
        return member.isPresent() ? OptionalDouble.of(member.get().number()) : OptionalDouble.empty();
    }

    public OptionalInt findInteger(String name) {
        Optional<JsonCursor> member = find(name);
        return member.isPresent() ? OptionalInt.of(member.get().integer()) : OptionalInt.empty();
    }

    /** The flag of that name; false where it is absent. */
    public boolean flag(String name) {
        Optional<JsonCursor> member = find(name);
        return member.isPresent() && member.get().bool();
    }

    /** An error that says what may stand here. */
    public JsonShapeException wrong(String expected) {
        return new JsonShapeException(path(), expected, found());
    }

    private String found() {
        if (value instanceof JsonString string) {
            return "\"" + string.value() + "\"";
        }
        return (value instanceof JsonArray || value instanceof JsonObject ? "an " : "a ") + value.kind();
    }

    private String join(String name) {
        String path = path();
        return path.isEmpty() ? name : path + "." + name;
    }
}
