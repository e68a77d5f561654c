package dev.llmplanner.engine.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.contract.Deployments;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.Interconnect;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.hardware.Accelerator;
import dev.llmplanner.engine.hardware.PeakRates;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.roofline.DeviceCalibration;
import dev.llmplanner.engine.roofline.Kernel;
import dev.llmplanner.engine.roofline.KernelEfficiency;
import dev.llmplanner.support.TestCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fact that a speed needs is named where it isn't there, alone; and what is said beside an answer. */
class MissingFactsTest {

    private static final Replica LLAMA = Replica.of("{'model': 'llama-3.1-70b', 'accelerator': 'nvidia-h200-sxm-141gb', 'engine': 'vllm',"
            + " 'layout': {'tensorParallel': 8}, 'precision': {'weights': 'fp8'}}");
    private static final Replica R1 = Replica.of("{'model': 'deepseek-r1', 'accelerator': 'nvidia-h200-sxm-141gb', 'engine': 'vllm',"
            + " 'layout': {'tensorParallel': 8}}");
    private static final OptionalDouble LINK = OptionalDouble.of(450e9);
    private static final OptionalDouble NONE = OptionalDouble.empty();

    private static Deployment on(Replica replica, OptionalDouble bandwidth, PeakRates peaks) {
        Accelerator a = replica.deployment().accelerator();
        return copy(replica, new Accelerator(a.id(), a.calibration(), a.memory(), bandwidth, peaks, a.scaleUp(), a.hostLink(), a.confidence()),
                replica.deployment().interconnect(), replica.deployment().weights());
    }

    private static Deployment linked(Replica replica, OptionalDouble scaleUp, int domain, OptionalDouble scaleOut) {
        return copy(replica, replica.deployment().accelerator(), new Interconnect(scaleUp, domain, scaleOut, false), replica.deployment().weights());
    }

    private static Deployment copy(Replica replica, Accelerator accelerator, Interconnect links, WeightRecipe weights) {
        Deployment d = replica.deployment();
        return new Deployment(d.architecture(), accelerator, links, d.engine(), d.engineVersion(), weights, d.kvFormat(), d.layout(), d.workload(),
                d.limits());
    }

    /** The same knowledge without the efficiency of a kernel. */
    private static Knowledge without(Replica replica, Kernel kernel) {
        EngineCalibration c = replica.calibration();
        DeviceCalibration device = c.device();
        List<KernelEfficiency> kernels = new ArrayList<>(device.kernels());
        kernels.set(kernel.ordinal(), new KernelEfficiency(0.5, Double.POSITIVE_INFINITY, 0));
        DeviceCalibration less = new DeviceCalibration(kernels, device.smoothMaximumPower(), device.routingSkew(), device.smallBatchRows(),
                device.expertSeconds(), device.expertImbalance(), device.allReduce(), device.allToAll(), device.crossDomain(),
                device.crossDomainAllReduceFraction(), device.hostAllReduceBytesPerSecond(), device.hostLinkReferenceBytesPerSecond());
        return with(replica, Optional.of(new EngineCalibration(less, c.stepSeconds(), c.layerSeconds(), c.eagerSeconds(), c.sequenceSeconds(),
                c.fusedFraction(), c.stallFraction(), c.ttftFixedSeconds(), c.ttftPrefillFactor(), c.ttftExpertsSeconds(), c.ttftStepFactor(),
                c.polling(), c.ttftBurstFraction())));
    }

    private static Knowledge with(Replica replica, Optional<EngineCalibration> calibration) {
        Knowledge k = replica.knowledge();
        return new Knowledge(k.memoryRules(), calibration, k.pools(), k.uncertainty(), k.situation());
    }

