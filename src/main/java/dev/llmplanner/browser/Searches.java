package dev.llmplanner.browser;

import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.program.Effect;
import java.util.function.Consumer;
import org.teavm.jso.JSObject;

/**
 * Searches, and rows of the matrix, in a worker that is made of the text of {@code search.js}, which works from {@code file://} too. Where the browser
 * refuses workers, searches run on the page in short slices, and the matrix is computed by the page itself.
 */
final class Searches implements Searching {
    private static final String SCRIPT = "search.js";
    private static final String GLOBAL = "PLANNER_SEARCH";
    private static final int WORKER_SLICE_MILLISECONDS = 25;
    private static final int PAGE_SLICE_MILLISECONDS = 8;
    private static final int PATIENCE_MILLISECONDS = 1000;
    /** Number of the messages about rows; searches count from one. */
    private static final int ROWS = 0;
    private static final JsonObject REFUSED = new JsonObject.Builder().put("refused", true).build();
    private static final JsonObject FAILED = new JsonObject.Builder().put("failed", true).build();

    private Consumer<Object> events;
    private Effect.Search current;
    private int id;
    private boolean loading;
    private JSObject host;
    private boolean aside;
    private boolean ready;
    private boolean refused;
    private boolean priced;
    private int stops;
    private Consumer<Object> rowEvents;
    private Effect.Screen screen;
    private boolean unasked;
    private boolean prepared;

    @Override
    public void run(Effect.Search search, Consumer<Object> taker) {
        events = taker;
        current = search;
        id++;
        if (!loading) {
            next();
        }
    }

    @Override
    public void screen(Effect.Screen wanted, Consumer<Object> taker) {
        rowEvents = taker;
        screen = wanted;
        unasked = true;
        if (!loading) {
            next();
        }
    }

    @Override
    public void prepare() {
        if (!loading && host == null) {
            if (Browser.hasGlobal(GLOBAL)) {
                open();
            } else {
                prepared = true;
                load(SCRIPT);
            }
        }
    }

    /** Reads what is missing, then asks. */
    private void next() {
        if (!Browser.hasGlobal(GLOBAL)) {
            load(SCRIPT);
            return;
        }
        if (prepared && host == null) {
            open();
        }
        if (unasked) {
            askRows();
        }
        if (current == null) {
            return;
        }
        if (!Browser.hasGlobal(DataFile.PRICES.global())) {
            load(DataFile.PRICES.file());
        } else {
            ask();
        }
    }

    private void load(String file) {
        loading = true;
        Browser.load(file, () -> {
            loading = false;
            next();
        }, () -> {
            loading = false;
            refuseRows();
            end(FAILED);
        });
    }

    private void ask() {
        if (current == null) {
            return;
        }
        if (host == null) {
            open();
        }
        SearchNatives.ask(host, SearchNatives.order(id, NativeJson.from(current.question()), priced));
        priced = true;
    }

    private void askRows() {
        unasked = false;
        if (host == null) {
            open();
        }
        if (aside) {
            SearchNatives.ask(host, SearchNatives.order(NativeJson.from(screen.question())));
        } else {
            refuseRows();
        }
    }

    private void refuseRows() {
        if (screen != null) {
            Effect.Screen lost = screen;
            screen = null;
            unasked = false;
            rowEvents.accept(lost.told().apply(REFUSED));
        }
    }

    private void open() {
        ready = false;
        aside = false;
        priced = false;
        if (!refused) {
            host = SearchNatives.worker(this::take, this::broken, WORKER_SLICE_MILLISECONDS);
            aside = host != null;
        }
        if (host == null) {
            host = SearchNatives.here(this::take, PAGE_SLICE_MILLISECONDS);
        }
    }

    /** Before its first word the browser has refused the worker; after it, the search has failed. */
    private void broken() {
        SearchNatives.end(host);
        host = null;
        refused |= !ready;
        refuseRows();
        if (ready) {
            end(FAILED);
        } else {
            ask();
        }
    }

    private void take(JSObject message) {
        if (!SearchNatives.isAnswer(message)) {
            if (SearchNatives.isReady(message)) {
                ready = true;
            } else {
                stops = 0;
            }
            return;
        }
        if (SearchNatives.id(message) == ROWS) {
            if (screen != null) {
                rowEvents.accept(screen.told().apply((JsonObject) NativeJson.of(SearchNatives.told(message))));
            }
            return;
        }
        if (current == null || SearchNatives.id(message) != id) {
            return;
        }
        JsonObject told = (JsonObject) NativeJson.of(SearchNatives.told(message));
        int answered = id;
        // Reading a result and drawing it are two tasks, so that neither holds the page for long.
        Browser.later(() -> tell(told, answered), 0);
    }

    private void tell(JsonObject told, int answered) {
        if (current == null || answered != id) {
            return;
        }
        if (told.get("progress").isPresent() || told.get("plans").isPresent()) {
            events.accept(current.told().apply(told));
        } else {
            end(told);
        }
    }

    private void end(JsonObject told) {
        if (current != null) {
            Effect.Search ended = current;
            current = null;
            events.accept(ended.told().apply(told));
        }
    }

    @Override
    public void stop() {
        current = null;
        if (host == null) {
            return;
        }
        stops++;
        SearchNatives.stop(host);
        if (aside) {
            JSObject asked = host;
            Browser.later(() -> endUnlessStopped(asked), PATIENCE_MILLISECONDS);
        }
    }

    /** A worker that doesn't even hear an order is ended; the next search gets another. */
    private void endUnlessStopped(JSObject asked) {
        if (stops > 0 && host == asked) {
            stops = 0;
            SearchNatives.end(host);
            host = null;
            unasked = screen != null;
            next();
        }
    }
}
