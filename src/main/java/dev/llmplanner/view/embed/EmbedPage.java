package dev.llmplanner.view.embed;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.contract.Answer;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.calculator.Problems;
import dev.llmplanner.view.node.Attribute;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.node.Node;
import dev.llmplanner.view.scenario.Choices;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Calculator's page as the frame shows it: without what is hidden, with a way into the planner instead of the top bar. */
final class EmbedPage {
    private final Scene scene;
    private final Embedded embedded;
    private final String planner;

    EmbedPage(Scene scene, String planner) {
        this.scene = scene;
        this.embedded = Embedded.in(scene.state());
        this.planner = planner;
    }

    Node all() {
        Node calculator = scene.resources().edition().section(Route.Place.CALCULATOR).page(scene).node();
        Html page = el("div", "page embed view-" + embedded.parameters().shape().code()).add(notices());
        Html main = el("main").id("main");
        if (!hasFields()) {
            scene.state().outcome().answer().ifPresent(answer -> main.add(
                    el("p", "embed-scenario").text(subject(answer))));
        }
        return page.add(main.add(kept(calculator).orElseThrow())).add(foot()).node();
    }

    /** Which deployment the answer is for, where no field says it. */
    private String subject(Answer answer) {
        Scenario scenario = scene.state().scenario();
        boolean server = scenario.has(Field.HARDWARE, Choices.BY_SERVER);
        JsonCursor request = JsonCursor.of(answer.request());
        String model = request.string("model");
        String hardware = scenario.text(server ? Field.SERVER : Field.ACCELERATOR);
        JsonCursor workload = request.at("workload");
        return scene.say(workload.find("concurrency").isPresent() ? "embed.scenario" : "embed.scenario-rate", Arguments
                .of("model", scene.catalog().model(model).map(ModelEntry::name).orElse(model))
                .and("hardware", server
                        ? scene.catalog().server(hardware).map(ServerEntry::name).orElse(hardware)
                        : scene.catalog().accelerator(hardware).map(AcceleratorEntry::name).orElse(hardware))
                .and("gpus", request.find("gpus").map(JsonCursor::number).orElse(1.0))
                .and("input", workload.number("inputTokens"))
                .and("output", workload.number("outputTokens"))
                .and("load", workload.find("concurrency").or(() -> workload.find("requestsPerSecond"))
                        .map(JsonCursor::number).orElse(0.0)));
    }

    /** What can't be used of the address, and what is wrong with fields that aren't shown. */
    private Html notices() {
        List<Html> items = new ArrayList<>();
        for (Wrong wrong : embedded.parameters().wrong()) {
            items.add(el("li").text(scene.say(wrong.unknown() ? "embed.unknown" : "embed.wrong",
                    Arguments.of("name", wrong.name()).and("text", wrong.text()).and("allowed", listed(wrong.allowed())))));
        }
        scene.state().outcome().problems().forEach((field, problem) -> {
            if (!hasFields() || !embedded.shows(Part.of(field))) {
                items.add(el("li").text(scene.say("embed.field", Arguments
                        .of("field", scene.say("field." + field.key() + ".label"))
                        .and("problem", Problems.text(field, problem, scene)))));
            }
        });
        Html region = el("div", "notices").attr("role", "status");
        if (!items.isEmpty()) {
            region.add(el("div", "notice").id("parameter-notice")
                    .add(el("p").text(scene.say("embed.wrong-title"))).add(el("ul").add(items)));
        }
        String message = scene.state().message();
        return message.isEmpty() ? region : region.add(el("p", "toast").text(scene.say(message)));
    }

    private String listed(List<String> texts) {
        StringBuilder out = new StringBuilder();
        for (String text : texts) {
            out.append(out.length() == 0 ? "" : scene.say("list.separator")).append(text);
        }
        return out.toString();
    }

    private boolean hasFields() {
        return embedded.parameters().shape() == Shape.CALCULATOR;
    }

    /** The node without what isn't shown; links to other pages lead into the planner. */
    private Optional<Node> kept(Node node) {
        if (!(node instanceof Element element)) {
            return Optional.of(node);
        }
        if (isLeftOut(element)) {
            return Optional.empty();
        }
        List<Node> children = new ArrayList<>();
        element.children().forEach(child -> kept(child).ifPresent(children::add));
        return Optional.of(new Element(element.tag(), element.key(), outward(element), element.listeners(), children,
                element.kept()));
    }

    /** The evidence lives in the planner, and so do the buttons below the fields. */
    private boolean isLeftOut(Element element) {
        Shape shape = embedded.parameters().shape();
        if (Part.hasClass(element, "evidence") || Part.hasClass(element, "actions")
                || embedded.parameters().hidden().stream().anyMatch(part -> part.is(element))) {
            return true;
        }
        boolean answerPart = element.tag().equals("section") && !Part.hasClass(element, "strip");
        return shape != Shape.CALCULATOR && (element.tag().equals("form") || isAdvice(element))
                || shape == Shape.VERDICT && answerPart;
    }

    /** Where there are no fields, nobody can mend one: the notice says what is wrong. */
    private boolean isAdvice(Element element) {
        return element.tag().equals("p") && Part.hasClass(element, "help") && scene.state().outcome().answer().isEmpty();
    }

    private Map<String, Attribute> outward(Element element) {
        Optional<String> link = element.attribute("href").filter(href -> href.startsWith("#"));
        if (link.isEmpty()) {
            return element.attributes();
        }
        Map<String, Attribute> attributes = new LinkedHashMap<>(element.attributes());
        attributes.put("href", new Attribute.Value(planner + link.get()));
        attributes.put("target", new Attribute.Value("_blank"));
        attributes.put("rel", new Attribute.Value("noopener"));
        return attributes;
    }

    private Html foot() {
        Html foot = el("footer", "foot").add(el("p").text(scene.say(
                embedded.counterpart().settled() ? "embed.told" : "embed.local")));
        Html actions = el("div", "embed-actions");
        if (hasFields()) {
            actions.add(el("button").attr("type", "button").text(scene.say("action.reset"))
                    .on("click", e -> new EmbedEvents.StartedOver()));
        }
        if (embedded.shows(Part.LINK)) {
            actions.add(el("a").id("open-planner").attr("target", "_blank").attr("rel", "noopener")
                    .attr("href", planner + "#" + Address.of(scene.state(), scene.state().scenario()))
                    .text(scene.say("embed.open")));
        }
        return foot.add(actions);
    }
}
