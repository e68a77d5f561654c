package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.Interconnect;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.hardware.Accelerator;
import dev.llmplanner.engine.roofline.OperatorCoverage;
import dev.llmplanner.engine.roofline.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names every fact that a speed needs and that isn't there. */
final class MissingFacts {

    private MissingFacts() {}

    /** Findings for that deployment; none where its speed can be computed. */
    static List<Finding> of(Deployment deployment, Knowledge knowledge) {
        List<Finding> missing = new ArrayList<>();
        Accelerator device = deployment.accelerator();
        OperatorCoverage.uncovered(deployment.architecture()).ifPresent(kind ->
                missing.add(unknown("operator-unknown").with("operator", kind)));
        if (device.memoryBandwidthBytesPerSecond().isEmpty()) {
            missing.add(unknown("bandwidth-unknown").with("field", "memory.bandwidthGBps"));
        }
        rate(deployment, device).ifPresent(missing::add);
        if (knowledge.calibration().isEmpty()) {
            missing.add(unknown("calibration-unknown"));
        }
        link(deployment).ifPresent(missing::add);
        if (deployment.workload().speculation().isPresent() && deployment.architecture().draft().isEmpty()) {
            missing.add(unknown("draft-unknown"));
        }
        return missing;
    }

    private static Optional<Finding> rate(Deployment deployment, Accelerator device) {
        if (device.peaks().halfFlopPerSecond().isEmpty()) {
            return Optional.of(unknown("rate-unknown").with("field", "denseTflops.bf16").with("format", "bf16"));
        }
        Optional<WeightFormat> format = Precision.missing(deployment.weights(), device);
        return format.map(missing -> unknown("format-speed-unknown").with("format", missing.code()));
    }

    private static Optional<Finding> link(Deployment deployment) {
        Interconnect links = deployment.interconnect();
        int ranks = deployment.layout().gpus();
        if (ranks == 1) {
            return Optional.empty();
        }
        if (links.scaleUpBytesPerSecondPerDirection().isEmpty() && links.domainGpus() > 1) {
            return Optional.of(unknown("link-unknown").with("field", "scaleUp.perDirectionGBps"));
        }
        if (ranks > links.domainGpus() && links.scaleOutBytesPerSecondPerDirection().isEmpty()) {
            return Optional.of(unknown("fabric-unknown")
                    .with("domainGpus", links.domainGpus())
                    .with("gpus", ranks)
                    .with("field", "fabric"));
        }
        return Optional.empty();
    }

    private static Finding unknown(String code) {
        return Finding.of(Finding.Severity.UNKNOWN, code);
    }
}