    private static void missing(Deployment deployment, Knowledge knowledge, String code, Map<String, String> facts) {
        List<Finding> missing = Estimator.missingFacts(deployment, knowledge);

        assertThat(missing).extracting(Finding::code).containsExactly(code);
        assertThat(missing.get(0).facts()).isEqualTo(facts);
        assertThat(Glances.of(deployment, knowledge).missing()).isEqualTo(missing);
        assertThat(Glances.of(deployment, knowledge).knowsSpeed()).isFalse();
        assertThat(Estimator.estimate(deployment, knowledge).findings()).containsAll(missing);
        assertThat(Estimator.estimate(deployment, knowledge).speed()).isEmpty();
    }

    @Test
    void nothingIsMissingOfWhatIsMeasured() {
        for (Replica replica : List.of(LLAMA, R1)) {
            assertThat(Estimator.missingFacts(replica.deployment(), replica.knowledge())).isEmpty();
        }
    }

    @Test
    void aDeviceNeedsItsBandwidthAndItsRates() {
        PeakRates all = LLAMA.deployment().accelerator().peaks();
        OptionalDouble bandwidth = LLAMA.deployment().accelerator().memoryBandwidthBytesPerSecond();

        missing(on(LLAMA, NONE, all), LLAMA.knowledge(), "bandwidth-unknown", Map.of("field", "memory.bandwidthGBps"));
        missing(on(LLAMA, bandwidth, new PeakRates(NONE, all.fp8FlopPerSecond(), NONE, NONE)), LLAMA.knowledge(), "rate-unknown",
                Map.of("field", "denseTflops.bf16", "format", "bf16"));
        missing(LLAMA.deployment(), with(LLAMA, Optional.empty()), "calibration-unknown", Map.of());
    }

    /** llama.cpp's formats have no kernels here. */
    @Test
    void aFormatWithoutKernelsIsNamed() {
        Deployment gguf = copy(LLAMA, LLAMA.deployment().accelerator(), LLAMA.deployment().interconnect(), WeightRecipe.of(WeightFormat.GGUF_Q8_0));

        missing(gguf, LLAMA.knowledge(), "format-speed-unknown", Map.of("format", "gguf-q8_0"));
    }

    @Test
    void aKernelWithoutAnEfficiencyIsNamedByItsFormatWhereItIsUsed() {
        missing(LLAMA.deployment(), without(LLAMA, Kernel.GEMM_FP8), "format-speed-unknown", Map.of("format", "fp8"));
        missing(R1.deployment(), without(R1, Kernel.MOE_FP8_BLOCK), "format-speed-unknown", Map.of("format", "fp8-block"));
        missing(R1.deployment(), without(R1, Kernel.GEMM_BF16), "format-speed-unknown", Map.of("format", "bf16"));
        // No experts, or experts in another format.
        assertThat(Estimator.missingFacts(LLAMA.deployment(), without(LLAMA, Kernel.MOE_FP8_BLOCK))).isEmpty();
        assertThat(Estimator.missingFacts(R1.deployment(), without(R1, Kernel.MOE_BF16))).isEmpty();
    }

    /** Eight ranks in a domain of eight need no fabric; over two domains of four they do; each alone in its domain, no link. */
    @Test
    void ranksNeedALinkInsideADomainAndAFabricBetweenDomains() {
        assertThat(Estimator.missingFacts(linked(LLAMA, LINK, 8, NONE), LLAMA.knowledge())).isEmpty();
        missing(linked(LLAMA, NONE, 8, NONE), LLAMA.knowledge(), "link-unknown", Map.of("field", "scaleUp.perDirectionGBps"));
        missing(linked(LLAMA, LINK, 4, NONE), LLAMA.knowledge(), "fabric-unknown", Map.of("field", "fabric"));
        assertThat(Estimator.missingFacts(linked(LLAMA, LINK, 4, LINK), LLAMA.knowledge())).isEmpty();
        assertThat(Estimator.missingFacts(linked(LLAMA, NONE, 1, LINK), LLAMA.knowledge())).isEmpty();
        missing(linked(LLAMA, NONE, 2, LINK), LLAMA.knowledge(), "link-unknown", Map.of("field", "scaleUp.perDirectionGBps"));
    }

