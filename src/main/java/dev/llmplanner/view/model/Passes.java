package dev.llmplanner.view.model;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.hardware.PeakRates;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.model.MixtureOfExperts;
import dev.llmplanner.engine.roofline.DeviceCalibration;
import dev.llmplanner.engine.roofline.ForwardPass;
import dev.llmplanner.engine.roofline.MatrixMode;
import dev.llmplanner.engine.roofline.OperatorCost;
import dev.llmplanner.engine.roofline.PassCost;
import dev.llmplanner.engine.roofline.PassShape;
import dev.llmplanner.engine.roofline.Precision;
import dev.llmplanner.engine.serving.Estimator;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Forward passes of the whole model on one device, as if its memory held everything: no collectives, no padding of shares.
 * What a replica of several devices adds is on the Calculator's page.
 */
final class Passes {
    /** The whole model on one device. */
    static final ParallelLayout WHOLE = ParallelLayout.tensor(1);

    private final Deployment deployment;
    private final DeviceCalibration calibration;
    private final Precision precision;
    private final ForwardPass pass;

    private Passes(Deployment deployment, DeviceCalibration calibration, Precision precision) {
        this.deployment = deployment;
        this.calibration = calibration;
        this.precision = precision;
        this.pass = new ForwardPass(deployment, precision, calibration);
    }

    /** Passes, or why there are none. */
    record Answer(Optional<Passes> passes, Optional<Deployment> deployment, List<Finding> missing) {}

    /** One point under the roof. */
    record Place(double flop, double bytes, double seconds) {

        double flopPerByte() {
            return flop / bytes;
        }

        double flopPerSecond() {
            return flop / seconds;
        }

        double bytesPerSecond() {
            return bytes / seconds;
        }
    }

    /** The passes of that model under those terms. The model's architecture must be known. */
    static Answer of(ModelEntry model, Question question, CatalogPlanner planner) {
        Inquiry inquiry;
        try {
            inquiry = planner.inquire(request(model, question));
        } catch (RequestException refused) {
            return new Answer(Optional.empty(), Optional.empty(),
                    List.of(Finding.of(Finding.Severity.UNKNOWN, refused.code())));
        }
        Deployment deployment = inquiry.deployment(WHOLE);
        List<Finding> missing = new ArrayList<>();
        for (Finding finding : Estimator.missingFacts(deployment, inquiry.knowledge())) {
            missing.add(inquiry.located(finding));
        }
        return missing.isEmpty()
                ? new Answer(Optional.of(new Passes(
                        deployment,
                        inquiry.knowledge().calibration().orElseThrow().device(),
                        Precision.of(deployment.weights(), deployment.accelerator()).orElseThrow())),
                        Optional.of(deployment), List.of())
                : new Answer(Optional.empty(), Optional.of(deployment), missing);
    }

    private static JsonObject request(ModelEntry model, Question question) {
        return new JsonObject.Builder()
                .put("model", model.id())
                .put("accelerator", question.accelerator())
                .put("engine", "vllm")
                .put("precision", new JsonObject.Builder().put("weights", question.weights()).build())
                .put("workload", new JsonObject.Builder().put("inputTokens", 1).put("outputTokens", 1).build())
                .build();
    }

    /** One decode step. */
    PassCost decode(double sequences, double contextTokens) {
        return pass.cost(PassShape.decode(sequences, contextTokens));
    }

    /** One prefill step of a prompt of that length: the prompt, or as much of it as the engine takes at a time. */
    PassCost prefill(double promptTokens) {
        return pass.cost(PassShape.prefill(prefillTokens(promptTokens), promptTokens, promptTokens));
    }

    /** Tokens of such a step. */
    double prefillTokens(double promptTokens) {
        return Math.min(promptTokens, deployment.limits().maxBatchedTokens());
    }

    static Place place(PassCost cost) {
        double flop = 0;
        for (OperatorCost operator : cost.operators()) {
            flop += operator.flop();
        }
        return new Place(flop, cost.memoryBytes(), cost.seconds());
    }

    /** Distinct experts that a decode step of so many sequences reads in each layer of that group. */
    double distinctExperts(MixtureOfExperts experts, double sequences) {
        return calibration.distinctExperts(experts, sequences);
    }

    /** The first group of layers with experts. */
    Optional<MixtureOfExperts> experts() {
        for (FeedForwardGroup group : deployment.architecture().feedForward()) {
            if (group.feedForward() instanceof MixtureOfExperts mixture) {
                return Optional.of(mixture);
            }
        }
        return Optional.empty();
    }

    double bandwidthBytesPerSecond() {
        return deployment.accelerator().memoryBandwidthBytesPerSecond().orElseThrow();
    }

    /** Peaks that the model's matrices compute at, by format, the 16-bit one of attention itself first. */
    Map<String, Double> peaksFlopPerSecond() {
        Map<String, Double> peaks = new LinkedHashMap<>();
        peaks.put("bf16", precision.halfPeakFlopPerSecond());
        PeakRates rates = deployment.accelerator().peaks();
        for (MatrixMode mode : List.of(precision.attentionInput(), precision.dense(), precision.experts())) {
            double peak = mode.peakFlopPerSecond();
            if (peak == precision.halfPeakFlopPerSecond()) {
                continue;
            }
            if (rates.fp8FlopPerSecond().isPresent() && rates.fp8FlopPerSecond().getAsDouble() == peak) {
                peaks.put("fp8", peak);
            } else if (rates.int8FlopPerSecond().isPresent() && rates.int8FlopPerSecond().getAsDouble() == peak) {
                peaks.put("int8", peak);
            } else {
                peaks.put("nvfp4", peak);
            }
        }
        return peaks;
    }
}
