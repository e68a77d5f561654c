package dev.llmplanner.engine.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.Workload;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Laws of {@code docs/model/serving.md} that every point of a replica keeps, whatever the deployment: Little's law, M/D/1, chunks and
 * stages. Each is checked from the parts that the point names, not by the code that made them.
 */
class ReplicaLawsTest {

    private static Stream<Replica> replicas() {
        return Stream.of(
                "'model': 'deepseek-r1', 'engine': 'vllm', 'layout': {'tensorParallel': 8}, 'workload': {'inputTokens': 2000,"
                        + " 'outputTokens': 300, 'concurrency': 1}",
                "'model': 'deepseek-r1', 'engine': 'sglang', 'layout': {'tensorParallel': 8}, 'workload': {'inputTokens': 9000,"
                        + " 'outputTokens': 700, 'concurrency': 1, 'arrival': 'closed-loop', 'lengthFactor': 0.8}",
                "'model': 'deepseek-r1', 'engine': 'tensorrt-llm', 'layout': {'attentionDataParallel': 8, 'expertParallel': 8}, 'workload':"
                        + " {'inputTokens': 3000, 'outputTokens': 500, 'concurrency': 1, 'arrival': 'closed-loop'}",
                "'model': 'llama-3.1-70b', 'engine': 'vllm', 'layout': {'tensorParallel': 2, 'pipelineParallel': 4}, 'workload': {'inputTokens':"
                        + " 30000, 'outputTokens': 64, 'concurrency': 1, 'prefixCacheHitFraction': 0.5}",
                "'model': 'llama-3.1-70b', 'engine': 'vllm', 'layout': {'tensorParallel': 4}, 'maxBatchedTokens': 2048, 'workload':"
                        + " {'inputTokens': 5000, 'outputTokens': 1000, 'concurrency': 1, 'arrival': 'closed-loop'}",
                "'model': 'deepseek-r1', 'engine': 'sglang', 'layout': {'tensorParallel': 8}, 'workload': {'inputTokens': 1024,"
                        + " 'outputTokens': 1024, 'concurrency': 1, 'speculative': {'depth': 3, 'acceptance': 0.7}}",
                "'model': 'deepseek-r1', 'engine': 'vllm', 'fabric': 'ib-ndr', 'layout': {'tensorParallel': 8, 'pipelineParallel': 2},"
                        + " 'workload': {'inputTokens': 1024, 'outputTokens': 1024, 'concurrency': 1, 'speculative': {'depth': 2, 'acceptance': 0.5}}")
                .map(members -> Replica.of("{'accelerator': 'nvidia-h200-sxm-141gb', " + members + "}"));
    }

    private static Offset<Double> near(double expected) {
        return within(1e-11 * Math.abs(expected));
    }

    private static void close(double actual, double expected, String what) {
        assertThat(actual).as(what).isCloseTo(expected, near(expected));
    }

    private static void closeTo(double actual, double expected, double scale, String what) {
        assertThat(actual).as(what).isCloseTo(expected, near(scale));
    }

    /** Requests in flight are the rate times the time that each one stays. */
    @ParameterizedTest
    @MethodSource("replicas")
    void littlesLawHolds(Replica replica) {
        for (double load : replica.loads()) {
            ServingPoint point = replica.curve().at(load);

            assertThat(point.concurrency()).isEqualTo(load);
            assertThat(point.runningBatch()).isEqualTo(Math.min(load, replica.most()));
            close(point.requestsPerSecond() * (point.ttftSeconds() + replica.answer() * point.tpotSeconds()), load, "in flight");
        }
    }

    @ParameterizedTest
    @MethodSource("replicas")
    void aFigureIsTheSumOfItsParts(Replica replica) {
        for (double load : replica.loads()) {
            ServingPoint point = replica.curve().at(load);
            double others = replica.workload().arrival() == Arrival.POISSON ? point.runningBatch()
                    : Math.max(0, point.runningBatch() - Math.max(1, point.chunkTokens() / replica.workload().computedInputTokens()));

            close(point.ttftSeconds(), point.aloneSeconds() + point.queuedSeconds() + point.togetherSeconds() + point.waitSeconds(), "TTFT");
            close(point.tpotSeconds(), point.decodeStepSeconds() / point.tokensPerStep() + point.stallSeconds(), "TPOT");
            closeTo(point.others(), others, point.runningBatch(), "others");
            closeTo(point.stallSeconds(), point.others() / replica.answer() * replica.calibration().stallFraction() * point.addedSeconds(),
                    point.tpotSeconds(), "stall");
        }
    }

