package dev.llmplanner.view.app;

import dev.llmplanner.view.Additions;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.accuracy.AccuracySection;
import dev.llmplanner.view.answer.AnswerBar;
import dev.llmplanner.view.guide.GuideSection;
import dev.llmplanner.view.guide.ScenarioCost;
import dev.llmplanner.view.handover.HandoverSection;
import dev.llmplanner.view.hardware.HardwareSection;
import dev.llmplanner.view.hardware.OwnHardwareSection;
import dev.llmplanner.view.history.Recent;
import dev.llmplanner.view.matrix.MatrixSection;
import dev.llmplanner.view.measurement.MeasuredCalculator;
import dev.llmplanner.view.measurement.MeasurementSection;
import dev.llmplanner.view.measurement.Measurements;
import dev.llmplanner.view.model.ModelSection;
import dev.llmplanner.view.models.CompareSection;
import dev.llmplanner.view.models.ModelsSection;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.own.Own;
import dev.llmplanner.view.own.OwnCalculator;
import dev.llmplanner.view.ownmodel.OwnModelSection;
import dev.llmplanner.view.plan.PlanSection;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.record.RecordSection;
import dev.llmplanner.view.snippet.EmbeddableCalculator;
import dev.llmplanner.view.tools.HelpDialog;
import dev.llmplanner.view.tools.RecentDialog;
import dev.llmplanner.view.validator.ValidatorSection;
import dev.llmplanner.view.xray.XraySection;
import java.util.List;
import java.util.Optional;

/** All pages. Loaded when a page other than the Calculator is first wanted; nothing follows it. */
public final class Workbench extends NotingEdition {
    /** Its script in dist. */
    public static final String SCRIPT = "workbench.js";

    private final Section model = new ModelSection();
    private final Section calculator = new EmbeddableCalculator(new MeasuredCalculator(new OwnCalculator()));
    private final ModelsSection models = new ModelsSection();
    private final Section compare = new CompareSection(models);
    private final Section hardware = new HardwareSection();
    private final Section ownHardware = new OwnHardwareSection();
    private final Section plan = new PlanSection();
    private final Section handover = new HandoverSection(calculator);
    private final Section validator = new ValidatorSection();
    private final Section matrix = new MatrixSection();
    private final Section ownModel = new OwnModelSection();
    private final Section measurements = new MeasurementSection();
    private final Section accuracy = new AccuracySection();
    private final Section record = new RecordSection();
    private final Section xray = new XraySection(calculator);
    private final Section guide = new GuideSection();
    private final ScenarioCost cost = new ScenarioCost();

    @Override
    public Section section(Route.Place place) {
        return switch (place) {
            case CALCULATOR -> calculator;
            case MODELS -> models;
            case COMPARE -> compare;
            case HARDWARE, SERVERS, FABRICS -> hardware;
            case OWN_HARDWARE -> ownHardware;
            case PLAN -> plan;
            case HANDOVER -> handover;
            case VALIDATOR -> validator;
            case MATRIX -> matrix;
            case OWN_MODEL -> ownModel;
            case MEASUREMENTS -> measurements;
            case ACCURACY -> accuracy;
            case MODEL -> model;
            case ACCELERATOR, SERVER, FABRIC -> record;
            case XRAY -> xray;
            case GUIDES, GUIDE -> guide;
        };
    }

    @Override
    public Optional<Effect> successor(State state) {
        return Optional.empty();
    }

    /** With an answer from the first page on, since it is in sight everywhere. */
    @Override
    public State begun(State state, Resources resources) {
        State restored = Measurements.restored(Own.restored(state, resources), resources);
        return restored.withScenario(restored.scenario(), restored.get(Additions.SLOT).known(resources));
    }

    @Override
    public List<Html> above(Scene scene) {
        return hasAnswerOfItsOwn(scene.state()) ? List.of() : List.of(new AnswerBar(scene).all());
    }

    @Override
    public List<Html> dialogs(Scene scene) {
        return List.of(HelpDialog.of(scene), RecentDialog.of(scene));
    }

    /** The first load leaves recent scenarios to the workbench, which notes the one that it takes over. */
    @Override
    public State noted(State before, State after, Event event) {
        return Recent.noted(before, super.noted(before, after, event));
    }

    @Override
    public State undone(State state, Resources given) {
        return Measurements.keptAgain(Own.keptAgain(state, given), given);
    }

    @Override
    public String cost(Scene scene) {
        return cost.perMillionTokens(scene);
    }

    @Override
    public List<DataFile> files(State state) {
        return hasAnswerOfItsOwn(state) ? List.of() : List.of(DataFile.PRICES);
    }

    /** The Calculator's strip and the plan's stay in sight themselves. */
    private static boolean hasAnswerOfItsOwn(State state) {
        Route.Place place = state.route().place();
        return place == Route.Place.CALCULATOR || place == Route.Place.PLAN;
    }

    @Override
    public String messagesFile(String language) {
        return "workbench-" + language + ".js";
    }

    @Override
    public String messagesGlobal(String language) {
        return "PLANNER_WORKBENCH_" + language.replace('-', '_');
    }
}
