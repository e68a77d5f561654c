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
    private static final String HASH = "hash";
    private static final String STORED = "stored";
    private static final String KEPT = "kept";
    /** Browsers take milliseconds to write an address: not while a field is typed into. */
    private static final int ADDRESS_PAUSE_MILLISECONDS = 50;
    private static final JsonText JSON = new JsonText();
    private final Program<S, E> program;
    private final VirtualPage page;
    private final EffectRunner effects;
    private final List<Effect> due = new ArrayList<>();
    private S state;
    private int strokes;
    private boolean rendering;
    private boolean ended;
    private boolean hashFromAddress = true;
    private String addressBehind;
    private String hash;
    private Map<String, String> stored;

    Runner(Program<S, E> program, String containerId, Keeping keeping, Searching searching) {
        this.program = program;
        this.page = new VirtualPage(containerId, keeping, this::happened);
        this.effects = new EffectRunner(this::answer, searching);
    }

    /** What the browser knows before the first screen. */
    static Start start() {
        String before = Browser.kept();
        List<String> languages = List.of(Browser.languages());
        if (before == null) {
            return new Start(Browser.hash(), languages, texts(Browser.stored(STORE)), Browser.prefersDark(),
                    Browser.stores(), Optional.empty());
        }
        JsonObject all = (JsonObject) JSON.read(before).orElseThrow();
        return new Start(((JsonString) all.get(HASH).orElseThrow()).value(), languages, texts(all.get(STORED).orElse(null)),
                Browser.prefersDark(), Browser.stores(), Optional.of(texts(all.get(KEPT).orElse(null))));
    }

    /** Shows the first screen before it returns, then follows events. */
    void open(Start start) {
        hash = start.hash();
        stored = start.stored();
        take(program.start(start));
        render();
        Browser.onHashChange(() -> {
            if (ended) {
                return;
            }
            addressBehind = null;
            hash = Browser.hash();
            hashFromAddress = true;
            send(program.hashChanged(hash));
        });
        Browser.onKey(key -> {
            Optional<E> event = ended ? Optional.empty() : program.keyPressed(state, key);
            event.ifPresent(this::send);
            return event.isPresent();
        });
        Browser.onCommit(() -> {
            strokes++;
            writeAddress();
        });
        Browser.onColorScheme(() -> send(program.darkPreferred(Browser.prefersDark())));
        Browser.offer(this::offer, () -> ended = true);
        Browser.mark("planner-interactive");
    }

    boolean isEnded() {
        return ended;
    }

    @SuppressWarnings("unchecked")
    private void happened(Object event, String field) {
        send(field.isEmpty() ? event : program.typed((E) event, field + strokes));
    }

    @SuppressWarnings("unchecked")
    void send(Object event) {
        if (ended) {
            return;
        }
        take(program.update(state, (E) event));
        draw();
    }

    private void draw() {
        if (!rendering) {
            rendering = true;
            Browser.soon(this::render);
        }
    }

    /** Takes the event of an effect. Unlike a field's, it may change nothing, and then nothing is drawn. */
    @SuppressWarnings("unchecked")
    private void answer(Object event) {
        if (ended) {
            return;
        }
        S before = state;
        take(program.update(state, (E) event));
        if (state != before) {
            draw();
        } else if (!rendering) {
            runEffects();
        }
    }

    private void take(Step<S> step) {
        state = step.state();
        due.addAll(step.effects());
    }

    private void render() {
        rendering = false;
        if (ended) {
            return;
        }
        Screen screen = program.view(state);
        page.show(screen.body());
        Browser.present(screen.title(), screen.language(), theme(screen.theme()));
        address(screen.hash());
        store(screen.stored());
        runEffects();
    }

    private void runEffects() {
        List<Effect> now = List.copyOf(due);
        due.clear();
        for (Effect effect : now) {
            if (effect instanceof Effect.CopyAddress) {
                writeAddress();
            }
            effects.run(effect);
        }
    }

    private void address(String wanted) {
        if (!wanted.equals(hash)) {
            if (!hashFromAddress && !place(wanted).equals(place(hash))) {
                writeAddress();
                Browser.setHash(wanted, true);
            } else if (addressBehind == null) {
                addressBehind = Browser.address();
                Browser.later(this::writeAddress, ADDRESS_PAUSE_MILLISECONDS);
            }
            hash = wanted;
        }
        hashFromAddress = false;
    }

    /** The address of this entry, if it is behind; where the reader has gone elsewhere, that address counts. */
    private void writeAddress() {
        if (addressBehind != null && addressBehind.equals(Browser.address())) {
            Browser.setHash(hash, false);
        }
        addressBehind = null;
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
            Browser.store(STORE, JSON.write(object(wanted)));
        }
    }

    /** Where a page keeps no address, as in some frames, the hash that was wanted counts. */
    private String offer() {
        writeAddress();
        return JSON.write(new JsonObject.Builder().put(HASH, hash).put(STORED, object(stored))
                .put(KEPT, object(program.kept(state))).build());
    }

    private static JsonObject object(Map<String, String> texts) {
        JsonObject.Builder members = new JsonObject.Builder();
        texts.forEach(members::put);
        return members.build();
    }

    /** What is stored may come from another version or another page: whatever can't be read is ignored. */
    private static Map<String, String> texts(String stored) {
        return stored == null ? Map.of() : texts(JSON.read(stored).orElse(null));
    }

    private static Map<String, String> texts(Json stored) {
        Map<String, String> read = new LinkedHashMap<>();
        if (stored instanceof JsonObject object) {
            for (Map.Entry<String, Json> member : object.members().entrySet()) {
                if (member.getValue() instanceof JsonString value) {
                    read.put(member.getKey(), value.value());
                }
            }
        }
        return read;
    }
}
