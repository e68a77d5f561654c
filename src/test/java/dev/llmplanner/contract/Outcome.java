package dev.llmplanner.contract;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;

/** What a request leads to, as one JSON value: the result, or the error under {@code error}. */
public final class Outcome {

    private Outcome() {}

    /** The planner's outcome. Anything but a result or a request error is a bug and passes through. */
    public static JsonObject of(Planner planner, JsonObject request) {
        try {
            return planner.estimate(request);
        } catch (RequestException refused) {
            return new JsonObject.Builder()
                    .put("error", new JsonObject.Builder()
                            .put("code", refused.code())
                            .put("path", refused.path())
                            .put("allowed", new JsonArray(refused.allowed().stream()
                                    .map(text -> (Json) new JsonString(text)).toList()))
                            .put("message", refused.getMessage())
                            .build())
                    .build();
        }
    }

    /** Verdict, or the error's code. */
    public static String kind(JsonObject outcome) {
        return outcome.get("error")
                .map(error -> "error " + text(((JsonObject) error).get("code").orElseThrow()))
                .orElseGet(() -> text(outcome.get("verdict").orElseThrow())
                        + (outcome.get("latency").isPresent() ? " with speed" : ""));
    }

    private static String text(Json value) {
        return ((JsonString) value).value();
    }
}