    @Test
    void draftsNeedDraftLayers() {
        Replica drafting = Replica.of("{'model': 'deepseek-r1', 'accelerator': 'nvidia-h200-sxm-141gb', 'layout': {'tensorParallel': 8},"
                + " 'workload': {'speculative': {'depth': 1, 'acceptance': 0.5}}}");
        Deployment llama = LLAMA.deployment().with(drafting.workload());

        missing(llama, LLAMA.knowledge(), "draft-unknown", Map.of());
        assertThat(Estimator.missingFacts(drafting.deployment(), drafting.knowledge())).isEmpty();
    }

    @Test
    void aGlanceGivesTheFirstReason() {
        Replica small = Replica.of("{'model': 'llama-3.1-405b', 'accelerator': 'nvidia-h200-sxm-141gb', 'layout': {'tensorParallel': 4},"
                + " 'workload': {'concurrency': 4}}");
        Finding shortfall = small.glances().at(small.deployment(), small.memory()).reason().orElseThrow();
        Deployment unlinked = linked(LLAMA, NONE, 8, NONE);
        Glances glances = Glances.of(unlinked, LLAMA.knowledge());

        assertThat(small.memory().shortfallBytes()).isPositive();
        assertThat(shortfall.code()).isEqualTo("does-not-fit");
        assertThat(shortfall.figures()).containsEntry("shortfallBytes", small.memory().shortfallBytes());
        assertThat(glances.at(unlinked, LLAMA.memory()).reason()).contains(glances.missing().get(0));
        assertThat(LLAMA.glances().at(LLAMA.deployment(), LLAMA.memory()).reason()).isEmpty();
        assertThat(small.glances().estimate(small.deployment(), small.memory()).verdict()).isEqualTo(Verdict.DOES_NOT_FIT);
        assertThat(Estimator.point(small.deployment(), small.knowledge())).isEmpty();
    }

    @Test
    void thePointAloneIsThatOfTheEstimate() {
        Replica replica = Replica.of("{'model': 'llama-3.1-70b', 'accelerator': 'nvidia-h200-sxm-141gb', 'layout': {'tensorParallel': 4},"
                + " 'workload': {'concurrency': 40}}");
        ServingPoint expected = Estimator.estimate(replica.deployment(), replica.knowledge()).point().orElseThrow();
        ServingPoint point = Estimator.point(replica.deployment(), replica.knowledge()).orElseThrow();

        assertThat(point.ttftSeconds()).isEqualTo(expected.ttftSeconds());
        assertThat(point.tpotSeconds()).isEqualTo(expected.tpotSeconds());
        assertThat(point.decode().operators()).isEmpty();
        assertThat(expected.decode().operators()).isNotEmpty();
    }

    /** An A100 of PCIe without a bridge reduces over the host's link; one GPU has nothing to reduce. */
    @ParameterizedTest
    @CsvSource({"8, 8, false, ''", "8, 8, true, collectives-over-host-link", "8, 4, false, collectives-over-fabric"})
    void whoeverReducesOverASlowLinkIsWarned(int ranks, int domain, boolean host, String code) {
        Interconnect links = new Interconnect(LINK, domain, LINK, host);
        Deployment deployment = copy(LLAMA, LLAMA.deployment().accelerator(), links, LLAMA.deployment().weights());
        List<Finding> advice = new ArrayList<>();
        Advice.of(deployment, LLAMA.knowledge(), advice);
        List<Finding> alone = new ArrayList<>();
        Replica one = Replica.of("{'model': 'llama-3.1-70b', 'accelerator': 'nvidia-h200-sxm-141gb', 'layout': {'tensorParallel': 1},"
                + " 'precision': {'weights': 'int4'}}");
        Advice.of(copy(one, one.deployment().accelerator(), new Interconnect(LINK, 1, NONE, true), one.deployment().weights()), one.knowledge(), alone);

        assertThat(advice).extracting(Finding::code).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
        advice.forEach(found -> assertThat(found.figures()).containsEntry("gpus", (double) ranks));
        // Weights of four bits are read narrow and computed in sixteen.
        assertThat(alone).extracting(Finding::code).containsExactly("weight-only");
        assertThat(alone.get(0).facts()).containsEntry("format", "int4");
    }

