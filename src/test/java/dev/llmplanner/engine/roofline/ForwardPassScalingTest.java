package dev.llmplanner.engine.roofline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.EngineLimits;
import dev.llmplanner.engine.deployment.Interconnect;
import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.LegalLayouts;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.hardware.Accelerator;
import dev.llmplanner.engine.hardware.CalibrationClass;
import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.engine.hardware.PeakRates;
import dev.llmplanner.support.TestCatalog;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Time is bytes and FLOP over rates, and nothing else, once fixed latencies are taken out. */
class ForwardPassScalingTest {

    private static final DeviceCalibration WITHOUT_LATENCY = withoutLatency(
            TestCatalog.constants().engine(CalibrationClass.BLACKWELL, ServingEngine.VLLM).orElseThrow().device());

    @Test
    void ratesTimesKMakeTimeOneKth() {
        Random random = new Random(1);
        List<ModelEntry> models = TestCatalog.catalog().models().stream()
                .filter(model -> model.architecture().isPresent()
                        && OperatorCoverage.uncovered(model.architecture().get()).isEmpty())
                .toList();
        int compared = 0;
        for (int i = 0; i < 400; i++) {
            ModelEntry model = models.get(random.nextInt(models.size()));
            WeightRecipe recipe = List.of(WeightRecipe.of(WeightFormat.BF16), WeightRecipe.of(WeightFormat.FP8),
                    WeightRecipe.of(WeightFormat.NVFP4), WeightRecipe.of(WeightFormat.INT4)).get(random.nextInt(4));
            List<ParallelLayout> layouts =
                    LegalLayouts.of(model.architecture().orElseThrow(), recipe, 1 << random.nextInt(5));
            if (layouts.isEmpty()) {
                continue;
            }
            ParallelLayout layout = layouts.get(random.nextInt(layouts.size()));
            double factor = 1 + 4 * random.nextDouble();
            PassShape shape = random.nextBoolean()
                    ? PassShape.decode(1 + random.nextInt(300), 1 + random.nextInt(50_000))
                    : PassShape.prefill(1 + random.nextInt(8192), 2000, 2000);

            double base = seconds(model, recipe, layout, shape, 1);
            double faster = seconds(model, recipe, layout, shape, factor);

            assertThat(faster).as("%s %s %s", model.id(), layout, shape).isCloseTo(base / factor, within(1e-9 * base));
            compared++;
        }
        assertThat(compared).isGreaterThan(300);
    }

    private static double seconds(
            ModelEntry model, WeightRecipe recipe, ParallelLayout layout, PassShape shape, double factor) {
        Deployment deployment = new Deployment(
                model.architecture().orElseThrow(),
                device(factor),
                new Interconnect(OptionalDouble.of(900e9 * factor), 8, OptionalDouble.of(50e9 * factor), false),
                ServingEngine.VLLM,
                Optional.empty(),
                recipe,
                KvFormat.FP8,
                layout,
                new Workload(1, 1, 2, 0, new Workload.Concurrency(1), Arrival.POISSON, Optional.empty()),
                new EngineLimits(0.9, 1e6, 8192, 1024));
        Precision precision = Precision.of(recipe, deployment.accelerator()).orElseThrow();
        return new ForwardPass(deployment, precision, WITHOUT_LATENCY).cost(shape).seconds();
    }

    private static Accelerator device(double factor) {
        return new Accelerator(
                "scaled",
                CalibrationClass.BLACKWELL,
                Optional.empty(),
                OptionalDouble.of(8e12 * factor),
                new PeakRates(OptionalDouble.of(2e15 * factor), OptionalDouble.of(4e15 * factor),
                        OptionalDouble.of(8e15 * factor), OptionalDouble.of(4e15 * factor)),
                Optional.empty(),
                Optional.empty(),
                Confidence.HIGH);
    }

    private static DeviceCalibration withoutLatency(DeviceCalibration measured) {
        return new DeviceCalibration(
                measured.kernels().stream()
                        .map(kernel -> new KernelEfficiency(kernel.computeFraction(), kernel.memoryFraction(), 0))
                        .toList(),
                measured.smoothMaximumPower(), measured.routingSkew(), measured.smallBatchRows(), 0,
                measured.expertImbalance(), withoutLatency(measured.allReduce()), withoutLatency(measured.allToAll()),
                withoutLatency(measured.crossDomain()), measured.crossDomainAllReduceFraction(),
                measured.hostAllReduceBytesPerSecond(), measured.hostLinkReferenceBytesPerSecond());
    }

    private static CollectiveEfficiency withoutLatency(CollectiveEfficiency measured) {
        return new CollectiveEfficiency(0, 0, measured.linkFraction());
    }
}
