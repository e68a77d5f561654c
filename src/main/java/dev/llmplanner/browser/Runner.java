package dev.llmplanner.browser;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Program;
import dev.llmplanner.view.program.Screen;
import dev.llmplanner.view.program.Start;
import dev.llmplanner.view.program.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a program on the page.
 *
 * <p>An event changes the state at once; the screen follows in a microtask, once for all events of the same turn, and
 * effects after the screen. So a field shows what the state says before the browser paints, and a fast series of events
 * costs one rendering.
 */
final class Runner<S, E> {
    private static final String STORE = "llm-deployment-planner";
    private final Program<S, E> program;
    private final VirtualPage page;
    private final EffectRunner effects;
    private final List<Effect> due = new ArrayList<>();
    private S state;
    private boolean rendering;
    private boolean hashFromAddress = true;
    private String hash;
    private Map<String, String> stored;

    Runner(Program<S, E> program, String containerId) {
        this.program = program;
        this.page = new VirtualPage(containerId, this::send);
        this.effects = new EffectRunner(this::send);
    }

    /** What the browser knows before the first screen. */
    static Start start() {
        return new Start(Browser.hash(), List.of(Browser.languages()), readStore(), Browser.prefersDark());
    }

    /** Shows the first screen before it returns, then follows events. */
    void open(Start start) {
        hash = start.hash();
        stored = start.stored();
        take(program.start(start));
        render();
        Browser.onHashChange(() -> {
            hash = Browser.hash();
            hashFromAddress = true;
            send(program.hashChanged(hash));
        });
        Browser.onKey(key -> {
            Optional<E> event = program.keyPressed(state, key);
            event.ifPresent(this::send);
            return event.isPresent();
        });
        Browser.onColorScheme(() -> send(program.darkPreferred(Browser.prefersDark())));
        Browser.mark("planner-interactive");
    }

    @SuppressWarnings("unchecked")
    private void send(Object event) {
        take(program.update(state, (E) event));
        if (!rendering) {
            rendering = true;
            Browser.soon(this::render);
        }
    }

    private void take(Step<S> step) {
        state = step.state();
        due.addAll(step.effects());
    }

    private void render() {
        rendering = false;
        Screen screen = program.view(state);
        page.show(screen.body());
        Browser.present(screen.title(), screen.language(), theme(screen.theme()));
        address(screen.hash());
        store(screen.stored());
        List<Effect> now = List.copyOf(due);
        due.clear();
        for (Effect effect : now) {
            effects.run(effect);
        }
    }

    private void address(String wanted) {
        if (!wanted.equals(hash)) {
            Browser.setHash(wanted, !hashFromAddress && !place(wanted).equals(place(hash)));
            hash = wanted;
        }
        hashFromAddress = false;
    }

    private static String place(String hash) {
        int query = hash.indexOf('?');
        return query < 0 ? hash : hash.substring(0, query);
    }

    private static String theme(Screen.Theme theme) {
        switch (theme) {
            case LIGHT:
                return "light";
            case DARK:
                return "dark";
            default:
                return "";
        }
    }

    private void store(Map<String, String> wanted) {
        if (!wanted.equals(stored)) {
            stored = wanted;
            JsonObject.Builder members = new JsonObject.Builder();
            wanted.forEach(members::put);
            Browser.store(STORE, JsonText.write(members.build()));
        }
    }

    /** What is stored may come from another version or another page: whatever can't be read is ignored. */
    private static Map<String, String> readStore() {
        Map<String, String> read = new LinkedHashMap<>();
        String text = Browser.stored(STORE);
        if (text != null && JsonText.read(text).orElse(null) instanceof JsonObject object) {
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                if (member.getValue() instanceof JsonString value) {
                    read.put(member.getKey(), value.value());
                }
            }
        }
        return read;
    }
}
