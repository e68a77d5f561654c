package dev.llmplanner.benchmark;

import static dev.llmplanner.benchmark.ResultFile.read;
import static dev.llmplanner.benchmark.ResultFile.run;
import static dev.llmplanner.benchmark.ResultFile.runs;
import static dev.llmplanner.benchmark.ResultFile.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.llmplanner.benchmark.Comparison.Assumed;
import dev.llmplanner.benchmark.Comparison.Caution;
import dev.llmplanner.benchmark.Comparison.Quantity;
import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Bottleneck;
import dev.llmplanner.engine.serving.Percentiles;
import dev.llmplanner.engine.serving.Speed;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Measured against estimated, and estimates scaled by it. */
class LocalCalibrationTest {

    private static final DeploymentKey KEY = new DeploymentKey("llama-3.3-70b", "nvidia-h200-sxm-141gb", "vllm", "native",
            ParallelLayout.tensor(4));

    /** TTFT 0.2 s, TPOT 20 ms, 20 requests of 200 tokens: 20 × 200 / (0.2 + 199 × 0.02) = 956.9 tokens/s. */
    private static final Speed REFERENCE = new Speed(
            new Band(0.1, 0.2, 0.4), new Percentiles(0.15, 0.4, 0.6), new Band(0.016, 0.02, 0.026),
            new Band(800, 956.9, 1100), new Band(200, 239.2, 275), new Band(4000, 4784.5, 5500), 4.78, 1e9, 0.6, 0.018,
            Bottleneck.values()[0], List.of());

    private static Workload workload(Workload.Load load) {
        return new Workload(1000, 200, 1200, 0, load, Arrival.values()[0], Optional.empty());
    }

    @Test
    void eachMeanIsDividedByItsEstimate() {
        Comparison comparison = Comparison.of(run("vllm-bench.json"), REFERENCE);

        assertThat(comparison.row(Quantity.TPOT).orElseThrow().ratioFraction()).isCloseTo(1.2, offset(1e-12));
        assertThat(comparison.row(Quantity.TTFT).orElseThrow().ratioFraction()).isCloseTo(1.25, offset(1e-12));
        assertThat(comparison.row(Quantity.OUTPUT).orElseThrow().ratioFraction()).isCloseTo(800 / 956.9, offset(1e-12));
        assertThat(comparison.row(Quantity.TPOT).orElseThrow().inside()).isTrue();
    }

    @Test
    void whatTheFileDoesNotSayIsNamed() {
        assertThat(Comparison.of(run("vllm-bench.json"), REFERENCE).assumed())
                .containsExactly(Assumed.ACCELERATOR, Assumed.PRECISION, Assumed.LAYOUT);
        assertThat(Comparison.of(run("sglang-bench.jsonl"), REFERENCE).assumed())
                .containsExactly(Assumed.MODEL, Assumed.ACCELERATOR, Assumed.PRECISION, Assumed.LAYOUT);
        assertThat(Comparison.of(run("inferencex.json"), REFERENCE).assumed()).isEmpty();
    }

    @Test
    void whatMakesARunAPoorWitnessIsNamed() {
        Run few = ((Reading.Runs) read(text("vllm-bench.json").replace("\"max_concurrency\": 20", "\"max_concurrency\": 41")
                .replace("\"failed\": 2", "\"failed\": 5").replace("mean_tpot_ms", "x"))).runs().get(0);

        assertThat(Comparison.of(run("vllm-bench.json"), REFERENCE).cautions()).isEmpty();
        assertThat(Comparison.of(few, REFERENCE).cautions())
                .containsExactly(Caution.SHORT_RUN, Caution.FAILED_REQUESTS, Caution.GAPS_ONLY);
        assertThat(Comparison.of(runs("inferencex.json").runs().get(1), REFERENCE).cautions())
                .containsExactly(Caution.NOMINAL_LENGTHS, Caution.SEPARATE_POOLS);
        assertThat(Comparison.of(runs("sglang-bench.jsonl").runs().get(1), REFERENCE).cautions())
                .containsExactly(Caution.SHORT_RUN, Caution.SPECULATION);
    }

    @Test
    void aFactorOfOnePointTwoRunsAtFiveSixthsOfTheReference() {
        LocalCalibration local = calibration();

        assertThat(local.speedFraction()).isCloseTo(1 / 1.2, offset(1e-12));
        assertThat(local.measured()).contains("2026-01-31");
        assertThat(local.speaksFor(KEY)).isTrue();
        assertThat(local.speaksFor(new DeploymentKey(KEY.model(), KEY.accelerator(), KEY.engine(), KEY.weights(),
                ParallelLayout.tensor(8)))).isFalse();
    }

