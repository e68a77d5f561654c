package dev.llmplanner.checkpoint;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;

/** Bounds a tree before anything walks it: how deep, and how many values. */
final class TreeLimits {

    private record Level(Json value, int depth) {}

    private TreeLimits() {}

    static void check(Json root, String path) {
        Deque<Level> open = new ArrayDeque<>();
        open.push(new Level(root, 1));
        int values = 0;
        while (!open.isEmpty()) {
            Level level = open.pop();
            values++;
            if (level.depth() > Limits.DEPTH) {
                throw Refusal.of(RefusalCode.TOO_DEEP, path, Integer.toString(Limits.DEPTH));
            }
            if (values > Limits.VALUES) {
                throw Refusal.tooLarge(path, values, Limits.VALUES);
            }
            if (level.value() instanceof JsonObject object) {
                object.members().values().forEach(value -> open.push(new Level(value, level.depth() + 1)));
            } else if (level.value() instanceof JsonArray array) {
                array.items().forEach(value -> open.push(new Level(value, level.depth() + 1)));
            }
        }
    }
}
