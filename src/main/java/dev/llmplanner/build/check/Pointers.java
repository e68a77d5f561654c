package dev.llmplanner.build.check;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** JSON pointers (RFC 6901) on the tree. */
final class Pointers {

    private Pointers() {
    }

    /** The value at a pointer; the empty pointer is the whole document. */
    static Optional<Json> resolve(Json json, String pointer) {
        if (pointer.isEmpty()) {
            return Optional.of(json);
        }
        if (pointer.charAt(0) != '/') {
            return Optional.empty();
        }
        Optional<Json> here = Optional.of(json);
        for (String token : pointer.substring(1).split("/", -1)) {
            here = here.flatMap(value -> child(value, token.replace("~1", "/").replace("~0", "~")));
        }
        return here;
    }

    /** The pointer of a member or item. */
    static String append(String pointer, String token) {
        return pointer + "/" + token.replace("~", "~0").replace("/", "~1");
    }

    /** Whether the pointer names the other's value or a part of it. */
    static boolean isWithin(String pointer, String ancestor) {
        return pointer.equals(ancestor) || pointer.startsWith(ancestor + "/");
    }

    /** Visits a value and everything below it, outside in. */
    static void walk(Json json, String pointer, BiConsumer<String, Json> visit) {
        visit.accept(pointer, json);
        if (json instanceof JsonObject object) {
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                walk(member.getValue(), append(pointer, member.getKey()), visit);
            }
        } else if (json instanceof JsonArray array) {
            for (int i = 0; i < array.items().size(); i++) {
                walk(array.items().get(i), append(pointer, String.valueOf(i)), visit);
            }
        }
    }

    private static Optional<Json> child(Json json, String token) {
        if (json instanceof JsonObject object) {
            return object.get(token);
        }
        if (json instanceof JsonArray array && token.matches("0|[1-9][0-9]{0,8}")) {
            int index = Integer.parseInt(token);
            return index < array.items().size() ? Optional.of(array.items().get(index)) : Optional.empty();
        }
        return Optional.empty();
    }
}
