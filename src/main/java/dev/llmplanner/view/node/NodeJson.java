package dev.llmplanner.view.node;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        List<Node> nodes = new ArrayList<>();
        for (Json item : ((JsonArray) list).items()) {
            nodes.add(node(item));
        }
        return nodes;
    }

    private static Node node(Json json) {
        if (json instanceof JsonString text) {
            return new Text(text.value());
        }
        List<Json> items = ((JsonArray) json).items();
        Html html = Html.el(((JsonString) items.get(0)).value());
        for (Map.Entry<String, Json> attribute : ((JsonObject) items.get(1)).members().entrySet()) {
            html.attr(attribute.getKey(), ((JsonString) attribute.getValue()).value());
        }
        for (Json child : items.subList(2, items.size())) {
            html.add(node(child));
        }
        return html.node();
    }
}
