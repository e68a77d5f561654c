package dev.llmplanner.engine.roofline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.EngineLimits;
import dev.llmplanner.engine.deployment.Interconnect;
import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.hardware.Accelerator;
import dev.llmplanner.engine.hardware.CalibrationClass;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.AttentionGroup;
import dev.llmplanner.engine.model.AttentionOptions;
import dev.llmplanner.engine.model.DenseFeedForward;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.model.GroupedQueryAttention;
import dev.llmplanner.engine.model.MixtureOfExperts;
import dev.llmplanner.engine.model.OutputGate;
import dev.llmplanner.engine.model.QkNorm;
import dev.llmplanner.engine.model.Reach;
import dev.llmplanner.support.TestCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Collectives by hand on round links, and how many of them a pass has. */
class CollectivesTest {
    private static final double LINK = 100e9;
    private static final double FABRIC = 50e9;
    private static final DeviceCalibration CALIBRATION = calibration();

    private static DeviceCalibration calibration() {
        DeviceCalibration measured =
                TestCatalog.constants().engine(CalibrationClass.HOPPER, ServingEngine.VLLM).orElseThrow().device();
        return new DeviceCalibration(measured.kernels(), 4, 1, 0, 0, 0, new CollectiveEfficiency(1e-6, 2e-9, 0.5),
                new CollectiveEfficiency(3e-6, 0, 0.25), new CollectiveEfficiency(5e-6, 0, 0.8), 0.4, List.of(10e9, 8e9, 6e9), 25e9);
    }

    private static Collectives on(int domain, boolean overHostLink) {
        return new Collectives(CALIBRATION, new Interconnect(OptionalDouble.of(LINK), domain, OptionalDouble.of(FABRIC), overHostLink));
    }

    private static void equal(Collectives.Cost cost, double fixed, double root, double perToken, double wire) {
        assertThat(cost.fixedSeconds()).isCloseTo(fixed, within(1e-18));
        assertThat(cost.secondsPerRootToken()).isCloseTo(root, within(1e-20));
        assertThat(cost.secondsPerToken()).isCloseTo(perToken, within(1e-20));
        assertThat(cost.wireBytesPerToken()).isCloseTo(wire, within(1e-9));
    }

    @Test
    void aRingPutsTwiceAllButOneShareOnEachLink() {
        equal(on(8, false).allReduce(1000, 8), 1e-6, 2e-9 * Math.sqrt(1750), 1750 / 50e9, 1750);
        equal(on(8, false).allReduce(1000, 2), 1e-6, 2e-9 * Math.sqrt(1000), 1000 / 50e9, 1000);
    }

    @Test
    void beyondTheDomainEachGpuReducesItsPartOverTheFabric() {
        // Two domains of eight: an eighth of the bytes each, over a ring of two; 40 % of the fabric.
        equal(on(8, false).allReduce(1000, 16), 6e-6, 2e-9 * Math.sqrt(1750), 1750 / 50e9 + 125 / 20e9, 1875);
        equal(on(8, false).allReduce(1000, 17), 6e-6, 2e-9 * Math.sqrt(1750), 1750 / 50e9 + 125 * 4 / 3.0 / 20e9, 1750 + 500 / 3.0);
        equal(on(1, false).allReduce(1000, 2), 5e-6, 0, 1000 / 20e9, 1000);
    }

    @ParameterizedTest
    @CsvSource({"2, 10e9", "3, 8e9", "4, 8e9", "5, 6e9", "8, 6e9"})
    void overPcieTheMeasuredBusOfAsManyGpusHolds(int ranks, double bus) {
        double wire = 2.0 * (ranks - 1) / ranks * 1000;

        // The link is four times the one that was measured.
        equal(on(8, true).allReduce(1000, ranks), 1e-6, 0, wire / (4 * bus), wire);
    }

    @Test
    void anExchangeAndAHandOverTakeTheLinkThatTheyCross() {
        equal(on(8, false).allToAll(1000, 8), 3e-6, 0, 1000 / 25e9, 1000);
        equal(on(8, false).allToAll(1000, 9), 5e-6, 0, 1000 / 40e9, 1000);
        equal(on(8, false).send(1000, 8), 1e-6, 0, 1000 / 50e9, 1000);
        equal(on(8, false).send(1000, 9), 5e-6, 0, 1000 / 20e9, 1000);
        equal(on(8, true).send(1000, 8), 1e-6, 0, 1000 / 100e9, 1000);
    }

    private static GroupedQueryAttention heads(QkNorm norm) {
        return new GroupedQueryAttention(8, 8, 16, 16, Reach.FULL,
                new AttentionOptions(norm, OutputGate.NONE, false, false, false, false, 0, 0));
    }

