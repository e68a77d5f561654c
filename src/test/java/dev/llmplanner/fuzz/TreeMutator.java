package dev.llmplanner.fuzz;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNull;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes one place of a tree. Its values come from the samples as often as from a list of odd ones. */
final class TreeMutator {

    private static final double[] NUMBERS = {
        0, -1, 1, 2, 3, 7, 64, 127, 1e3, 65_537, 1e6, 2147483647, 2147483648.0, 9e15, 1e308, 0.5, -0.0, 1e-9, 5e-324};
    private static final int DEEP = 200;

    private final Random random;
    private final List<Json> samples;

    TreeMutator(Random random, List<Json> samples) {
        this.random = random;
        this.samples = samples;
    }

    Json mutate(Json json) {
        if (json instanceof JsonObject object && !object.members().isEmpty()) {
            return object(object);
        }
        if (json instanceof JsonArray array && !array.items().isEmpty() && random.nextInt(4) > 0) {
            return array(array);
        }
        if (json instanceof JsonNumber number && random.nextInt(3) == 0) {
            return new JsonNumber(number.value() * (1 + random.nextInt(3)) + random.nextInt(3) - 1);
        }
        return any();
    }

    private Json object(JsonObject object) {
        Map<String, Json> members = new LinkedHashMap<>(object.members());
        List<String> names = new ArrayList<>(members.keySet());
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(8)) {
            case 0 -> members.remove(name);
            case 1 -> members.put(shard(), any());
            case 2 -> members.put(names.get(random.nextInt(names.size())), members.get(name));
            case 3 -> members.put(name, any());
            default -> members.put(name, mutate(members.get(name)));
        }
        return new JsonObject(members);
    }

    private Json array(JsonArray array) {
        List<Json> items = new ArrayList<>(array.items());
        int at = random.nextInt(items.size());
        switch (random.nextInt(6)) {
            case 0 -> items.remove(at);
            case 1 -> items.add(any());
            case 2 -> items.add(items.get(at));
            default -> items.set(at, mutate(items.get(at)));
        }
        return new JsonArray(items);
    }

    private Json any() {
        return switch (random.nextInt(16)) {
            case 0 -> JsonNull.NULL;
            case 1 -> new JsonBoolean(random.nextBoolean());
            case 2, 3, 4 -> new JsonString(shard());
            case 5, 6, 7, 8 -> new JsonNumber(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 9 -> new JsonArray(List.of(new JsonString(shard()), new JsonNumber(NUMBERS[random.nextInt(NUMBERS.length)])));
            case 10 -> new JsonObject(Map.of(shard(), new JsonString(shard())));
            case 11 -> random.nextInt(40) == 0 ? deep() : new JsonArray(List.of());
            default -> part();
        };
    }

    /** A part of a sample, some way down. */
    private Json part() {
        Json part = samples.get(random.nextInt(samples.size()));
        for (int depth = random.nextInt(6); depth > 0; depth--) {
            if (part instanceof JsonObject object && !object.members().isEmpty()) {
                List<Json> values = new ArrayList<>(object.members().values());
                part = values.get(random.nextInt(values.size()));
            } else if (part instanceof JsonArray array && !array.items().isEmpty()) {
                part = array.items().get(random.nextInt(array.items().size()));
            }
        }
        return part;
    }

    private static Json deep() {
        Json deep = JsonNull.NULL;
        for (int i = 0; i < DEEP; i++) {
            deep = new JsonArray(List.of(deep));
        }
        return deep;
    }

    private String shard() {
        return TextMutator.SHARDS.get(random.nextInt(TextMutator.SHARDS.size()));
    }
}
