package dev.llmplanner.view.guide;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.node.Node;
import dev.llmplanner.view.node.NodeJson;
import dev.llmplanner.view.text.Arguments;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A guide's text with what is computed in it: {@code live} figures, {@code go} links that open a scenario in the Calculator,
 * {@code within} links to a heading, and {@code scenario} cards.
 */
final class GuideBody {
    private final Scene scene;
    private final GuideFigures figures;
    private final Ledger present;
    private final Ledger written;
    private final boolean edited;
    private final Sources sources;

    GuideBody(Scene scene, GuideFigures figures, Answers answers) {
        this.scene = scene;
        this.figures = figures;
        Map<String, String> edits = Edits.of(scene.state()).texts();
        this.edited = !edits.isEmpty();
        SearchAnswers searches = GuideSearches.known(scene.state());
        this.present = new Ledger(scene, figures, edits, answers, searches);
        this.written = new Ledger(scene, figures, Map.of(), answers, searches);
        this.sources = new Sources(scene);
    }

    /** The text, then the sources of the facts in it. */
    List<Node> of(JsonArray body) {
        List<Node> nodes = NodeJson.nodes(body, Map.of(
                "live", this::live, "go", this::go, "within", this::within, "scenario", this::card, "scroll", this::table));
        sources.list().ifPresent(list -> nodes.add(list.node()));
        return nodes;
    }

    private Node live(JsonArray item) {
        String text = attribute(item, "is");
        Quote quote = Quote.parse(text);
        Value value = quote.value(present::value);
        String shown = Quote.text(value, scene);
        Optional<RecordValue> record = present.record(quote.expression());
        if (record.isPresent()) {
            return linked(item)
                    ? sources.cited(record.get(), shown).node()
                    : sources.quoted(record.get(), shown).node();
        }
        Html figure = el("span", "live").data("is", quote.expression()).cls("unknown", !value.isKnown())
                .cls("words", value.measure() == Measure.WORD);
        if (edited) {
            String before = Quote.text(quote.value(written::value), scene);
            if (!before.equals(shown)) {
                figure.cls("moved").attr("title", scene.say("guide.written", Arguments.of("value", before)));
            }
        }
        return figure.text(shown).node();
    }

    /** Whether a figure stands in a link, and so can't be one. */
    private static boolean linked(JsonArray item) {
        return ((JsonObject) item.items().get(1)).get("in").isPresent();
    }

    private Node go(JsonArray item) {
        String to = attribute(item, "to");
        String address = figures.searches().containsKey(to)
                ? present.planAddress(to) : Address.of(scene.state(), present.scenario(to));
        Html link = el("a", "live-link").attr("href", "#" + address);
        return content(link, item).node();
    }

    private Node within(JsonArray item) {
        String heading = attribute(item, "to");
        return content(within(heading), item).node();
    }

    /** A link to a heading of the page: the address names the guide, so the focus moves without it. */
    Html within(String heading) {
        return el("a").attr("href", "#" + Address.of(scene.state(), Edits.of(scene.state()).texts(), scene.state().route()))
                .onInstead("click", e -> new Event.Wanted(heading));
    }

    /** A wide table scrolls inside its own box, by keyboard too. */
    private Node table(JsonArray item) {
        return content(el("div", "scroll").attr("tabindex", 0).attr("role", "region")
                .aria("label", scene.say("guide.table")), item).node();
    }

    private Node card(JsonArray item) {
        String id = attribute(item, "id");
        return figures.searches().containsKey(id)
                ? new SearchCard(scene, figures, present, id).of(nodes(item))
                : new ScenarioCard(scene, figures, present, id).of(nodes(item));
    }

    private Html content(Html element, JsonArray item) {
        nodes(item).forEach(element::add);
        return element;
    }

    private List<Node> nodes(JsonArray item) {
        return NodeJson.nodes(new JsonArray(item.items().subList(2, item.items().size())),
                Map.of("live", this::live, "go", this::go));
    }

    private static String attribute(JsonArray item, String name) {
        Json attributes = item.items().get(1);
        return ((JsonString) ((JsonObject) attributes).get(name).orElseThrow()).value();
    }
}