    /** Calls by name of a decode step of one token. */
    private static Map<String, OperatorCost> collectives(QkNorm norm, int dense, int experts, ParallelLayout layout) {
        int layers = dense + experts;
        Accelerator device = TestCatalog.catalog().accelerator("nvidia-h100-sxm5-80gb").orElseThrow().accelerator();
        List<FeedForwardGroup> feedForward = new ArrayList<>(List.of(
                new FeedForwardGroup(experts, new MixtureOfExperts(8, 2, 64, 3, 0, false, false, false, 0, 0, 0))));
        if (dense > 0) {
            feedForward.add(0, new FeedForwardGroup(dense, new DenseFeedForward(256, 3, false)));
        }
        Architecture architecture = new Architecture(layers, 128, 1024, false, List.of(new AttentionGroup(layers, heads(norm))),
                feedForward, 0, List.of(), Optional.empty(), OptionalInt.empty());
        WeightRecipe recipe = WeightRecipe.of(WeightFormat.BF16);
        Deployment deployment = new Deployment(architecture, device,
                new Interconnect(OptionalDouble.of(LINK), 8, OptionalDouble.of(FABRIC), false), ServingEngine.VLLM, Optional.empty(), recipe,
                KvFormat.BF16, layout, new Workload(1, 1, 2, 0, new Workload.Concurrency(1), Arrival.POISSON, Optional.empty()),
                new EngineLimits(0.9, 8192, 8192, 1024));
        return new ForwardPass(deployment, Precision.of(recipe, device).orElseThrow(), CALIBRATION)
                .cost(PassShape.decode(layout.attentionDataParallel(), 100)).operators().stream()
                .filter(operator -> operator.bound() == OperatorCost.Bound.INTERCONNECT)
                .collect(Collectors.toMap(OperatorCost::name, operator -> operator, (a, b) -> new OperatorCost(
                        a.phase(), a.name(), a.count() + b.count(), 0, a.bytes() + b.bytes(), a.seconds() + b.seconds(), a.bound())));
    }

    private static void has(Map<String, OperatorCost> calls, String name, double count, double bytes) {
        assertThat(calls.get(name)).as(name + " of " + calls.keySet()).isNotNull();
        assertThat(calls.get(name).count()).isEqualTo(count);
        assertThat(calls.get(name).bytes()).isCloseTo(bytes, within(1e-9 * bytes));
    }

    @Test
    void aLayerReducesAfterAttentionAndAfterItsFeedForward() {
        // A token's hidden state has 256 bytes, which a ring of two puts on each link once.
        Map<String, OperatorCost> calls = collectives(QkNorm.NONE, 1, 3, ParallelLayout.tensor(2));

        has(calls, "all-reduce", 8, 8 * 256);
        assertThat(calls).containsOnlyKeys("all-reduce");
        assertThat(collectives(QkNorm.NONE, 1, 3, ParallelLayout.tensor(1))).isEmpty();
    }

    @Test
    void normsOverAllHeadsMakeThreeReductionsThatCarryWhatTwoWould() {
        has(collectives(QkNorm.LAYER, 1, 3, ParallelLayout.tensor(2)), "all-reduce", 12, 8 * 256);
    }

    @Test
    void withAttentionDataParallelismExpertsExchangeAndDenseLayersGather() {
        Map<String, OperatorCost> calls = collectives(QkNorm.NONE, 1, 3, new ParallelLayout(2, 1, 4, 2));

        has(calls, "all-reduce", 4, 4 * 256);
        // One dense layer over four GPUs: the states of both ranks on a ring of four.
        has(calls, "all-gather-scatter", 1, 2 * 3 / 4.0 * 512);
        // There and back for three layers, to the ranks that hold a token's two experts, a byte an element there and two back.
        has(calls, "expert-exchange", 6, 6 * 3 * (1 - 9 / 16.0) * 128 * 3 / 2);
        has(collectives(QkNorm.LAYER, 1, 3, new ParallelLayout(2, 1, 4, 2)), "all-reduce", 8, 8 * 256 * 2 / 3.0);
        assertThat(collectives(QkNorm.NONE, 0, 4, new ParallelLayout(2, 1, 4, 2))).doesNotContainKey("all-gather-scatter");
        has(collectives(QkNorm.NONE, 1, 3, new ParallelLayout(2, 1, 1, 2)), "expert-exchange", 6, 6 * 3 * 128 * 3 / 2.0);
    }

    @Test
    void aStageHandsItsHiddenStateOn() {
        has(collectives(QkNorm.NONE, 1, 3, new ParallelLayout(1, 2, 1, 1)), "stage-hand-over", 1, 128 * 2 * 2);
        has(collectives(QkNorm.NONE, 1, 3, new ParallelLayout(2, 2, 1, 1)), "stage-hand-over", 1, 128 * 2);
    }
}