    /** 61 layers × 576 × 2 bytes of a token's latent row, whole on each rank; four ranks send a quarter of the prompts each. */
    @Test
    void ranksOfTheirOwnSequencesShareThePromptsThatTravel() {
        DisaggregatedPair pair = new Deployments(TestCatalog.catalog(), TestCatalog.constants()).pools(Replica.request("{'mode': 'disaggregated',"
                + " 'model': 'deepseek-r1', 'accelerator': 'nvidia-h200-sxm-141gb', 'fabric': 'ib-ndr', 'engine': 'sglang',"
                + " 'prefill': {'workers': 1, 'layout': {'attentionDataParallel': 16, 'expertParallel': 16}},"
                + " 'decode': {'workers': 1, 'layout': {'attentionDataParallel': 16, 'expertParallel': 16}},"
                + " 'workload': {'inputTokens': 4000, 'outputTokens': 100, 'concurrency': 1}}"));
        double bytes = 4000 * 61 * 576 * 2.0 / 16;

        assertThat(DisaggregatedEstimator.transferSeconds(pair, R1.knowledge().pools()).orElseThrow())
                .isCloseTo(bytes / (50e9 * R1.knowledge().pools().transferFraction()), within(1e-12));
    }

    /** A decode step is memory, compute and links; what is left of it is overhead. Stalls may take more than each. */
    @Test
    void theLargestShareOfAStepLimitsIt() {
        List<Bottleneck> seen = new ArrayList<>();
        for (Replica replica : List.of(LLAMA, R1, Replica.of("{'model': 'gpt-oss-120b', 'accelerator': 'nvidia-h200-sxm-141gb', 'engine': 'sglang',"
                + " 'layout': {'tensorParallel': 8}, 'workload': {'inputTokens': 100, 'outputTokens': 1000}}"),
                Replica.of("{'model': 'llama-3.1-70b', 'accelerator': 'nvidia-h200-sxm-141gb', 'layout': {'tensorParallel': 4},"
                        + " 'workload': {'inputTokens': 30000, 'outputTokens': 50}}"))) {
            for (double load : new double[] {1, 16, replica.most() * 0.9, replica.most() * 3}) {
                Deployment loaded = replica.deployment().with(replica.workload().with(new Workload.Concurrency(load)));
                MemoryPlan memory = replica.memory();
                Estimate estimate = replica.glances().estimate(loaded, memory);
                ServingPoint point = estimate.point().orElseThrow();
                double memorySeconds = point.decode().memorySeconds();
                double compute = point.decode().computeSeconds();
                double links = point.decode().interconnectSeconds();
                Map<Bottleneck, Double> shares = Map.of(Bottleneck.MEMORY_BANDWIDTH, memorySeconds, Bottleneck.COMPUTE, compute,
                        Bottleneck.INTERCONNECT, links, Bottleneck.OVERHEAD, point.decodeStepSeconds() - (memorySeconds + compute + links),
                        Bottleneck.PREFILL, point.stallSeconds());
                Bottleneck named = estimate.speed().orElseThrow().bottleneck();
                seen.add(named);
                if (load > replica.most()) {
                    assertThat(named).isEqualTo(Bottleneck.KV_CAPACITY);
                } else {
                    shares.values().forEach(share -> assertThat(shares.get(named)).isGreaterThanOrEqualTo(share));
                }
            }
        }
        assertThat(seen).contains(Bottleneck.MEMORY_BANDWIDTH, Bottleneck.OVERHEAD, Bottleneck.PREFILL, Bottleneck.KV_CAPACITY);
    }
}
