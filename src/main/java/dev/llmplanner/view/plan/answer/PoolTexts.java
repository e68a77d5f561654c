package dev.llmplanner.view.plan.answer;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Separate pools in an address, for which the Calculator has no fields: {@code 2*4.1.4.1} is two workers of TP 4, PP 1, EP 4
 * and attention DP 1.
 */
public final class PoolTexts {

    /** Names of the contract, of the address and of what is shown. */
    private static final List<String> NAMES = List.of("prefill", "decode");

    private static final List<String> DEGREES =
            List.of("tensorParallel", "pipelineParallel", "expertParallel", "attentionDataParallel");
    private static final int MOST = 4096;

    private PoolTexts() {}

    /** What an address says of the pools of that request, by name; empty where it has none. */
    static Map<String, String> texts(JsonObject request) {
        Map<String, String> texts = new LinkedHashMap<>();
        JsonCursor asked = JsonCursor.of(request);
        for (String name : NAMES) {
            asked.find(name).ifPresent(pool -> {
                StringBuilder text = new StringBuilder(Integer.toString(pool.integer("workers"))).append('*');
                for (String degree : DEGREES) {
                    text.append(text.charAt(text.length() - 1) == '*' ? "" : ".")
                            .append(pool.at("layout").findInteger(degree).orElse(1));
                }
                texts.put(name, text.toString());
            });
        }
        return texts;
    }

    /**
     * The request with those pools in the place of its GPUs.
     *
     * @return the request as it is where both texts are blank; empty where they can't be read
     */
    public static Optional<JsonObject> in(JsonObject request, String prefill, String decode) {
        if (prefill.isEmpty() && decode.isEmpty()) {
            return Optional.of(request);
        }
        Optional<JsonObject> first = pool(prefill);
        Optional<JsonObject> second = pool(decode);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Json> members = new LinkedHashMap<>(request.members());
        members.remove("gpus");
        members.remove("layout");
        members.put("mode", new JsonString("disaggregated"));
        members.put(NAMES.get(0), first.get());
        members.put(NAMES.get(1), second.get());
        return Optional.of(new JsonObject(members));
    }

    private static Optional<JsonObject> pool(String text) {
        List<Integer> numbers = new ArrayList<>();
        int number = 0;
        boolean any = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c >= '0' && c <= '9' && number < MOST) {
                number = 10 * number + c - '0';
                any = true;
            } else if (any && number > 0 && c == (numbers.isEmpty() ? '*' : '.')) {
                numbers.add(number);
                number = 0;
                any = false;
            } else {
                return Optional.empty();
            }
        }
        if (numbers.size() != DEGREES.size() + 1) {
            return Optional.empty();
        }
        JsonObject.Builder layout = new JsonObject.Builder();
        for (int i = 0; i < DEGREES.size(); i++) {
            layout.put(DEGREES.get(i), numbers.get(i + 1));
        }
        return Optional.of(new JsonObject.Builder().put("workers", numbers.get(0)).put("layout", layout.build()).build());
    }
}
