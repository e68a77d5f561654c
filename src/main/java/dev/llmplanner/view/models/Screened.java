package dev.llmplanner.view.models;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.screening.ModelProfile;
import dev.llmplanner.screening.Profiles;
import dev.llmplanner.screening.Run;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.List;
import java.util.Optional;

/**
 * The profiles of all models on one reference, as far as they are computed.
 *
 * @param reference on which they are computed; absent before anything was asked for
 * @param models    of which they are computed
 * @param run       profiles in the order of the models
 */
record Screened(Optional<Reference> reference, List<ModelEntry> models, Optional<Run<ModelProfile>> run) {

    private static final Slot<Screened> SLOT =
            new Slot<>("screened", new Screened(Optional.empty(), List.of(), Optional.empty()));

    /** Profiles of one slice: far less than 50 ms in a browser that has just read the script. */
    private static final int SLICE = 6;

    static Screened in(State state) {
        return state.get(SLOT);
    }

    /** The profile in that place, once it is computed for the present reference. */
    Optional<ModelProfile> profile(int place) {
        return run.flatMap(all -> place < all.size() ? all.get(place) : Optional.empty());
    }

    boolean isDone() {
        return run.isPresent() && run.get().isDone();
    }

    /** What is to be done for the present reference and models: nothing if it is being computed or done. */
    static Optional<Event> due(State state, Resources resources) {
        Reference wanted = state.get(ModelsState.SLOT).reference();
        Screened there = in(state);
        boolean begun = there.reference().filter(wanted::equals).isPresent()
                && same(there.models(), new Scene(state, resources).models());
        return begun ? Optional.empty() : Optional.of(new Begun());
    }

    private static boolean same(List<ModelEntry> left, List<ModelEntry> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            if (left.get(i) != right.get(i)) {
                return false;
            }
        }
        return left.size() == right.size();
    }

    /** The computation begins. */
    record Begun() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            if (due(state, resources).isEmpty()) {
                return Step.to(state);
            }
            Reference reference = state.get(ModelsState.SLOT).reference();
            AcceleratorEntry accelerator =
                    resources.planner().catalog().accelerator(reference.accelerator()).orElseThrow();
            List<ModelEntry> models = new Scene(state, resources).models();
            Run<ModelProfile> run =
                    Profiles.of(resources.planner(), reference.terms(), models, accelerator).run();
            return Drawn.again(state.with(SLOT, new Screened(Optional.of(reference), models, Optional.of(run))),
                    new Effect.Later(0, new Advanced(reference)));
        }
    }

    /** Another slice is computed; none if another reference is wanted by now. */
    record Advanced(Reference reference) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Screened before = in(state);
            if (before.reference().filter(reference::equals).isEmpty() || before.isDone()) {
                return Step.to(state);
            }
            Run<ModelProfile> run = before.run().orElseThrow().advance(SLICE);
            State next = state.with(SLOT, new Screened(before.reference(), before.models(), Optional.of(run)));
            return run.isDone() ? Step.to(next) : Step.to(next, new Effect.Later(0, this));
        }
    }
}
