package dev.llmplanner.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.evidence.Setting.Device;
import dev.llmplanner.engine.evidence.Setting.ModelShape;
import dev.llmplanner.engine.hardware.CalibrationClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What differs between two settings is named, and nothing else. */
class DifferenceTest {

    private static final ModelShape R1 = new ModelShape("deepseek-r1", 671e9, 37e9);
    private static final Device H200 = new Device("h200", CalibrationClass.HOPPER, 4.8e12);
    private static final ParallelLayout EIGHT = ParallelLayout.tensor(8);
    private static final Setting ASKED = new Setting(R1, H200, ServingEngine.VLLM, 1, 2, EIGHT, false, 1000, 300, 8);

    /** The setting that is asked for, but for that. */
    private static Setting but(Difference difference) {
        return switch (difference) {
            case MODEL -> new Setting(new ModelShape("kimi-k2", 1e12, 32e9), H200, ServingEngine.VLLM, 1, 2, EIGHT, false, 1000, 300, 8);
            case DEVICE_CLASS -> on(new Device("b200", CalibrationClass.BLACKWELL, 8e12));
            case DEVICE -> on(new Device("h100", CalibrationClass.HOPPER, 3.35e12));
            case POOLS -> new Setting(R1, H200, ServingEngine.VLLM, 1, 2, EIGHT, true, 1000, 300, 8);
            case ENGINE -> new Setting(R1, H200, ServingEngine.SGLANG, 1, 2, EIGHT, false, 1000, 300, 8);
            case WEIGHTS -> new Setting(R1, H200, ServingEngine.VLLM, 2, 2, EIGHT, false, 1000, 300, 8);
            case KV_CACHE -> new Setting(R1, H200, ServingEngine.VLLM, 1, 1, EIGHT, false, 1000, 300, 8);
            case LAYOUT -> new Setting(R1, H200, ServingEngine.VLLM, 1, 2, new ParallelLayout(1, 1, 8, 8), false, 1000, 300, 8);
            case LOAD -> loaded(1000, 300, 16);
            case LENGTHS -> loaded(4000, 300, 8);
        };
    }

    private static Setting on(Device device) {
        return new Setting(R1, device, ServingEngine.VLLM, 1, 2, EIGHT, false, 1000, 300, 8);
    }

    private static Setting loaded(double input, double output, double perGpu) {
        return new Setting(R1, H200, ServingEngine.VLLM, 1, 2, EIGHT, false, input, output, perGpu);
    }

    @ParameterizedTest
    @EnumSource
    void oneDifferenceIsNamedAlone(Difference difference) {
        assertThat(Difference.between(ASKED, but(difference))).containsExactly(difference);
        assertThat(Difference.between(but(difference), ASKED)).containsExactly(difference);
    }

    @Test
    void theSameDiffersInNothing() {
        assertThat(Difference.between(ASKED, ASKED)).isEmpty();
    }

    @Test
    void whatCountsMostComesFirst() {
        Setting other = new Setting(new ModelShape("qwen", 235e9, 22e9), new Device("b200", CalibrationClass.BLACKWELL, 8e12),
                ServingEngine.SGLANG, 0.5, 1, ParallelLayout.tensor(4), true, 10, 3000, 100);

        assertThat(Difference.between(ASKED, other)).containsExactly(Difference.MODEL, Difference.DEVICE_CLASS, Difference.POOLS,
                Difference.ENGINE, Difference.WEIGHTS, Difference.KV_CACHE, Difference.LAYOUT, Difference.LOAD, Difference.LENGTHS);
    }

    /** Up to a factor of 1.5 either way. */
    @ParameterizedTest
    @CsvSource({"1500, 300, 8, ''", "1501, 300, 8, LENGTHS", "1000, 450, 8, ''", "1000, 451, 8, LENGTHS", "1000, 200, 8, ''", "1000, 199, 8, LENGTHS",
        "1000, 300, 12, ''", "1000, 300, 12.01, LOAD", "1000, 300, 5.3, LOAD", "1000, 300, 5.4, ''"})
    void lengthsAndLoadsWithinHalfAsMuchAgainAreAlike(double input, double output, double perGpu, String differs) {
        assertThat(Difference.between(ASKED, loaded(input, output, perGpu)))
                .isEqualTo(differs.isEmpty() ? List.of() : List.of(Difference.valueOf(differs)));
    }

    /** R1 and V3 are the same layers under two names. */
    @Test
    void asManyParametersToTheLastOneAreTheSameLayers() {
        assertThat(R1.isLike(new ModelShape("deepseek-v3", 671e9, 37e9))).isTrue();
        assertThat(R1.isLike(new ModelShape("deepseek-v3", 671e9, 38e9))).isFalse();
        assertThat(R1.isLike(new ModelShape("deepseek-v3", 672e9, 37e9))).isFalse();
        assertThat(R1.isLike(new ModelShape("deepseek-r1", 1, 1))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyDifferenceHasAWord(Difference difference) throws IOException {
        assertThat(Files.readString(Path.of("i18n/en.json"))).contains("\"measured.differs." + difference.code() + "\":");
    }

    /** Another engine is half a step away: as far as that, it is found. */
    @Test
    void whatLiesAsFarAsAskedIsFound() {
        Setting other = but(Difference.ENGINE);
        List<Measurement> all = List.of(measurement("far", but(Difference.MODEL)), measurement("other engine", other), measurement("same", ASKED));
        Evidence evidence = new Evidence(all);

        assertThat(Distance.between(ASKED, other)).isEqualTo(0.5);
        assertThat(evidence.nearest(ASKED, 5, 0.5)).extracting(Evidence.Near::place).containsExactly(2, 1);
        assertThat(evidence.nearest(ASKED, 5, 0.5 - 1e-8)).extracting(Evidence.Near::place).containsExactly(2);
        assertThat(evidence.nearest(ASKED, 1, 9)).extracting(Evidence.Near::place).containsExactly(2);
        assertThat(evidence.measurements()).isEqualTo(all);
    }

    private static Measurement measurement(String id, Setting setting) {
        return new Measurement(id, setting, OptionalDouble.of(1), OptionalDouble.of(0.01), OptionalDouble.empty(), Optional.empty(),
                Optional.empty(), 0);
    }
}
