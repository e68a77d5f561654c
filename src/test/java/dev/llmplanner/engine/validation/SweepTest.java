package dev.llmplanner.engine.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.EngineLimits;
import dev.llmplanner.engine.deployment.Interconnect;
import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.LegalLayouts;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.hardware.Link;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Estimator;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Knowledge;
import dev.llmplanner.engine.serving.Uncertainty;
import dev.llmplanner.engine.serving.Verdict;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every computable model on every accelerator with a capacity, in every legal layout of 1 to 16 GPUs, at the model's
 * native precision: each answered without an exception, counted by outcome in {@code target/sweep.txt}.
 */
@Tag("slow")
class SweepTest {

    private static final int MOST_GPUS = 16;
    private static final double FABRIC_BYTES_PER_SECOND = 50e9;
    private static final Workload WORKLOAD = new Workload(
            1024, 256, 1280, 0, new Workload.Concurrency(8), Arrival.POISSON, Optional.empty());

    @Test
    void everyModelOnEveryAcceleratorInEveryLayoutIsAnswered() throws IOException {
        Map<String, Integer> outcomes = new TreeMap<>();
        int models = 0;
        List<AcceleratorEntry> devices = TestCatalog.catalog().accelerators().stream()
                .filter(entry -> entry.accelerator().memory().isPresent())
                .toList();
        Map<String, Knowledge> knowledge = new HashMap<>();
        for (ModelEntry model : TestCatalog.catalog().models()) {
            if (model.architecture().isEmpty()) {
                continue;
            }
            models++;
            Architecture architecture = model.architecture().get();
            List<ParallelLayout> layouts = new ArrayList<>();
            for (int gpus = 1; gpus <= MOST_GPUS; gpus++) {
                layouts.addAll(LegalLayouts.of(architecture, model.nativeRecipe(), gpus));
            }
            for (AcceleratorEntry device : devices) {
                Knowledge known = knowledge.computeIfAbsent(device.id(), id -> knowledge(device));
                for (ParallelLayout layout : layouts) {
                    Estimate estimate =
                            Estimator.estimate(deployment(model, architecture, device, layout), known);
                    check(model, device, layout, estimate);
                    outcomes.merge(outcome(estimate), 1, Integer::sum);
                }
            }
        }
        StringBuilder table = new StringBuilder(models + " models on " + devices.size() + " accelerators\n");
        int total = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        outcomes.forEach((outcome, count) -> table.append(count).append('\t').append(outcome).append('\n'));
        table.append(total).append("\tall\n");
        Files.writeString(Path.of("target/sweep.txt"), table);
        System.out.print(table);

        assertThat(models).isGreaterThanOrEqualTo(109);
        assertThat(total).isGreaterThan(500_000);
        assertThat(outcomes.keySet()).anyMatch(outcome -> outcome.startsWith("fits, with speed"))
                .anyMatch(outcome -> outcome.startsWith("does-not-fit"));
    }

    private static void check(ModelEntry model, AcceleratorEntry device, ParallelLayout layout, Estimate estimate) {
        String what = model.id() + " on " + device.id() + " in " + layout;
        estimate.memory().ifPresent(memory -> assertThat(memory.capacityBytes()).as(what).isCloseTo(
                memory.reservedBytes() + memory.weightsBytes() + memory.kvCacheBytes() + memory.stateBytes()
                        + memory.activationsBytes() + memory.runtimeBytes() + memory.freeBytes(),
                org.assertj.core.data.Offset.offset(1.0)));
        estimate.speed().ifPresent(speed -> assertThat(
                speed.tpotSeconds().mid() > 0 && speed.tpotSeconds().mid() < 1e4
                        && speed.ttftSeconds().mid() > 0 && speed.bandwidthUtilizationFraction() <= 1)
                .as(what + " " + speed.tpotSeconds() + " " + speed.bandwidthUtilizationFraction())
                .isTrue());
    }

    private static String outcome(Estimate estimate) {
        String speed = estimate.speed().isPresent() ? ", with speed"
                : estimate.verdict() == Verdict.DOES_NOT_FIT ? "" : ", speed unknown: " + estimate.findings().stream()
                        .filter(finding -> finding.severity() == Finding.Severity.UNKNOWN)
                        .map(Finding::code).findFirst().orElse("?");
        return estimate.verdict().code() + speed;
    }

    private static Knowledge knowledge(AcceleratorEntry device) {
        var constants = TestCatalog.constants();
        var calibration = device.accelerator().calibration();
        return new Knowledge(
                constants.memoryRules(), constants.engine(calibration, ServingEngine.VLLM), constants.pools(),
                constants.uncertainty(),
                new Uncertainty.Situation(true, false, false, true, constants.extraLogSd().getOrDefault(calibration, 0.0)));
    }

    private static Deployment deployment(
            ModelEntry model, Architecture architecture, AcceleratorEntry device, ParallelLayout layout) {
        Optional<Link> link = device.accelerator().scaleUp();
        return new Deployment(
                architecture,
                device.accelerator(),
                new Interconnect(
                        link.map(up -> OptionalDouble.of(up.bytesPerSecondPerDirection())).orElse(OptionalDouble.empty()),
                        link.map(Link::maxDomain).orElse(8), OptionalDouble.of(FABRIC_BYTES_PER_SECOND), false),
                ServingEngine.VLLM,
                Optional.empty(),
                model.nativeRecipe(),
                KvFormat.BF16,
                layout,
                WORKLOAD,
                new EngineLimits(0.9, model.maxContextTokens().orElse(1280), 8192, 256));
    }
}
