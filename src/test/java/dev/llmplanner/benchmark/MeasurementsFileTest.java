package dev.llmplanner.benchmark;

import static dev.llmplanner.benchmark.ResultFile.read;
import static dev.llmplanner.benchmark.ResultFile.refused;
import static dev.llmplanner.benchmark.ResultFile.runs;
import static dev.llmplanner.benchmark.ResultFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.engine.deployment.ParallelLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measurements that the user keeps. */
class MeasurementsFileTest {

    private static final DeploymentKey KEY = new DeploymentKey("deepseek-r1", "nvidia-h200-sxm-141gb", "sglang", "native",
            new ParallelLayout(1, 1, 8, 8));

    @Test
    void whatIsWrittenIsReadAgain() {
        List<KeptMeasurement> kept = new ArrayList<>();
        for (String name : List.of("vllm-bench.json", "sglang-bench.jsonl", "guidellm.json", "aiperf.json", "inferencex.json")) {
            runs(name).runs().forEach(run -> kept.add(new KeptMeasurement(KEY, run, Optional.of(
                    new LocalCalibration(KEY, 1.25, OptionalDouble.of(0.5), run.origin().date())))));
        }
        kept.add(new KeptMeasurement(KEY, kept.get(0).run(), Optional.empty()));

        assertThat(read(JacksonJson.pretty(MeasurementsFile.write(kept)))).isEqualTo(new Reading.Kept(kept));
    }

    @Test
    void theFileIsTheGoldenOne() {
        Reading.Kept kept = (Reading.Kept) read(text("kept.json"));

        assertThat(JacksonJson.pretty(MeasurementsFile.write(kept.measurements()))).isEqualTo(text("kept.json"));
        assertThat(kept.measurements().get(0).calibration().orElseThrow().tpotFactorFraction()).isEqualTo(1.2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "version": 1               | "version": 2              | version
            "tpotFactor": 1.2          | "tpotFactor": 12          | measurements[0].scale.tpotFactor
            "tpotFactor": 1.2          | "other": 1                | measurements[0].scale.tpotFactor
            "tensorParallel": 4        | "tensorParallel": 0       | measurements[0].deployment.tensorParallel
            "engine": "vllm",          | "engine": "",             | measurements[0].deployment.engine
            "kind": "vllm-bench"       | "kind": "something"       | measurements[0].run.kind
            "meanSeconds": 0.024       | "meanSeconds": -0.024     | measurements[0].run.outcome.tpot.meanSeconds
            """)
    void aWrongMemberIsRefusedWhereItStands(String right, String wrong, String path) {
        String file = text("kept.json").replaceFirst(java.util.regex.Pattern.quote(right), wrong);

        assertThat(file).isNotEqualTo(text("kept.json"));
        assertThat(refused(file)).isEqualTo(Refused.at(RefusalCode.WRONG_VALUE, path, 0));
    }
}
