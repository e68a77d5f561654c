package dev.llmplanner.browser;

import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.planning.Search;
import dev.llmplanner.screening.Aside;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSObject;

/** Runs one search at a time, and rows of a matrix while none runs, in slices, so that orders come through between them. */
final class SearchHost {
    private static final double TELL_MILLISECONDS = 100;
    private static final String RESULT = "result";
    private static final String SCREEN = "screen";
    private static final String PRICES = "prices";
    /** Of messages about rows; searches count from one. */
    private static final int ROWS = 0;

    private final CatalogPlanner planner;
    private final JSObject tell;
    private final int milliseconds;
    private JsonObject prices;
    private Aside rows;
    private CatalogPlanner extended;
    private JsonObject records = new JsonObject.Builder().build();
    private int id;
    private Search search;
    private boolean planned;
    private boolean going;
    private double told;
    private double begun;

    SearchHost(JSObject data, JSObject tell, int milliseconds) {
        this.planner = CatalogPlanner.of((JsonObject) NativeJson.of(SearchNatives.part(data, "catalog")));
        this.extended = planner;
        this.tell = tell;
        this.milliseconds = milliseconds;
    }

    JSObject handle() {
        return SearchNatives.handle(this::ask, this::stop);
    }

    private void stop() {
        search = null;
        SearchNatives.tell(tell, SearchNatives.stopped());
    }

    private void ask(JSObject order) {
        if (SearchNatives.has(order, SCREEN)) {
            screen((JsonObject) NativeJson.of(SearchNatives.part(order, SCREEN)));
            return;
        }
        if (SearchNatives.has(order, PRICES)) {
            prices = (JsonObject) NativeJson.of(SearchNatives.part(order, PRICES));
        }
        id = SearchNatives.id(order);
        JsonObject question = (JsonObject) NativeJson.of(SearchNatives.question(order));
        search = null;
        planned = false;
        try {
            CatalogPlanner known = planner(question);
            search = Search.of(known, PlantCatalog.read(prices, known.catalog()),
                    (JsonObject) question.get("request").orElseThrow());
        } catch (RequestException refused) {
            refuse(refused);
            return;
        }
        begun = SearchNatives.now();
        told = begun;
        go();
    }

    private void screen(JsonObject question) {
        if (rows != null && rows.answers(question)) {
            rows.order(question);
        } else {
            rows = Aside.of(planner(question), question);
        }
        go();
    }

    private void go() {
        if (!going) {
            going = true;
            SearchNatives.next(this::slice);
        }
    }

    private void rows() {
        double end = SearchNatives.now() + milliseconds;
        do {
            rows.advance();
        } while (!rows.isDone() && SearchNatives.now() < end);
        SearchNatives.tell(tell, SearchNatives.answer(ROWS, NativeJson.from(rows.message())));
        SearchNatives.next(this::slice);
    }

    /** With records of one's own, which are read again only when they are others. */
    private CatalogPlanner planner(JsonObject question) {
        if (!(question.get("records").orElse(null) instanceof JsonObject added)) {
            return planner;
        }
        if (!added.equals(records)) {
            extended = planner.with(added);
            records = added;
        }
        return extended;
    }

    private void slice() {
        if (search == null && rows != null && !rows.isDone()) {
            rows();
            return;
        }
        if (search == null) {
            going = false;
            return;
        }
        double now = SearchNatives.now();
        double end = now + milliseconds;
        try {
            while (!search.isDone() && now < end) {
                search.advance(1);
                now = SearchNatives.now();
            }
        } catch (RequestException refused) {
            search = null;
            refuse(refused);
            SearchNatives.next(this::slice);
            return;
        }
        if (search.isDone()) {
            JsonObject result = search.result();
            search = null;
            say(RESULT, result);
            SearchNatives.next(this::slice);
            return;
        }
        if (search.hasPlans() && !planned) {
            planned = true;
            say("plans", search.result());
        }
        if (now - told > TELL_MILLISECONDS) {
            told = now;
            say("progress", new JsonObject.Builder().put("done", search.done()).put("of", search.size()).build());
        }
        SearchNatives.next(this::slice);
    }

    private void refuse(RequestException refused) {
        List<Json> allowed = new ArrayList<>();
        refused.allowed().forEach(each -> allowed.add(new JsonString(each)));
        say("refused", new JsonObject.Builder().put("code", refused.code()).put("path", refused.path())
                .put("allowed", new JsonArray(allowed))
                .put("message", refused.getMessage()).build());
    }

    private void say(String name, Json value) {
        JsonObject.Builder message = new JsonObject.Builder().put(name, value);
        if (name.equals(RESULT)) {
            message.put("milliseconds", SearchNatives.now() - begun);
        }
        SearchNatives.tell(tell, SearchNatives.answer(id, NativeJson.from(message.build())));
    }
}