    /** A queue of {@code c − most} requests moves on by {@code most} in the time that each one stays. */
    @ParameterizedTest
    @MethodSource("replicas")
    void requestsBeyondThePoolQueueForThoseThatRun(Replica replica) {
        for (double load : replica.loads()) {
            ServingPoint point = replica.curve().at(load);
            double stays = point.aloneSeconds() + replica.answer() * point.tpotSeconds();
            double ahead = load > replica.most() ? load / replica.most() - 1 : 0;

            closeTo(point.queuedSeconds(), ahead * stays, stays, "queue at " + load);
        }
    }

    /** Chunks hold as many prompts as begin while one answer is written, and no more than the engine takes. */
    @ParameterizedTest
    @MethodSource("replicas")
    void promptsAreCutIntoChunksThatPassEveryStage(Replica replica) {
        double prompt = replica.workload().inputTokens() * (1 - replica.workload().prefixCacheHitFraction());
        for (double load : replica.loads()) {
            ServingPoint point = replica.curve().at(load);
            double together = Math.max(1, point.pollSteps() * point.runningBatch() / replica.answer());
            double chunk = Math.min(replica.deployment().limits().maxBatchedTokens(), prompt * together);
            double steps = prompt / chunk;

            close(point.chunkTokens(), chunk, "chunk");
            close(point.serviceSeconds(), steps * point.prefillStageSeconds(), "service");
            close(point.chunks(), Math.max(1, steps), "chunks");
            close(point.promptSeconds(), (Math.max(1, steps) + replica.stages() - 1) * point.prefillStageSeconds(), "prompt");
            // Prompts that were found together take turns by chunks: the k-th waits for k − 1 of them, half of all on average.
            closeTo(point.togetherSeconds(),
                    Math.max(0, point.pollSteps() * point.runningBatch() / replica.answer() * steps - 1) / 2 * point.prefillStageSeconds(),
                    point.ttftSeconds(), "found together");
        }
    }

    /** A pass for both saves {@code s}; of it the share φ counts: on a prompt's own time and on what it adds for others. */
    @ParameterizedTest
    @MethodSource("replicas")
    void whatAFusedPassSavesIsSavedOnBothSides(Replica replica) {
        double fused = replica.calibration().fusedFraction();
        for (double load : replica.loads()) {
            ServingPoint point = replica.curve().at(load);
            double decodeStage = point.decodeStepSeconds() / replica.stages() - point.draftSeconds();

            assertThat(point.savedSeconds() > 0).isEqualTo(fused > 0);
            assertThat(point.savedSeconds()).isLessThan(decodeStage + point.prefillStageSeconds());
            close(point.addedSeconds(), point.serviceSeconds() - fused * point.savedSeconds() * point.serviceSeconds() / point.prefillStageSeconds(),
                    "added");
            close(point.promptingSeconds(), point.promptSeconds() + fused * point.chunks() * (decodeStage - point.savedSeconds()), "prompting");
        }
    }

    /**
     * Independent users: prefill is busy for a share ρ of the time, so that {@code running = ρ·(residence/service) + ρ²/(2(1 − ρ))} by
     * Little's law and Pollaczek and Khinchine's for constant service. A closed loop waits for a share of the wave.
     */
    @ParameterizedTest
    @MethodSource("replicas")
    void promptsWaitAsInAQueueOfConstantService(Replica replica) {
        for (double load : replica.loads()) {
            ServingPoint point = replica.curve().at(load);
            double service = point.kernelServiceSeconds();
            double busy = point.utilisationFraction();
            if (replica.workload().arrival() == Arrival.CLOSED_LOOP) {
                assertThat(busy).isZero();
                close(point.waitSeconds(), replica.calibration().ttftBurstFraction() * point.runningBatch() * service, "wave");
            } else {
                double residence = point.aloneSeconds() + replica.answer() * point.tpotSeconds();
                assertThat(busy).isBetween(0.0, 1.0);
                assertThat(busy * residence / service + busy * busy / (2 * (1 - busy)))
                        .isCloseTo(point.runningBatch(), within(1e-6 * point.runningBatch()));
                close(point.waitSeconds(), busy * service / (2 - 2 * busy), "wait");
            }
        }
    }

