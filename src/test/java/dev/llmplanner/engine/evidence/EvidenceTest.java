package dev.llmplanner.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.hardware.CalibrationClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final Setting.ModelShape R1 = new Setting.ModelShape("deepseek-r1", 671e9, 37e9);
    private static final Setting.ModelShape LLAMA = new Setting.ModelShape("llama-3.1-70b", 70.6e9, 70.6e9);
    private static final Setting.Device H200 = new Setting.Device("h200", CalibrationClass.HOPPER, 4.8e12);
    private static final Setting.Device H100 = new Setting.Device("h100", CalibrationClass.HOPPER, 3.35e12);
    private static final Setting.Device B200 = new Setting.Device("b200", CalibrationClass.BLACKWELL, 8e12);

    @Test
    void nothingLiesNearerThanTheSameSetting() {
        Setting asked = setting(R1, H200, ServingEngine.VLLM, 8, 64);

        assertThat(Distance.between(asked, asked)).isZero();
        assertThat(Distance.between(asked, setting(R1, H200, ServingEngine.VLLM, 8, 32))).isCloseTo(0.1, offset());
    }

    @Test
    void anotherLoadLiesNearerThanAnotherEngineAndThatNearerThanAnotherDeviceOrModel() {
        Setting asked = setting(R1, H200, ServingEngine.VLLM, 8, 64);
        double load = Distance.between(asked, setting(R1, H200, ServingEngine.VLLM, 8, 8));
        double engine = Distance.between(asked, setting(R1, H200, ServingEngine.SGLANG, 8, 64));
        double device = Distance.between(asked, setting(R1, H100, ServingEngine.VLLM, 8, 64));
        double generation = Distance.between(asked, setting(R1, B200, ServingEngine.VLLM, 8, 64));
        double model = Distance.between(asked, setting(LLAMA, H200, ServingEngine.VLLM, 8, 64));

        assertThat(load).isLessThan(engine);
        assertThat(engine).isLessThan(device);
        assertThat(device).isLessThan(generation);
        assertThat(device).isLessThan(Distance.NEAR);
        assertThat(generation).isGreaterThan(Distance.NEAR);
        assertThat(model).isGreaterThan(generation);
    }

    @Test
    void thePageComputesItsExampleAsTheCodeDoes() throws IOException {
        String page = Files.readString(Path.of("docs/model/evidence.md"));
        String example = page.substring(page.indexOf("## Worked example"), page.indexOf("## Why these weights"));
        Setting asked = setting(R1, H200, ServingEngine.VLLM, 8, 64);

        for (Setting other : List.of(setting(R1, H200, ServingEngine.VLLM, 8, 32), setting(R1, H100, ServingEngine.VLLM, 8, 64),
                setting(R1, B200, ServingEngine.VLLM, 8, 64))) {
            assertThat(example).contains(String.format(Locale.ROOT, "= %.3f", Distance.between(asked, other)));
        }
    }

    @Test
    void distancesAreTheSameBothWaysAndObeyTheTriangle() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Setting a = random(random);
            Setting b = random(random);
            Setting c = random(random);
            assertThat(Distance.between(a, b)).isEqualTo(Distance.between(b, a));
            assertThat(Distance.between(a, c)).isLessThanOrEqualTo(Distance.between(a, b) + Distance.between(b, c) + 1e-8);
        }
    }

    @Test
    void theNearestComeFirstAndOneSeriesOfLoadsDoesNotFillTheList() {
        List<Measurement> all = new ArrayList<>();
        for (int load = 1; load <= 512; load *= 2) {
            all.add(measurement("vllm-" + load, setting(R1, H200, ServingEngine.VLLM, 8, load)));
        }
        all.add(measurement("sglang", setting(R1, H200, ServingEngine.SGLANG, 8, 64)));
        all.add(measurement("other-model", setting(LLAMA, B200, ServingEngine.VLLM, 1, 1)));

        List<Evidence.Near> near = new Evidence(all)
                .nearest(setting(R1, H200, ServingEngine.VLLM, 8, 100), 5, Distance.NEAR);

        assertThat(near).extracting(found -> found.measurement().id()).containsExactly("vllm-128", "vllm-64", "sglang");
        assertThat(near).extracting(Evidence.Near::distance).isSorted();
    }

    @Test
    void nothingIsNearWhenEverythingDiffers() {
        Evidence evidence = new Evidence(
                List.of(measurement("only", setting(LLAMA, B200, ServingEngine.TENSORRT_LLM, 1, 1))));

        assertThat(evidence.nearest(setting(R1, H200, ServingEngine.VLLM, 8, 64), 5, Distance.NEAR)).isEmpty();
    }

    private static org.assertj.core.data.Offset<Double> offset() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }

    private static Setting random(Random random) {
        return setting(
                random.nextBoolean() ? R1 : LLAMA,
                List.of(H200, H100, B200).get(random.nextInt(3)),
                ServingEngine.values()[random.nextInt(ServingEngine.values().length)],
                1 << random.nextInt(4),
                1 + random.nextInt(500));
    }

    private static Setting setting(
            Setting.ModelShape model, Setting.Device device, ServingEngine engine, int gpus, double concurrency) {
        return new Setting(model, device, engine, 1, 1, ParallelLayout.tensor(gpus), false, 1024, 1024, concurrency / gpus);
    }

    private static Measurement measurement(String id, Setting setting) {
        return new Measurement(id, setting, OptionalDouble.of(1), OptionalDouble.of(0.01), OptionalDouble.empty(),
                Optional.empty(), Optional.of("2026-04"), 0);
    }
}
