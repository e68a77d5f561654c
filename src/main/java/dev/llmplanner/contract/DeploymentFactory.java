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

    private final Catalog catalog;
    private final Constants constants;
    private Set<Family> measured;

    DeploymentFactory(Catalog catalog, Constants constants) {
        this.catalog = catalog;
        this.constants = constants;
    }

    /** Families of all models that were measured, which takes reading all models. Idempotent, so that two threads may. */
    private Set<Family> measured() {
        Set<Family> known = measured;
        if (known == null) {
            known = new HashSet<>();
            for (String repository : constants.measuredRepositories()) {
                catalog.model(repository).flatMap(ModelEntry::architecture).map(Family::of).ifPresent(known::add);
            }
            measured = known;
        }
        return known;
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
        return knowledge(request, isMeasured(request.model(), architecture));
    }

    /** Whether a model whose layers have that shape was measured. One of the catalog that was itself is known at once. */
    boolean isMeasured(ModelEntry model, Architecture architecture) {
        return isMeasured(model) || measured().contains(Family.of(architecture));
    }

    /** A repository finds the first model that lists it; no two of the catalog list a measured one. */
    private boolean isMeasured(ModelEntry model) {
        if (!model.id().startsWith(Catalog.OWN) && catalog.model(model.id()).orElse(null) == model) {
            for (ModelEntry.Repository repository : model.repositories()) {
                if (constants.measuredRepositories().contains(repository.name())) {
                    return true;
                }
            }
        }
        return false;
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
