package dev.llmplanner.view.plan;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.plan.answer.Plan;
import dev.llmplanner.view.plan.ask.PlanEntries;
import dev.llmplanner.view.plan.cost.OwnPrices;
import dev.llmplanner.view.plan.file.CompareView;
import dev.llmplanner.view.plan.file.PlanFile;
import dev.llmplanner.view.plan.file.Showable;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans that are compared, saved and opened again. */
final class Files {
    private static final Slot<List<JsonObject>> PINNED = Slot.input("plan-pinned", List.of());
    private static final Slot<Optional<PlanFile>> OPENED = new Slot<>("plan-file", Optional.empty());
    private static final Slot<String> PROBLEM = new Slot<>("plan-file-problem", "");
    private static final Slot<Boolean> DRAGGING = new Slot<>("plan-dragging", false);
    private static final String FIELD = "plan-file";

    private Files() {
    }

    static List<Plan> pinned(State state) {
        return state.get(PINNED).stream().map(plan -> Plan.of(JsonCursor.of(plan))).toList();
    }

    /** The compared plans as one value. */
    static Object pinnedIn(State state) {
        return state.get(PINNED);
    }

    static boolean isPinned(Plan plan, State state) {
        return state.get(PINNED).contains(plan.json());
    }

    /** The page with a file that may be dropped on it; texts go where the browser puts them. */
    static Html dropping(Html page, State state) {
        return page.cls("is-over", state.get(DRAGGING))
                .onInstead("dragover", e -> new Dragged(true))
                .on("dragleave", e -> new Dragged(false))
                .on("dragend", e -> new Dragged(false))
                .onInstead("drop", e -> e.files().isEmpty() ? null : new Chosen(e.files().get(0).text()));
    }

    /** Whether the last file can't be used, which is said also before there is an answer. */
    static boolean isRefused(State state) {
        return !state.get(PROBLEM).isEmpty();
    }

    /** Saving, opening, and what was opened last beside what is found now. */
    static Html view(Scene scene, Optional<Answered> answered, Optional<Plan> chosen, boolean current) {
        String problem = scene.state().get(PROBLEM);
        Html view = el("div", "plan-files")
                .add(el("p", "help").text(scene.say("plan-file.help")))
                .add(el("div", "own-actions")
                        .add(el("button").attr("type", "button").flag("disabled", chosen.isEmpty() || !current)
                                .text(scene.say("plan-file.save")).on("click", e -> new Wanted(chosen.orElseThrow().json())))
                        .add(el("label").attr("for", FIELD).text(scene.say("plan-file.open")))
                        .add(el("input").id(FIELD).attr("type", "file").attr("accept", ".json,application/json")
                                .attr("value", "").aria("describedby", "plan-file-problem")
                                .on("change", e -> e.files().isEmpty() ? null : new Chosen(e.files().get(0).text()))))
                .add(el("p", problem.isEmpty() ? "help" : "error").id("plan-file-problem").attr("role", "status")
                        .text(problem.isEmpty() ? "" : scene.say("plan-file-problem." + problem)));
        Optional<PlanFile> opened = scene.state().get(OPENED);
        if (opened.isPresent() && answered.isPresent() && current
                && opened.get().question().equals(PlanState.entries(scene.state()).link(PlanEntries.ALL))) {
            view.add(el("h3").id("plan-moved").attr("tabindex", -1).text(scene.say("plan.moved")))
                    .add(new CompareView(scene).moved(opened.get(), answered.get().result()));
        }
        return view;
    }

    /** A file hangs over the page, or doesn't any more. */
    record Dragged(boolean over) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(DRAGGING, over));
        }
    }

    /** A plan is put beside others, or taken away. */
    record Pinned(JsonObject plan) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            List<JsonObject> plans = new ArrayList<>(state.get(PINNED));
            if (!plans.remove(plan)) {
                if (plans.size() == CompareView.MOST) {
                    return new Event.MessageDue("plan.compare-full").after(state, resources);
                }
                plans.add(plan);
            }
            return Step.to(state.with(PINNED, List.copyOf(plans)));
        }
    }

    /** The plan in that place of the comparison is taken out. */
    record Unpinned(int place) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            List<JsonObject> plans = new ArrayList<>(state.get(PINNED));
            plans.remove(place);
            return Step.to(state.with(PINNED, List.copyOf(plans)),
                    new Effect.Focus(plans.isEmpty() ? "plan-table" : "plan-compare"));
        }
    }

    /** A file of the compared plans is wanted; of the shown one where none are compared. */
    record Wanted(JsonObject shown) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            List<JsonObject> plans = state.get(PINNED).isEmpty() ? List.of(shown) : state.get(PINNED);
            PlanFile file = PlanFile.of(PlanState.entries(state).link(PlanEntries.ALL),
                    PlanState.answered(state).orElseThrow().request(), plans, resources);
            return Step.to(state, new Effect.Download("deployment" + PlanFile.SUFFIX, "application/json",
                    file.text(resources)));
        }
    }

    /** A file was chosen or dropped: its question is asked again. */
    record Chosen(String text) implements Event {
        @Override
        public Step<State> after(State before, Resources resources) {
            State state = before.with(DRAGGING, false);
            PlanFile.Read read = PlanFile.read(text, resources);
            boolean showable = read.file().isPresent() && Showable.is(read.file().get(), new Scene(state, resources));
            if (!showable) {
                return Step.to(state.with(PROBLEM, read.file().isPresent() ? "not-a-plan" : read.problem()), new Effect.Focus(FIELD));
            }
            Map<String, String> texts = new LinkedHashMap<>(read.file().get().question());
            List<String> ignored = new ArrayList<>();
            State priced = PlanState.with(OwnPrices.of(read.file().get().request()), state);
            State opened = priced.with(PROBLEM, "").with(OPENED, read.file()).with(PINNED,
                    read.file().get().plans().stream().map(Plan::json).limit(CompareView.MOST).toList());
            Step<State> step = new PlanState.Asked(PlanEntries.read(resources.planner().catalog(), texts, ignored))
                    .after(opened, resources);
            texts.forEach((name, value) -> ignored.add(name + "=" + value));
            return new Step<>(step.state().withIgnored(ignored), step.effects());
        }
    }
}
