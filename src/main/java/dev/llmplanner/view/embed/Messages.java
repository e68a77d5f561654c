package dev.llmplanner.view.embed;

import dev.llmplanner.contract.RequestException;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.List;
import java.util.Optional;

/** What the frame says, by {@code docs/embedding/messages.schema.json}. */
final class Messages {
    /** The member that tells these messages from all others, and its value: the version of the contract. */
    static final String MARK = "llmPlanner";
    static final int VERSION = 1;

    private Messages() {}

    /** The frame shows its first screen, or has heard hello. */
    static JsonObject ready(String version) {
        return message("ready").put("version", version).build();
    }

    /** The height of the content, in CSS pixels. */
    static JsonObject height(int pixels) {
        return message("height").put("height", pixels).build();
    }

    /**
     * The scenario has another answer.
     *
     * @param request by the contract: what was asked, without what the planner filled in
     * @param link    opens the same in the planner
     */
    static JsonObject change(JsonObject request, String link, String verdict) {
        return message("change").put("request", request).put("link", link).put("verdict", verdict).build();
    }

    /**
     * A message could not be used.
     *
     * @param id of that message, if it had one
     */
    static JsonObject error(Optional<Json> id, RequestException wrong) {
        JsonObject.Builder error = message("error");
        id.ifPresent(known -> error.put("id", known));
        List<Json> allowed = wrong.allowed().stream().map(each -> (Json) new JsonString(each)).toList();
        return error.put("code", wrong.code()).put("path", wrong.path()).put("allowed", new JsonArray(allowed))
                .put("message", wrong.getMessage()).build();
    }

    private static JsonObject.Builder message(String type) {
        return new JsonObject.Builder().put(MARK, VERSION).put("type", type);
    }
}
