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
import dev.llmplanner.support.TestCatalog;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The table of a pass against the pass laid out anew, over every model with operators. */
class PassTableTest {

    private static final DeviceCalibration CALIBRATION =
            TestCatalog.constants().engine(CalibrationClass.HOPPER, ServingEngine.VLLM).orElseThrow().device();

    @Test
    void secondsAreThoseOfThePassAtEveryShape() {
        Random random = new Random(5);
        Accelerator device = TestCatalog.catalog().accelerator("nvidia-h200-sxm-141gb").orElseThrow().accelerator();
        PassTable.Products products = new PassTable.Products();
        int compared = 0;
        for (ModelEntry model : TestCatalog.catalog().models()) {
            if (model.architecture().isEmpty()
                    || OperatorCoverage.uncovered(model.architecture().get()).isPresent()) {
                continue;
            }
            for (int gpus : new int[] {1, 4, 8, 16}) {
                WeightRecipe recipe = WeightRecipe.of(random.nextBoolean() ? WeightFormat.FP8 : WeightFormat.BF16);
                List<ParallelLayout> layouts = LegalLayouts.of(model.architecture().get(), recipe, gpus);
                if (layouts.isEmpty()) {
                    continue;
                }
                ForwardPass pass = pass(model, device, recipe, layouts.get(random.nextInt(layouts.size())));
                double tried = 1 + random.nextInt(3);
                double context = 1 + random.nextInt(40_000);
                double prompt = 1 + random.nextInt(9000);
                double attended = prompt * (1 + random.nextDouble());
                PassTable table = pass.table(PassShape.fused(1, tried, context, 1, prompt, attended), products);
                for (int load = 0; load < 6; load++) {
                    double sequences = load == 0 ? 0 : 0.5 + random.nextInt(600);
                    double tokens = load == 1 ? 0 : 0.5 + random.nextInt(9000);
                    PassShape shape = PassShape.fused(sequences, tried, context, tokens, prompt, attended);

                    double expected = pass.cost(shape).seconds();

                    assertThat(table.seconds(sequences, tokens)).as("%s on %s GPUs, %s", model.id(), gpus, shape)
                            .isCloseTo(expected, within(1e-13 * expected));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }

    private static ForwardPass pass(ModelEntry model, Accelerator device, WeightRecipe recipe, ParallelLayout layout) {
        Deployment deployment = new Deployment(
                model.architecture().orElseThrow(), device,
                new Interconnect(OptionalDouble.of(450e9), 8, OptionalDouble.of(50e9), false),
                ServingEngine.VLLM, Optional.empty(), recipe, KvFormat.BF16, layout,
                new Workload(1, 1, 2, 0, new Workload.Concurrency(1), Arrival.POISSON, Optional.empty()),
                new EngineLimits(0.9, 1e6, 8192, 1024));
        return new ForwardPass(deployment, Precision.of(recipe, device).orElseThrow(), CALIBRATION);
    }
}
