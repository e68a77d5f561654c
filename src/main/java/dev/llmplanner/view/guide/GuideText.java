package dev.llmplanner.view.guide;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.List;

/**
 * One guide in one language, as the build renders it.
 *
 * @param order    among the guides of its persona
 * @param contents the headings that the list of contents shows
 * @param body     nodes, see {@code dev.llmplanner.view.node.NodeJson}, with {@code live}, {@code go} and {@code scenario} among them
 */
record GuideText(
        String slug, String title, Persona persona, double order, String summary, List<Heading> contents, JsonArray body) {

    /** Whom a guide is for, in the order of the list. */
    enum Persona {
        EVERYONE("everyone"),
        ARCHITECT("architect"),
        PRODUCT("product"),
        RESEARCHER("researcher");

        private final String code;

        Persona(String code) {
            this.code = code;
        }

        /** The name in messages and folders. */
        String code() {
            return code;
        }

        private static Persona of(String code) {
            for (Persona persona : values()) {
                if (persona.code.equals(code)) {
                    return persona;
                }
            }
            return EVERYONE;
        }
    }

    /** A heading and the id of its element. */
    record Heading(String id, String text) {}

    GuideText {
        contents = List.copyOf(contents);
    }

    static GuideText read(String slug, JsonObject json) {
        List<Heading> contents = new ArrayList<>();
        if (json.get("contents").orElse(null) instanceof JsonArray headings) {
            for (Json heading : headings.items()) {
                contents.add(new Heading(text((JsonObject) heading, "id"), text((JsonObject) heading, "text")));
            }
        }
        return new GuideText(slug, text(json, "title"), Persona.of(text(json, "persona")),
                json.get("order").orElse(null) instanceof JsonNumber number ? number.value() : 0,
                text(json, "summary"), contents,
                json.get("body").orElse(null) instanceof JsonArray body ? body : new JsonArray(List.of()));
    }

    private static String text(JsonObject json, String name) {
        return json.get(name).orElse(null) instanceof JsonString text ? text.value() : "";
    }
}