    /**
     * At the p-th percentile a share {@code 1 − p} waits longer. Independent users: ρ of them wait, exponentially with mean W/ρ. A closed
     * loop: those of the first wave, twice the burst's share, wait evenly up to the wave's end.
     */
    @ParameterizedTest
    @MethodSource("replicas")
    void aPercentileIsExceededByTheRest(Replica replica) {
        for (double load : replica.loads()) {
            ServingPoint point = replica.curve().at(load);
            double base = point.aloneSeconds() + point.queuedSeconds() + point.togetherSeconds();
            double[] spread = {point.ttftSpread().p50Seconds(), point.ttftSpread().p95Seconds(), point.ttftSpread().p99Seconds()};
            double[] quantiles = {0.5, 0.95, 0.99};
            for (int i = 0; i < 3; i++) {
                double longer;
                double wait = spread[i] - base;
                if (replica.workload().arrival() == Arrival.CLOSED_LOOP) {
                    double wave = point.runningBatch() * point.kernelServiceSeconds();
                    longer = 2 * replica.calibration().ttftBurstFraction() * (1 - wait / wave);
                } else {
                    double busy = point.utilisationFraction();
                    longer = busy * Math.exp(-busy * wait / point.waitSeconds());
                }
                assertThat(longer).as("beyond p%s at %s", 100 * quantiles[i], load).isLessThanOrEqualTo(1 - quantiles[i] + 1e-9);
                if (wait > 1e-9 * base) {
                    assertThat(longer).as("at p%s of %s", 100 * quantiles[i], load).isCloseTo(1 - quantiles[i], within(1e-6));
                }
                close(replica.curve().latency(load, quantiles[i], 0).ttftSeconds(), spread[i], "latency");
            }
        }
    }

    /** The deviation of a mean over B prompts is √B times less than that of one. */
    @ParameterizedTest
    @MethodSource("replicas")
    void latencyAloneIsThatOfThePoint(Replica replica) {
        for (double load : replica.loads()) {
            Latency latency = replica.curve().latency(load, 0, 2);
            ServingPoint point = replica.curve().at(load);

            assertThat(latency.ttftSeconds()).isEqualTo(point.ttftSeconds());
            assertThat(latency.requestsPerSecond()).isEqualTo(point.requestsPerSecond());
            close(latency.tpotSeconds(), point.tpotSeconds() + 2 * point.stallSeconds() / Math.sqrt(Math.max(1, point.runningBatch())), "TPOT");
            close(replica.curve().decodeSecondsPerToken(point.runningBatch()), point.decodeStepSeconds() / point.tokensPerStep(), "decode");
        }
    }

    /**
     * With the pool full, the GPUs' time bounds the rate: of each request, what its prompt adds and its part of {@code O} decode steps. So
     * does the batch, whose places are held for O tokens each.
     */
    @ParameterizedTest
    @MethodSource("replicas")
    void theHighestRateFillsTheGpusTimeOrTheBatch(Replica replica) {
        ServingPoint full = replica.curve().at(replica.most());
        double decoding = replica.answer() * full.decodeStepSeconds() / full.tokensPerStep() / replica.most();

        close(replica.curve().highestRequestsPerSecond(),
                Math.min(1 / (full.addedSeconds() + decoding), replica.most() / (replica.answer() * full.tpotSeconds())), "highest");
        assertThat(replica.curve().mostRunning()).isEqualTo(replica.most());
    }

    @ParameterizedTest
    @MethodSource("replicas")
    void theLoadOfARateFinishesThatMany(Replica replica) {
        double full = replica.curve().at(replica.most()).requestsPerSecond();
        for (double share : new double[] {0.01, 0.3, 0.7, 0.97}) {
            ServingPoint point = replica.curve().atRate(share * full);

            assertThat(point.requestsPerSecond()).isCloseTo(share * full, within(1e-6 * full));
            assertThat(point.concurrency()).isLessThan(replica.most());
        }
        assertThat(replica.curve().atRate(2 * full).concurrency()).isEqualTo(replica.most());
    }

    /** A rough order of layouts: each request's prompt passes, and it shares decode steps and the others' prompts. */
    @ParameterizedTest
    @MethodSource("replicas")
    void theRoughRankTakesOnePassOfEachPhase(Replica replica) {
        for (double load : replica.loads()) {
            Glance glance = replica.glances().at(replica.deployment().with(replica.workload().with(new Workload.Concurrency(load))), replica.memory());
            ServingPoint point = replica.curve().at(load);
            double running = point.runningBatch();
            double decoding = replica.answer() * point.decodeStepSeconds() / point.tokensPerStep();
            double bound = running * replica.answer() / decoding;
            double rough = running * replica.answer() / (point.promptSeconds() + decoding + running * point.serviceSeconds());

            close(glance.rank(0), rough, "rank");
            close(glance.rank(0.999 * bound), rough, "a rank that may be enough");
            close(glance.rank(1.001 * bound), bound, "a bound that isn't");
            close(replica.glances().estimate(glance.deployment(), replica.memory()).speed().orElseThrow().requestsPerSecond(),
                    point.requestsPerSecond(), "estimate");
        }
    }

    /** Depth 3 at 0.7 yields 1 + 0.7 + 0.49 + 0.343 tokens a step. */
    @Test
    void acceptedDraftsComeWithTheStep() {
        ServingPoint drafting = replicas().toList().get(5).curve().at(4);

        assertThat(drafting.tokensPerStep()).isCloseTo(2.533, within(1e-12));
        assertThat(drafting.draftSeconds()).isPositive();
        assertThat(replicas().toList().get(0).curve().at(4).draftSeconds()).isZero();
    }
}
