package dev.llmplanner.view.handover;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.handover.report.Comparison;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Loading;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.plan.answer.Plan;
import dev.llmplanner.view.plan.answer.PlanLinks;
import dev.llmplanner.view.plan.answer.PlanWords;
import dev.llmplanner.view.plan.file.PlanFile;
import dev.llmplanner.view.plan.file.Showable;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.FileField;
import java.util.List;
import java.util.Optional;

/** A plan's file that is handed over: chosen by a button, or dropped on the page. */
final class PlanOpening {
    private static final Slot<Optional<PlanFile>> FILE = new Slot<>("handover-file", Optional.empty());
    private static final Slot<String> PROBLEM = new Slot<>("handover-file-problem", "");
    private static final Slot<Boolean> DRAGGING = new Slot<>("handover-dragging", false);
    private static final String FIELD = "handover-file";
    private static final String TEXT = "text";
    private static final int NOTICE_MILLISECONDS = 8000;

    private PlanOpening() {}

    /** What the file says of the search that its plans come from. */
    static Optional<JsonObject> search(State state) {
        return state.get(FILE).map(PlanFile::search);
    }

    /** The page with files that may be dropped on it; texts go where the browser puts them. */
    static Html dropping(Html page, State state) {
        return page.cls("is-over", state.get(DRAGGING))
                .onInstead("dragover", e -> new Dragged(true))
                .on("dragleave", e -> new Dragged(false))
                .onInstead("drop", e -> e.files().isEmpty() ? null : e.files().size() > 1 ? new Several() : new Given(e.files().get(0).text()));
    }

    /** Around the page: what is dropped and is no file isn't kept from the browser, but answered. */
    static Html answeringTexts(Html page) {
        return el("div").on("drop", e -> e.files().isEmpty() ? new TextDropped() : null).add(page);
    }

    /** Without the notice of a dropped text: it went into a field. */
    static State fieldTyped(State state) {
        return state.get(PROBLEM).equals(TEXT) ? state.with(PROBLEM, "") : state;
    }

    /** Where a file goes in, why the last one can't be used, and the plans of the one that is open. */
    static Html view(Scene scene) {
        String problem = scene.state().get(PROBLEM);
        Html view = el("div", "drop handover-open")
                .add(el("p", "own-actions").add(FileField.of(FIELD, scene.say("handover.open"), el("input")
                        .attr("accept", ".json,application/json").aria("describedby", FIELD + "-problem")
                        .on("change", e -> e.files().isEmpty() ? null : new Given(e.files().get(0).text())))))
                .add(el("p", problem.isEmpty() ? "help" : "error").id(FIELD + "-problem").attr("role", "status")
                        .text(problem.isEmpty() ? scene.say("handover.open-help") : scene.say("plan-file-problem." + problem)));
        List<Plan> plans = scene.state().get(FILE).map(PlanFile::plans).orElse(List.of());
        if (plans.size() > 1) {
            view.add(el("p").text(scene.say("handover.file-plans"))).add(el("ul")
                    .each(plans, plan -> plan(plan, scene.state().get(FILE).orElseThrow().request(), scene)));
        }
        return view;
    }

    private static Html plan(Plan plan, JsonObject request, Scene scene) {
        PlanWords words = new PlanWords(scene);
        return el("li").add(el("a").attr("href", "#" + new PlanLinks(scene.state(), scene.resources()).handover(plan, request))
                .text(scene.say("list.pair", Arguments.of("first", words.servers(plan))
                        .and("second", words.model(plan.model())))));
    }

    /** A file hangs over the page, or doesn't any more. */
    record Dragged(boolean over) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(DRAGGING, over));
        }
    }

    /** A text or a link was dropped. Where a field takes it, the field's own event follows and takes the notice away. */
    record TextDropped() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(DRAGGING, false).with(PROBLEM, TEXT).withMessage("plan-file-problem." + TEXT),
                    new Effect.Later(NOTICE_MILLISECONDS, new MessageDue("")));
        }
    }

    /** More than one file was dropped: which one is meant isn't guessed. */
    record Several() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(DRAGGING, false).with(PROBLEM, "several"), new Effect.Focus(FIELD));
        }
    }

    /** A file was chosen or dropped: its first plan is handed over. */
    record Given(String text) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            PlanFile.Read read = PlanFile.read(text, resources);
            State calm = state.with(DRAGGING, false);
            Optional<PlanFile> file = read.file().filter(whole ->
                    Showable.is(whole, new Scene(calm, resources)) && Comparison.isReadable(whole.search())
                            && SearchTerms.of(whole.search()).isPresent());
            List<Plan> plans = file.map(PlanFile::plans).orElse(List.of());
            if (plans.isEmpty()) {
                String problem = file.isPresent() ? "no-plan" : read.file().isPresent() ? "not-a-plan" : read.problem();
                return Step.to(calm.with(PROBLEM, problem), new Effect.Focus(FIELD));
            }
            String address = new PlanLinks(calm, resources).handover(plans.get(0), file.orElseThrow().request());
            State opened = Address.open(address, calm.with(PROBLEM, "").with(FILE, file), resources);
            return Loading.whatIsNeeded(opened, resources, new Effect.Focus("heading"));
        }
    }
}
