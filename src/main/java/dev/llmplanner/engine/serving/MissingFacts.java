package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.Interconnect;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.hardware.Accelerator;
import dev.llmplanner.engine.model.TensorGroup;
import dev.llmplanner.engine.roofline.DeviceCalibration;
import dev.llmplanner.engine.roofline.Kernel;
import dev.llmplanner.engine.roofline.MatrixMode;
import dev.llmplanner.engine.roofline.OperatorCoverage;
import dev.llmplanner.engine.roofline.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names every fact that a speed needs and that isn't there. */
final class MissingFacts {

    /** Groups that every pass multiplies by with the kernels of their format. */
    private static final List<TensorGroup> MULTIPLIED = List.of(
            TensorGroup.ATTENTION_INPUT, TensorGroup.ATTENTION_OUTPUT, TensorGroup.MIXER, TensorGroup.DENSE,
            TensorGroup.EXPERTS, TensorGroup.SHARED, TensorGroup.ROUTER);

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
        rate(deployment, device, knowledge).ifPresent(missing::add);
        if (knowledge.calibration().isEmpty()) {
            missing.add(unknown("calibration-unknown"));
        }
        link(deployment).ifPresent(missing::add);
        if (deployment.workload().speculation().isPresent() && deployment.architecture().draft().isEmpty()) {
            missing.add(unknown("draft-unknown"));
        }
        return missing;
    }

    private static Optional<Finding> rate(Deployment deployment, Accelerator device, Knowledge knowledge) {
        if (device.peaks().halfFlopPerSecond().isEmpty()) {
            return Optional.of(unknown("rate-unknown").with("field", "denseTflops.bf16").with("format", "bf16"));
        }
        return Precision.missing(deployment.weights(), device)
                .or(() -> knowledge.calibration().flatMap(known -> uncalibrated(deployment, device, known.device())))
                .map(missing -> unknown("format-speed-unknown").with("format", missing.code()));
    }

    /** A format whose kernels have no efficiency in the device's class, although the device has a rate for it. */
    private static Optional<WeightFormat> uncalibrated(
            Deployment deployment, Accelerator device, DeviceCalibration calibration) {
        for (TensorGroup group : MULTIPLIED) {
            WeightFormat format = deployment.weights().of(group);
            MatrixMode mode = MatrixMode.of(format, device).orElseThrow();
            Kernel kernel = group == TensorGroup.EXPERTS ? mode.experts() : mode.gemm();
            boolean used = group != TensorGroup.EXPERTS || deployment.architecture().hasExperts();
            if (used && !calibration.of(kernel).isComplete()) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
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
