package dev.llmplanner.view.embed;

import dev.llmplanner.contract.RequestException;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonDepth;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.JsonTexts;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.program.Screen.Theme;
import dev.llmplanner.view.widget.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the page around the frame asks for, by {@code docs/embedding/messages.schema.json}. */
sealed interface Order {

    /** Ends the silence. */
    record Hello() implements Order {}

    /** Another scenario, by the contract. */
    record Load(JsonObject request) implements Order {}

    /** Another language or theme, or both. */
    record Appearance(Optional<String> language, Optional<Theme> theme) implements Order {}

    /** Longer messages aren't read. */
    int MAXIMUM_LENGTH = 65_536;
    /** Nor are deeper ones: reading follows the depth. */
    int MAXIMUM_DEPTH = 20;

    List<String> TYPES = List.of("hello", "load", "set");
    List<String> THEMES = Stream.of(Theme.values()).map(Frame::code).toList();

    /**
     * The message of a text.
     *
     * @param text JSON; blank where the message had no text
     * @throws RequestException if it isn't one of the contract's
     */
    static JsonObject message(String text, JsonTexts json) {
        if (text.length() > MAXIMUM_LENGTH) {
            throw new RequestException("too-long", "", List.of(),
                    "the message is longer than 65536 characters of JSON: send one request or plan");
        }
        if (JsonDepth.of(text) > MAXIMUM_DEPTH) {
            throw new RequestException("too-deep", "", List.of(), "the message is nested deeper than 20 levels");
        }
        if (json.read(text).orElse(null) instanceof JsonObject message) {
            return message;
        }
        throw new RequestException("wrong-type", "", List.of("an object"), "the message is not an object that JSON can hold");
    }

    /** The mark that a reply repeats: a text or a number. */
    static Optional<Json> id(JsonObject message) {
        return message.get("id").filter(id -> id instanceof JsonString || id instanceof JsonNumber);
    }

    /**
     * Reads a message.
     *
     * @throws RequestException with what is allowed instead
     */
    static Order of(JsonObject message) {
        if (!(message.get(Messages.MARK).orElse(null) instanceof JsonNumber version && version.value() == Messages.VERSION)) {
            throw new RequestException("wrong-version", Messages.MARK, List.of("1"), "this planner speaks version 1 of the messages");
        }
        String type = text(message, "type", TYPES);
        switch (type) {
            case "hello":
                only(message, List.of());
                return new Hello();
            case "load":
                only(message, List.of("request", "plan"));
                return new Load(request(message));
            default:
                only(message, List.of("language", "theme"));
                return appearance(message);
        }
    }

    private static JsonObject request(JsonObject message) {
        Optional<Json> request = message.get("request");
        Optional<Json> plan = message.get("plan");
        if (request.isPresent() == plan.isPresent()) {
            throw new RequestException("one-of-two", "", List.of("request", "plan"), "write either request or plan");
        }
        if (request.isPresent()) {
            return object(request.get(), "request");
        }
        return object(object(plan.get(), "plan").get("request").orElseThrow(() -> new RequestException(
                "wrong-type", "plan.request", List.of("an object"), "the plan has no request: send a plan of a search's result")),
                "plan.request");
    }

    private static JsonObject object(Json value, String path) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new RequestException("wrong-type", path, List.of("an object"), path + " is not an object");
    }

    private static Order appearance(JsonObject message) {
        if (message.get("language").isEmpty() && message.get("theme").isEmpty()) {
            throw new RequestException("one-of-two", "", List.of("language", "theme"), "write language or theme, or both");
        }
        return new Appearance(
                message.get("language").map(given -> text(message, "language", Resources.LANGUAGES)),
                message.get("theme").map(given -> Frame.theme(text(message, "theme", THEMES))));
    }

    private static String text(JsonObject message, String name, List<String> allowed) {
        String text = message.get(name).orElse(null) instanceof JsonString string ? string.value() : "";
        if (!allowed.contains(text)) {
            throw new RequestException("unknown-value", name, allowed, name + " is none of those that are allowed");
        }
        return text;
    }

    private static void only(JsonObject message, List<String> names) {
        List<String> allowed = new ArrayList<>(List.of(Messages.MARK, "type", "id"));
        allowed.addAll(names);
        for (String name : message.members().keySet()) {
            if (!allowed.contains(name)) {
                throw new RequestException("unknown-member", name, allowed, "a message of this type has no such member");
            }
        }
    }
}
