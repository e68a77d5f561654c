package dev.llmplanner.view.measurement;

import dev.llmplanner.benchmark.DeploymentKey;
import dev.llmplanner.benchmark.KeptMeasurement;
import dev.llmplanner.benchmark.MeasurementsFile;
import dev.llmplanner.benchmark.Reading;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.State;
import dev.llmplanner.view.measurement.Measurements.ReadFile;
import dev.llmplanner.view.measurement.Measurements.Selected;
import dev.llmplanner.view.node.DomEvent;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import dev.llmplanner.view.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** What happens on the page of measurements. */
final class MeasurementEvents {

    private MeasurementEvents() {}

    /** Files were chosen, dropped or pasted. They take the place of those before them. */
    record Added(List<DomEvent.FileText> files) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            List<ReadFile> read = new ArrayList<>();
            State next = state;
            for (DomEvent.FileText file : files) {
                Reading reading = Measurements.read(file.text(), resources);
                read.add(new ReadFile(file.name(), reading));
                if (reading instanceof Reading.Kept kept) {
                    for (KeptMeasurement measurement : kept.measurements()) {
                        next = Measurements.used(measurement, next, resources);
                    }
                }
            }
            return Step.to(next.with(Measurements.FILES, List.copyOf(read)).with(Measurements.TEXT, "")
                    .with(Measurements.SELECTED, first(read)));
        }

        private static Selected first(List<ReadFile> read) {
            for (int i = 0; i < read.size(); i++) {
                if (read.get(i).reading() instanceof Reading.Runs) {
                    return new Selected(i, 0);
                }
            }
            return new Selected(0, 0);
        }
    }

    /** A text is being pasted. */
    record Typed(String text) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(Measurements.TEXT, text));
        }
    }

    /** Another run is to be compared. */
    record Chosen(Selected selected) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.with(Measurements.SELECTED, selected), new Effect.ScrollTo("measured-title"));
        }
    }

    /** The scenario becomes what the file says. */
    record TakenOver(Scenario scenario) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.withScenario(scenario, resources), new Effect.Focus("measured-title"));
        }
    }

    /** Estimates of a deployment are to be scaled by its measurement. */
    record Used(KeptMeasurement measurement) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(Measurements.used(measurement, state, resources), new Effect.Focus("measured-scale"));
        }
    }

    /** They are not to be scaled any more. */
    record Undone(DeploymentKey deployment, String focus) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(Measurements.unused(deployment, state, resources), new Effect.Focus(focus));
        }
    }

    /** The browser is to keep those in use, or to forget them. */
    record Keeping(boolean keep) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(Measurements.keeping(keep, state, resources));
        }
    }

    /** Those in use are wanted as a file. */
    record FileWanted() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state, new Effect.Download("own-measurements.json", "application/json",
                    resources.json().write(MeasurementsFile.write(state.get(Measurements.USED))) + "\n"));
        }
    }
}