    private static LocalCalibration calibration() {
        Run run = run("vllm-bench.json");
        return Comparison.of(run, REFERENCE).calibration(KEY, run).orElseThrow();
    }

    /** A request takes 0.2 + 199 × 0.02 = 4.18 s by the reference and 0.25 + 199 × 0.024 = 5.026 s as measured. */
    @Test
    void latenciesGrowAndRatesInFlightFallWithTheTimeOfARequest() {
        Speed scaled = calibration().applied(REFERENCE, workload(new Workload.Concurrency(20)));

        assertThat(scaled.tpotSeconds().mid()).isCloseTo(0.024, offset(1e-12));
        assertThat(scaled.ttftSeconds().mid()).isCloseTo(0.25, offset(1e-12));
        assertThat(scaled.ttftSpread().p99Seconds()).isCloseTo(0.75, offset(1e-12));
        assertThat(scaled.outputTokensPerSecond().mid()).isCloseTo(956.9 * 4.18 / 5.026, offset(1e-9));
        assertThat(scaled.requestsPerSecond() / REFERENCE.requestsPerSecond()).isCloseTo(
                scaled.outputTokensPerSecond().mid() / REFERENCE.outputTokensPerSecond().mid(), offset(1e-12));
        assertThat(scaled.bandwidthUtilizationFraction()).isCloseTo(0.5, offset(1e-12));
    }

    @Test
    void ratesAtAGivenArrivalRateStay() {
        Speed scaled = calibration().applied(REFERENCE, workload(new Workload.Rate(2)));

        assertThat(scaled.outputTokensPerSecond()).isEqualTo(REFERENCE.outputTokensPerSecond());
        assertThat(scaled.requestsPerSecond()).isEqualTo(REFERENCE.requestsPerSecond());
        assertThat(scaled.tpotSeconds().mid()).isCloseTo(0.024, offset(1e-12));
    }

    /** exp(1.2816 × 0.07) = 1.0939. */
    @Test
    void theBandOfTpotBecomesTheSpreadWithinADeployment() {
        Band tpot = calibration().applied(REFERENCE, workload(new Workload.Concurrency(20))).tpotSeconds();

        assertThat(tpot.high() / tpot.mid()).isCloseTo(1.0939, offset(1e-4));
        assertThat(tpot.mid() / tpot.low()).isCloseTo(1.0939, offset(1e-4));
    }

    @Test
    void noBandGrowsAndThatOfTtftKeepsItsWidth() {
        Speed sure = new Speed(REFERENCE.ttftSeconds(), REFERENCE.ttftSpread(), new Band(0.0199, 0.02, 0.0201),
                REFERENCE.outputTokensPerSecond(), REFERENCE.outputTokensPerSecondPerGpu(), REFERENCE.inputTokensPerSecond(),
                4.78, 1e9, 0.6, 0.018, REFERENCE.bottleneck(), List.of());

        Speed scaled = calibration().applied(sure, workload(new Workload.Concurrency(20)));

        assertThat(scaled.tpotSeconds().high() / scaled.tpotSeconds().mid()).isCloseTo(1.005, offset(1e-9));
        assertThat(scaled.tpotSeconds().low() / scaled.tpotSeconds().mid()).isCloseTo(0.995, offset(1e-9));
        assertThat(scaled.ttftSeconds().high() / scaled.ttftSeconds().mid()).isCloseTo(2, offset(1e-9));
        assertThat(scaled.ttftSeconds().low() / scaled.ttftSeconds().mid()).isCloseTo(0.5, offset(1e-9));
    }

    @Test
    void ttftIsLeftAloneWhereItWasNotMeasured() {
        LocalCalibration tpotAlone = new LocalCalibration(KEY, 1.2, OptionalDouble.empty(), Optional.empty());

        assertThat(tpotAlone.applied(REFERENCE, workload(new Workload.Concurrency(20))).ttftSeconds())
                .isEqualTo(REFERENCE.ttftSeconds());
    }

    @Test
    void separatePoolsAndFarOffRunsScaleNothing() {
        Run pools = runs("inferencex.json").runs().get(1);
        Run far = ((Reading.Runs) read(text("vllm-bench.json").replace("\"mean_tpot_ms\": 24.0", "\"mean_tpot_ms\": 201.0")))
                .runs().get(0);

        assertThat(Comparison.of(pools, REFERENCE).calibration(KEY, pools)).isEmpty();
        assertThat(Comparison.of(far, REFERENCE).calibration(KEY, far)).isEmpty();
        assertThatThrownBy(() -> new LocalCalibration(KEY, 11, OptionalDouble.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
