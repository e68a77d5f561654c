package dev.llmplanner.view.measurement;

import dev.llmplanner.benchmark.BenchmarkReader;
import dev.llmplanner.benchmark.DeploymentKey;
import dev.llmplanner.benchmark.KeptMeasurement;
import dev.llmplanner.benchmark.LocalCalibration;
import dev.llmplanner.benchmark.MeasurementsFile;
import dev.llmplanner.benchmark.Reading;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.Stored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The measurements in the state: files that were read, and those in use, one a deployment. */
public final class Measurements {

    /** A file and what came of it. */
    record ReadFile(String name, Reading reading) {}

    /**
     * The run that is compared.
     *
     * @param file among those read
     * @param run  among its runs
     */
    record Selected(int file, int run) {}

    static final Slot<List<ReadFile>> FILES = Slot.input("measurement-files", List.of());
    static final Slot<String> TEXT = Slot.input("measurement-text", "");
    static final Slot<Selected> SELECTED = Slot.input("measurement-selected", new Selected(0, 0));
    static final Slot<List<KeptMeasurement>> USED = Slot.input("measurement-used", List.of());

    private Measurements() {}

    /** The factors of that deployment, where one of its measurements is in use. */
    public static Optional<LocalCalibration> of(DeploymentKey deployment, State state) {
        return state.get(USED).stream().filter(used -> used.deployment().equals(deployment)).findFirst()
                .flatMap(KeptMeasurement::calibration);
    }

    static State used(KeptMeasurement measurement, State state, Resources resources) {
        List<KeptMeasurement> next = without(measurement.deployment(), state.get(USED));
        next.add(measurement);
        return replaced(next, state, resources);
    }

    static State unused(DeploymentKey deployment, State state, Resources resources) {
        return replaced(without(deployment, state.get(USED)), state, resources);
    }

    private static List<KeptMeasurement> without(DeploymentKey deployment, List<KeptMeasurement> all) {
        List<KeptMeasurement> others = new ArrayList<>(all);
        others.removeIf(used -> used.deployment().equals(deployment));
        return others;
    }

    private static State replaced(List<KeptMeasurement> next, State state, Resources resources) {
        State replaced = state.with(USED, List.copyOf(next));
        return isKept(state) ? keeping(true, replaced, resources) : replaced;
    }

    /** Whether the browser keeps those in use until the next visit. */
    static boolean isKept(State state) {
        return state.get(Stored.TEXTS).containsKey(Stored.MEASUREMENTS);
    }

    /** The state in which the browser keeps those in use now, if it keeps any. */
    public static State keptAgain(State state, Resources resources) {
        return isKept(state) ? keeping(true, state, resources) : state;
    }

    static State keeping(boolean keep, State state, Resources resources) {
        Map<String, String> texts = new LinkedHashMap<>(state.get(Stored.TEXTS));
        texts.remove(Stored.MEASUREMENTS);
        if (keep) {
            texts.put(Stored.MEASUREMENTS, resources.json().write(MeasurementsFile.write(state.get(USED))));
        }
        return state.with(Stored.TEXTS, texts);
    }

    /** The state with what the browser kept; what can't be read stays where it is. */
    public static State restored(State state, Resources resources) {
        String text = state.get(Stored.TEXTS).get(Stored.MEASUREMENTS);
        return text != null && read(text, resources) instanceof Reading.Kept kept
                ? state.with(USED, kept.measurements()) : state;
    }

    static Reading read(String text, Resources resources) {
        return BenchmarkReader.read(text, resources.json()::read);
    }
}
