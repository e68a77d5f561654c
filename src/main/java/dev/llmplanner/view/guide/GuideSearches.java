package dev.llmplanner.view.guide;

import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Lazy;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Searches of the guide that is open: one after another, each remembered. */
final class GuideSearches {
    private static final int MANY = 60;
    private static final int WAIT_MILLISECONDS = 100;
    private static final JsonObject NOTHING = new JsonObject(Map.of());

    /**
     * What is known.
     *
     * @param running the request that is searched now
     */
    private record Known(Map<JsonObject, JsonObject> results, Optional<JsonObject> running) {
        Known {
            results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
        }

        private Known with(JsonObject request, JsonObject result) {
            Map<JsonObject, JsonObject> next = results.size() < MANY ? new LinkedHashMap<>(results) : new LinkedHashMap<>();
            next.put(request, result);
            return new Known(next, Optional.empty());
        }
    }

    private static final Slot<Known> SLOT = new Slot<>("guide-searches", new Known(Map.of(), Optional.empty()));

    private GuideSearches() {}

    /** What was found so far. */
    static SearchAnswers known(State state) {
        Known known = state.get(SLOT);
        return request -> Optional.ofNullable(known.results().get(request));
    }

    static Optional<Event> due(State state) {
        return state.route().place() == Route.Place.GUIDE ? Optional.of(new Begun()) : Optional.empty();
    }

    /** The step to the next search that the guide still lacks. */
    static Step<State> pursued(State state, Resources resources) {
        if (state.route().place() != Route.Place.GUIDE || state.get(SLOT).running().isPresent()) {
            return Step.to(state);
        }
        for (JsonObject request : requests(state, resources)) {
            Known known = state.get(SLOT);
            if (!known.results().containsKey(request)) {
                JsonObject question = new JsonObject.Builder().put("request", request).build();
                return Step.to(state.with(SLOT, new Known(known.results(), Optional.of(request))),
                        new Effect.Search(question, told -> new Told(request, told)));
            }
        }
        return Step.to(state);
    }

    private static List<JsonObject> requests(State state, Resources resources) {
        GuideFigures figures = GuideBook.of(state).figures(state.route().id());
        List<JsonObject> requests = new ArrayList<>();
        if (!figures.searches().isEmpty()) {
            Ledger ledger = new Ledger(new Scene(state, resources), figures, Edits.of(state).texts(), new Answers(), known(state));
            figures.searches().keySet().forEach(id -> ledger.question(id).ifPresent(requests::add));
        }
        return requests;
    }

    /** The guide is shown, or about to be. A search that another page has ended is begun anew. */
    record Begun() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            if (DataFile.GUIDES.in(state).status() == Lazy.Status.LOADING) {
                return Step.to(state, new Effect.Later(WAIT_MILLISECONDS, new Begun()));
            }
            return pursued(state.with(SLOT, new Known(state.get(SLOT).results(), Optional.empty())), resources);
        }
    }

    /** The search told something. */
    record Told(JsonObject request, JsonObject told) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            boolean goesOn = told.get("progress").isPresent() || told.get("plans").isPresent();
            if (goesOn || !state.get(SLOT).running().equals(Optional.of(request))) {
                return Step.to(state);
            }
            JsonObject result = told.get("result").orElse(null) instanceof JsonObject found ? found : NOTHING;
            return pursued(state.with(SLOT, state.get(SLOT).with(request, result)), resources);
        }
    }
}
