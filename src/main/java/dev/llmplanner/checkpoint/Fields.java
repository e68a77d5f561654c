package dev.llmplanner.checkpoint;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNull;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a configuration, under all their names, and which of them were read.
 *
 * <p>A field that is null counts as absent: that is how configurations leave a choice to the code.
 */
final class Fields {

    /** An object whose members are fields, and the way to it. */
    record Scope(String prefix, JsonObject object) {

        String path(String name) {
            return prefix.isEmpty() ? name : prefix + "." + name;
        }
    }

    /** One value and where it stands. */
    record Found(String path, Json value) {}

    private final List<Scope> scopes;
    private final Family family;
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> assumed = new LinkedHashSet<>();

    /** Fields of those objects, the first that has one wins. */
    Fields(List<Scope> scopes, Family family) {
        this.scopes = List.copyOf(scopes);
        this.family = family;
    }

    Family family() {
        return family;
    }

    List<Scope> scopes() {
        return scopes;
    }

    boolean wasRead(String path) {
        return used.contains(path);
    }

    /** The value under the first of those names that has one; other names have to say the same. */
    Optional<Found> find(String... names) {
        Found first = null;
        for (String name : names) {
            for (Scope scope : scopes) {
                Json value = scope.object().members().get(name);
                if (value == null) {
                    continue;
                }
                String path = scope.path(name);
                used.add(path);
                if (value == JsonNull.NULL) {
                    continue;
                }
                if (first == null) {
                    first = new Found(path, value);
                } else if (!outer(first.path(), path, name) && !value.equals(first.value())) {
                    throw Refusal.of(RefusalCode.FIELDS_DISAGREE, path, first.path());
                }
            }
        }
        return Optional.ofNullable(first);
    }

    /** The same field once more, in an object further out: the inner one holds. */
    private static boolean outer(String first, String path, String name) {
        return !first.equals(path) && (first.equals(name) || first.endsWith("." + name))
                && (path.equals(name) || path.endsWith("." + name));
    }

    boolean has(String... names) {
        return find(names).isPresent();
    }

    /** A count from 1, needed. */
    Figure count(int most, String... names) {
        Optional<Found> found = find(names);
        if (found.isPresent()) {
            return Figure.read(whole(found.get(), 1, most), found.get().path());
        }
        return maybe(most, names).orElseThrow(() -> Refusal.of(RefusalCode.MISSING_FIELD, scopes.get(0).path(names[0]), names));
    }

    /** A count, or what the family takes without one; 0 is the same as none. */
    Optional<Figure> maybe(int most, String... names) {
        Optional<Found> found = find(names);
        if (found.isPresent()) {
            int value = whole(found.get(), 0, most);
            return value == 0 ? Optional.empty() : Optional.of(Figure.read(value, found.get().path()));
        }
        Integer otherwise = family.defaults().get(names[0]);
        if (otherwise == null) {
            return Optional.empty();
        }
        assumed.add(names[0]);
        return Optional.of(Figure.family(otherwise));
    }

    /** Fields that the family's code had to fill. */
    List<String> assumed() {
        return List.copyOf(assumed);
    }

    /** A count that may stand once or once per layer, then the same for all. */
    Optional<Figure> uniform(int most, String... names) {
        Optional<Found> found = find(names);
        if (found.isEmpty() || !(found.get().value() instanceof JsonArray array)) {
            return maybe(most, names);
        }
        String path = found.get().path();
        int value = 0;
        for (int i = 0; i < array.items().size(); i++) {
            int item = whole(new Found(path + "[" + i + "]", array.items().get(i)), 0, most);
            if (i > 0 && item != value) {
                throw Refusal.of(RefusalCode.VARIES_BY_LAYER, path + "[" + i + "]", Integer.toString(value));
            }
            value = item;
        }
        return value == 0 ? Optional.empty() : Optional.of(Figure.read(value, path));
    }

    /** A flag, or what the family takes without one. */
    Optional<Boolean> flag(String... names) {
        Optional<Found> found = find(names);
        if (found.isPresent()) {
            return Optional.of(bool(found.get()));
        }
        Integer otherwise = family.defaults().get(names[0]);
        if (otherwise == null) {
            return Optional.empty();
        }
        assumed.add(names[0]);
        return Optional.of(otherwise != 0);
    }

    boolean isSet(String... names) {
        return flag(names).orElse(false);
    }

    Optional<String> text(String... names) {
        return find(names).map(Fields::text);
    }

    /** The items of a list, with their places. */
    Optional<List<Found>> list(String... names) {
        return find(names).map(Fields::items);
    }

    /** A list of whole numbers. */
    Optional<int[]> wholes(int least, int most, String... names) {
        return list(names).map(items -> {
            int[] all = new int[items.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = whole(items.get(i), least, most);
            }
            return all;
        });
    }

    /** The path of a field that was found. */
    String path(String... names) {
        return find(names).map(Found::path).orElse(scopes.get(0).path(names[0]));
    }

    /** Fields inside the object of that name. */
    Optional<Fields> inside(String name) {
        return find(name).map(found -> {
            if (!(found.value() instanceof JsonObject object)) {
                throw Refusal.of(RefusalCode.WRONG_TYPE, found.path(), "object");
            }
            return new Fields(List.of(new Scope(found.path(), object)), Family.UNKNOWN);
        });
    }

    static List<Found> items(Found found) {
        if (!(found.value() instanceof JsonArray array)) {
            throw Refusal.of(RefusalCode.WRONG_TYPE, found.path(), "list");
        }
        List<Found> items = new ArrayList<>();
        for (Json item : array.items()) {
            items.add(new Found(found.path() + "[" + items.size() + "]", item));
        }
        return items;
    }

    static String text(Found found) {
        if (found.value() instanceof JsonString text) {
            return text.value();
        }
        throw Refusal.of(RefusalCode.WRONG_TYPE, found.path(), "text");
    }

    static boolean bool(Found found) {
        if (found.value() instanceof JsonBoolean bool) {
            return bool.value();
        }
        throw Refusal.of(RefusalCode.WRONG_TYPE, found.path(), "true-or-false");
    }

    static int whole(Found found, int least, int most) {
        if (!(found.value() instanceof JsonNumber number)) {
            throw Refusal.of(RefusalCode.WRONG_TYPE, found.path(), "whole-number");
        }
        double value = number.value();
        if (!(value >= least && value <= most)) {
            throw Refusal.range(found.path(), least, most);
        }
        if (value != Math.floor(value)) {
            throw Refusal.of(RefusalCode.NOT_WHOLE, found.path());
        }
        return (int) value;
    }
}
