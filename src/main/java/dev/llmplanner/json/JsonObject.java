package dev.llmplanner.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Named members in the order in which they were written. */
public record JsonObject(Map<String, Json> members) implements Json {

    public JsonObject {
        members = Members.copyOf(members);
    }

    /** The object of these names and values, which it takes over: the caller keeps neither array. No name stands twice. */
    public static JsonObject owning(String[] names, Json[] values) {
        return new JsonObject(new Members(names, values));
    }

    /** An object that is read when a member is first asked for, once. It must not read itself; not for several threads. */
    public static JsonObject lazy(Supplier<JsonObject> source) {
        return new JsonObject(new Members(source));
    }

    /** The member of that name, if there is one. */
    public Optional<Json> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    @Override
    public String kind() {
        return "object";
    }

    /** Collects members in order; absent figures are left out instead of written as null. */
    public static final class Builder {
        private final Map<String, Json> members = new LinkedHashMap<>();

        public Builder put(String name, Json value) {
            members.put(name, value);
            return this;
        }

        public Builder put(String name, String value) {
            return put(name, new JsonString(value));
        }

        public Builder put(String name, double value) {
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw new IllegalStateException("not a JSON number: " + name + " = " + value);
            }
            return put(name, new JsonNumber(value));
        }

        public Builder put(String name, boolean value) {
            return put(name, new JsonBoolean(value));
        }

        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
