package dev.llmplanner.support;

import dev.llmplanner.build.json.JacksonTexts;
import dev.llmplanner.build.message.JvmWords;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.State;
import dev.llmplanner.view.app.PlannerProgram;
import dev.llmplanner.view.app.Workbench;
import dev.llmplanner.view.node.DomEvent;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.node.Node;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Screen;
import dev.llmplanner.view.program.Start;
import dev.llmplanner.view.program.Step;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The application on the JVM: a test clicks and types in its node tree as a person does on the page. */
public final class Application {
    public static final Resources RESOURCES = new Resources(
            TestCatalog.planner(),
            TestCatalog.bundle(),
            Map.of("en", JvmWords.read(Path.of(""), "en"), "zh-CN", JvmWords.read(Path.of(""), "zh-CN")),
            JvmWords::of,
            new JacksonTexts(),
            new Workbench());

    private static final int SOON = 100;

    private final PlannerProgram program;
    private State state;
    private List<Effect> effects;

    private Application(Resources resources, Start start) {
        program = new PlannerProgram(resources);
        take(program.start(start));
    }

    /** Another edition of the application. */
    public static Application open(Resources resources, Start start) {
        return new Application(resources, start);
    }

    /** What a program that takes over from this one starts with. */
    public Start handOver() {
        return new Start(screen().hash(), List.of(state.language()), screen().stored(), false,
                Optional.of(program.kept(state)));
    }

    public static Application open(String hash) {
        return open(hash, "en");
    }

    public static Application open(String hash, String language) {
        return new Application(RESOURCES, new Start(hash, List.of(language), Map.of(), false, Optional.empty()));
    }

    /** What the last step asked of the platform. */
    public List<Effect> effects() {
        return effects;
    }

    public State state() {
        return state;
    }

    public Screen screen() {
        return program.view(state);
    }

    /** All text on the page. */
    public String words() {
        return Markup.words(screen().body());
    }

    /** The event that the address's change to that hash makes. */
    public Event hashChanged(String hash) {
        return program.hashChanged(hash);
    }

    /** Presses a key where no text is typed. */
    public void press(String key) {
        program.keyPressed(state, key).ifPresent(this::send);
    }

    public void send(Event event) {
        take(program.update(state, event));
    }

    /** Lets all work that goes on in slices come to its end; what is due in more than {@link #SOON} waits. */
    public void settle() {
        Deque<Effect> due = new ArrayDeque<>(soon());
        while (!due.isEmpty()) {
            Effect next = due.poll();
            if (next instanceof Effect.Search search) {
                send((Event) search.told().apply(Searched.answer(search.question())));
            } else if (next instanceof Effect.Screen screen) {
                for (JsonObject told : Screened.answers(screen.question())) {
                    send((Event) screen.told().apply(told));
                    due.addAll(soon());
                }
                continue;
            } else {
                send((Event) ((Effect.Later) next).event());
            }
            due.addAll(soon());
        }
    }

    private List<Effect> soon() {
        return effects.stream().filter(effect -> effect instanceof Effect.Search || effect instanceof Effect.Screen
                || effect instanceof Effect.Later later && later.milliseconds() <= SOON).toList();
    }

    public void type(String elementId, String text) {
        fire(byId(elementId), "input", DomEvent.typed(text));
    }

    public void choose(String elementId, String value) {
        fire(byId(elementId), "change", DomEvent.typed(value));
    }

    public void press(String elementId, String key) {
        fire(byId(elementId), "keydown", DomEvent.pressed(key));
    }

    public void click(Predicate<Element> which) {
        fire(find(which).orElseThrow(), "click", DomEvent.plain());
    }

    /** Submits the first form that takes it. */
    public void submit() {
        fire(find(element -> element.tag().equals("form") && element.listeners().containsKey("submit")).orElseThrow(),
                "submit", DomEvent.plain());
    }

    public void clickButton(String text) {
        click(element -> element.tag().equals("button") && Markup.words(element).equals(text));
    }

    public Element byId(String id) {
        return find(element -> element.attribute("id").filter(id::equals).isPresent())
                .orElseThrow(() -> new AssertionError("no element " + id));
    }

    public Optional<Element> find(Predicate<Element> which) {
        return find(screen().body(), which);
    }

    /** The text of that element; empty if there is none. */
    public String textOf(String id) {
        return find(element -> element.attribute("id").filter(id::equals).isPresent()).map(Markup::words).orElse("");
    }

    /** Lets that happen to that element. */
    public void fire(Element element, String event, DomEvent detail) {
        Object answer = element.listeners().get(event).handler().on(detail);
        if (answer != null) {
            String field = event.equals("input") ? element.attribute("id").orElse("") : "";
            send(field.isEmpty() ? (Event) answer : program.typed((Event) answer, field));
        }
    }

    private void take(Step<State> step) {
        state = step.state();
        effects = step.effects();
    }

    private static Optional<Element> find(Node node, Predicate<Element> which) {
        if (!(node instanceof Element element)) {
            return Optional.empty();
        }
        if (which.test(element)) {
            return Optional.of(element);
        }
        for (Node child : element.children()) {
            Optional<Element> found = find(child, which);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
