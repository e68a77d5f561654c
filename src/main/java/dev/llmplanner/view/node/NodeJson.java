package dev.llmplanner.view.node;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads nodes that were written as JSON at build time, such as a guide's text.
 *
 * <p>A text is a string; an element is {@code [tag, {attributes}, child, …]} with texts as attributes.
 */
public final class NodeJson {

    private NodeJson() {
    }

    /** The nodes of a list. */
    public static List<Node> nodes(Json list) {
        return nodes(list, Map.of());
    }

    /**
     * The nodes of a list in which some tags stand for something else.
     *
     * @param special by tag: makes the node of such an element
     */
    public static List<Node> nodes(Json list, Map<String, Function<JsonArray, Node>> special) {
        List<Node> nodes = new ArrayList<>();
        for (Json item : ((JsonArray) list).items()) {
            nodes.add(node(item, special));
        }
        return nodes;
    }

    private static Node node(Json json, Map<String, Function<JsonArray, Node>> special) {
        if (json instanceof JsonString text) {
            return new Text(text.value());
        }
        List<Json> items = ((JsonArray) json).items();
        String tag = ((JsonString) items.get(0)).value();
        if (special.containsKey(tag)) {
            return special.get(tag).apply((JsonArray) json);
        }
        Html html = Html.el(tag);
        for (Map.Entry<String, Json> attribute : ((JsonObject) items.get(1)).members().entrySet()) {
            html.attr(attribute.getKey(), ((JsonString) attribute.getValue()).value());
        }
        for (Json child : items.subList(2, items.size())) {
            html.add(node(child, special));
        }
        return html.node();
    }
}
