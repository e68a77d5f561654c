package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.engine.roofline.Kernel;
import dev.llmplanner.engine.roofline.MatrixMode;
import dev.llmplanner.engine.serving.Finding.Severity;
import java.util.List;

/** What an experienced engineer would add to an answer. */
final class Advice {

    private Advice() {}

    static void of(Deployment deployment, Knowledge knowledge, List<Finding> findings) {
        if (deployment.interconnect().overHostLink() && deployment.layout().stageGpus() > 1) {
            findings.add(Finding.of(Severity.WARNING, "collectives-over-host-link")
                    .with("gpus", deployment.layout().stageGpus()));
        }
        if (deployment.layout().stageGpus() > deployment.interconnect().domainGpus()) {
            findings.add(Finding.of(Severity.WARNING, "collectives-over-fabric")
                    .with("gpus", deployment.layout().stageGpus())
                    .with("domainGpus", deployment.interconnect().domainGpus()));
        }
        MatrixMode.of(deployment.weights().linear(), deployment.accelerator())
                .filter(mode -> mode.gemm() == Kernel.GEMM_WEIGHT_ONLY)
                .ifPresent(mode -> findings.add(Finding.of(Severity.NOTE, "weight-only")
                        .with("format", deployment.weights().linear().code())));
        deployment.accelerator().memory()
                .filter(memory -> memory.basis() == DeviceMemory.Basis.DERIVED)
                .ifPresent(memory -> findings.add(Finding.of(Severity.NOTE, "capacity-derived")
                        .with("capacityBytes", memory.capacityBytes())));
        measured(knowledge.situation(), findings);
    }

    private static void measured(Uncertainty.Situation situation, List<Finding> findings) {
        if (situation.newClass()) {
            findings.add(Finding.of(Severity.NOTE, "class-not-measured"));
        } else if (situation.newAccelerator()) {
            findings.add(Finding.of(Severity.NOTE, "accelerator-not-measured"));
        }
        if (situation.newEngine()) {
            findings.add(Finding.of(Severity.NOTE, "engine-not-measured"));
        }
        if (situation.newFamily()) {
            findings.add(Finding.of(Severity.NOTE, "family-not-measured"));
        }
    }
}
