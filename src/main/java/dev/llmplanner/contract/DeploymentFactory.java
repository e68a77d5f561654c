package dev.llmplanner.contract;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.Constants;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.Interconnect;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.hardware.Accelerator;
import dev.llmplanner.engine.hardware.CalibrationClass;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.Attention;
import dev.llmplanner.engine.model.FeedForward;
import dev.llmplanner.engine.serving.Knowledge;
import dev.llmplanner.engine.serving.Uncertainty;
import java.util.HashSet;
import java.util.Set;

/** Turns a resolved request and a layout into what the engine judges, with what calibration knows about it. */
final class DeploymentFactory {

    private final Constants constants;
    private final Set<Family> measured = new HashSet<>();

    DeploymentFactory(Catalog catalog, Constants constants) {
        this.constants = constants;
        for (String repository : constants.measuredRepositories()) {
            catalog.model(repository).flatMap(ModelEntry::architecture).map(Family::of).ifPresent(measured::add);
        }
    }

    /** Layers of the same shape behave alike, whatever their weights: kinds and widths, not the number of layers. */
    private record Family(int hiddenSize, Set<Attention> attention, Set<FeedForward> feedForward) {

        static Family of(Architecture architecture) {
            Set<Attention> attention = new HashSet<>();
            architecture.attention().forEach(group -> attention.add(group.attention()));
            Set<FeedForward> feedForward = new HashSet<>();
            architecture.feedForward().forEach(group -> feedForward.add(group.feedForward()));
            return new Family(architecture.hiddenSize(), attention, feedForward);
        }
    }

    Deployment deployment(ResolvedRequest request, Architecture architecture, ParallelLayout layout) {
        return deployment(request, architecture, layout, request.hardware().interconnect(layout.gpus()));
    }

    /** The same, where the links of that many GPUs are known already. */
    Deployment deployment(
            ResolvedRequest request, Architecture architecture, ParallelLayout layout, Interconnect interconnect) {
        return new Deployment(
                architecture,
                request.hardware().accelerator().accelerator(),
                interconnect,
                request.engine(),
                request.engineVersion(),
                request.recipe(),
                request.kvFormat(),
                layout,
                request.workload(),
                request.limits());
    }

    Knowledge knowledge(ResolvedRequest request, Architecture architecture) {
        return knowledge(request, isMeasured(architecture));
    }

    /** Whether a model whose layers have that shape was measured. */
    boolean isMeasured(Architecture architecture) {
        return measured.contains(Family.of(architecture));
    }

    /** What class and drafting widen, independent of each other. */
    private double extraLogSd(ResolvedRequest request, CalibrationClass calibration) {
        double extra = constants.extraLogSd().getOrDefault(calibration, 0.0);
        double drafting = request.workload().speculation().isPresent() ? constants.draftingLogSd() : 0;
        return Math.sqrt(extra * extra + drafting * drafting);
    }

    /** The same, where it is known already whether the family was measured. */
    Knowledge knowledge(ResolvedRequest request, boolean measuredFamily) {
        Accelerator device = request.hardware().accelerator().accelerator();
        CalibrationClass calibration = device.calibration();
        return new Knowledge(
                constants.memoryRules(),
                constants.engine(calibration, request.engine()),
                constants.pools(),
                constants.uncertainty(),
                new Uncertainty.Situation(
                        !constants.measuredAccelerators().contains(device.id()),
                        !constants.measuredClasses().contains(calibration),
                        !constants.measuredEngines().contains(request.engine()),
                        !measuredFamily,
                        extraLogSd(request, calibration)));
    }
}
