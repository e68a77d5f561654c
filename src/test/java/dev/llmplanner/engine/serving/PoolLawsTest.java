package dev.llmplanner.engine.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.contract.Deployments;
import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.support.TestCatalog;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of separate pools in {@code docs/model/serving.md}, from the parts that a point names, and what is said of pools that can't run. */
class PoolLawsTest {

    private static final String LLAMA = "'model': 'llama-3.1-70b', 'accelerator': 'nvidia-h200-sxm-141gb', 'engine': 'sglang', ";

    /** Two pools that fit, and the parts that their laws speak of. */
    private record Case(String name, DisaggregatedPair pair, Knowledge knowledge, PoolWorker prefill, PoolWorker decode, LoadCurve curve) {

        static Case of(String members) {
            DisaggregatedPair pair = pools(members);
            Knowledge knowledge = known();
            PoolWorker prefill = worker(pair.prefill(), knowledge);
            PoolWorker decode = worker(pair.decode(), knowledge);
            return new Case(members, pair, knowledge, prefill, decode,
                    prefill.curve(pair.prefillWorkers(), decode, pair.decodeWorkers()).orElseThrow());
        }

        double answer() {
            return pair.decode().workload().outputTokens();
        }

        boolean isClosed() {
            return pair.decode().workload().arrival() == Arrival.CLOSED_LOOP;
        }

        double[] loads() {
            double most = curve.mostRunning();
            return new double[] {1, 3, 20, most / 4, most, 1.2 * most, 3 * most};
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static DisaggregatedPair pools(String members) {
        return new Deployments(TestCatalog.catalog(), TestCatalog.constants()).pools(Replica.request("{'mode': 'disaggregated', " + members + "}"));
    }

    private static Knowledge known() {
        return TestCatalog.planner().inquire(Replica.request("{" + LLAMA + "'gpus': 4}")).knowledge();
    }

    private static PoolWorker worker(Deployment deployment, Knowledge knowledge) {
        return Glances.of(deployment, knowledge).worker(deployment, memory(deployment, knowledge));
    }

    private static MemoryPlan memory(Deployment deployment, Knowledge knowledge) {
        DeviceMemory device = deployment.accelerator().memory().orElseThrow();
        return MemoryPlan.of(deployment, device, knowledge.memoryRules());
    }

    private static String two(int prefillWorkers, int decodeWorkers, String workload) {
        return LLAMA + "'fabric': 'ib-ndr', 'prefill': {'workers': " + prefillWorkers + ", 'layout': {'tensorParallel': 4}}, 'decode': {'workers': "
                + decodeWorkers + ", 'layout': {'tensorParallel': 4}}, 'workload': {" + workload + "}";
    }

    private static Stream<Case> cases() {
        return Stream.of(
                two(2, 1, "'inputTokens': 3000, 'outputTokens': 500, 'concurrency': 8"),
                two(1, 3, "'inputTokens': 3000, 'outputTokens': 500, 'concurrency': 8"),
                two(1, 2, "'inputTokens': 800, 'outputTokens': 1500, 'concurrency': 8, 'arrival': 'closed-loop'"),
                two(3, 1, "'inputTokens': 20000, 'outputTokens': 200, 'concurrency': 8, 'arrival': 'closed-loop'"))
                .map(Case::of);
    }

    private static void close(double actual, double expected, String what) {
        assertThat(actual).as(what).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
    }

    /** What isn't decoding is in prefill: {@code C − R = X·TTFT} and {@code R = X·O·TPOT}, as long as nobody is sooner than alone. */
    @ParameterizedTest
    @MethodSource("cases")
    void littlesLawHoldsInBothPools(Case pools) {
        for (double load : pools.loads()) {
            ServingPoint point = pools.curve().at(load);
            double rate = point.requestsPerSecond();

            assertThat(point.concurrency()).isEqualTo(load);
            close(rate * pools.answer() * point.tpotSeconds(), point.runningBatch(), "decoding");
            close(rate * point.ttftSeconds(), load - point.runningBatch(), "in prefill");
            assertThat(point.ttftSeconds()).isGreaterThanOrEqualTo(point.aloneSeconds());
            close(point.ttftSeconds(), point.aloneSeconds() + point.waitSeconds(), "TTFT");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aLoneRequestIsComputedAndItsCacheTravels(Case pools) {
        ServingPoint point = pools.curve().at(1);
        PoolCalibration calibration = pools.knowledge().pools();
        double transfer = DisaggregatedEstimator.transferSeconds(pools.pair(), calibration).orElseThrow();

        close(point.aloneSeconds(), calibration.fixedSeconds() + calibration.prefillFactor() * point.promptSeconds() + transfer, "alone");
        close(pools.prefill().leastTtftSeconds(), point.aloneSeconds() - transfer, "least TTFT");
        close(pools.decode().decodeSecondsPerToken(5), pools.curve().decodeSecondsPerToken(5 * pools.pair().decodeWorkers()), "decode");
    }

    /** As many decode as can: the pool is full, prefill is busy all the time, or the rest is what waits. */
    @ParameterizedTest
    @MethodSource("cases")
    void nothingIsIdleThatCouldDecode(Case pools) {
        for (double load : pools.loads()) {
            ServingPoint point = pools.curve().at(load);
            double busy = point.requestsPerSecond() * point.serviceSeconds() / pools.pair().prefillWorkers();
            double wait = pools.isClosed()
                    ? pools.knowledge().pools().burstFraction() * load * point.serviceSeconds() / pools.pair().prefillWorkers()
                    : busy / (2 * (1 - busy)) * point.serviceSeconds();
            double inFlight = point.runningBatch() + point.requestsPerSecond() * (point.aloneSeconds() + wait);

            assertThat(busy).isLessThanOrEqualTo(1 + 1e-9);
            assertThat(point.utilisationFraction()).isCloseTo(busy, within(1e-9));
            assertThat(inFlight).isLessThanOrEqualTo(load * (1 + 1e-6));
            assertThat(point.runningBatch() > (1 - 1e-6) * Math.min(load, pools.curve().mostRunning()) || busy > 1 - 1e-6
                    || inFlight > load * (1 - 1e-3)).as("at %s: busy %s, in flight %s", load, busy, inFlight).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aPercentileIsExceededByTheRest(Case pools) {
        for (double load : pools.loads()) {
            ServingPoint point = pools.curve().at(load);
            double busy = point.utilisationFraction();
            double[] spread = {point.ttftSpread().p50Seconds(), point.ttftSpread().p95Seconds(), point.ttftSpread().p99Seconds()};
            double[] quantiles = {0.5, 0.95, 0.99};
            for (int i = 0; i < 3; i++) {
                double beyond = 1 - quantiles[i];
                double expected;
                if (pools.isClosed()) {
                    double wave = load * point.serviceSeconds() / pools.pair().prefillWorkers();
                    double first = 2 * pools.knowledge().pools().burstFraction();
                    double rest = Math.max(point.aloneSeconds(), point.ttftSeconds() - first / 2 * wave);
                    expected = rest + (first > beyond ? wave * (first - beyond) / first : 0);
                } else {
                    expected = point.aloneSeconds()
                            + (busy > beyond ? point.waitSeconds() / busy * (Math.log(busy) - Math.log(beyond)) : 0);
                }
                close(spread[i], expected, "p" + quantiles[i] + " at " + load);
                Latency latency = pools.curve().latency(load, quantiles[i], 2);
                close(latency.ttftSeconds(), spread[i], "latency");
            }
        }
    }

    /** Decode workers stall for nobody's prompts: TPOT has no spread, whatever deviation is asked for. */
    @ParameterizedTest
    @MethodSource("cases")
    void latencyAloneIsThatOfThePoint(Case pools) {
        for (double load : pools.loads()) {
            Latency latency = pools.curve().latency(load, 0, 2);
            ServingPoint point = pools.curve().at(load);

            assertThat(latency.ttftSeconds()).isEqualTo(point.ttftSeconds());
            assertThat(latency.tpotSeconds()).isEqualTo(point.tpotSeconds()).isEqualTo(point.decodeStepSeconds() / point.tokensPerStep());
            assertThat(latency.requestsPerSecond()).isEqualTo(point.requestsPerSecond());
        }
    }

    /** The slower pool bounds the rate, and both reach it at the balanced ratio. */
    @Test
    void theSlowerPoolBoundsTheRate() {
        String workload = "'inputTokens': 3000, 'outputTokens': 500, 'concurrency': 8";
        Case one = Case.of(two(1, 1, workload));
        double decode = one.decode().mostRunning() / (500 * one.decode().decodeSecondsPerToken(one.decode().mostRunning()));
        double prefill = 1 / one.prefill().leastServiceSeconds();
        double limit = one.pair().prefill().limits().maxBatchedTokens();

        assertThat(one.curve().mostRunning()).isEqualTo(one.decode().mostRunning());
        close(one.curve().highestRequestsPerSecond(), Math.min(decode, prefill), "one of each");
        close(Case.of(two(40, 1, workload)).curve().highestRequestsPerSecond(), decode, "many that prefill");
        close(Case.of(two(1, 40, workload)).curve().highestRequestsPerSecond(), prefill, "many that decode");
        close(Case.of(two(2, 40, workload)).curve().highestRequestsPerSecond(), 2 * prefill, "two that prefill");
        assertThat(Case.of(two(1, 3, workload)).curve().mostRunning()).isEqualTo(3 * one.decode().mostRunning());
        // A queue fills whole chunks: then a prompt takes its share of one.
        ServingPoint crowded = Case.of(two(1, 40, workload)).curve().at(9000);
        assertThat(crowded.chunkTokens()).isEqualTo(limit);
        close(one.prefill().leastServiceSeconds(), crowded.prefillStageSeconds() * 3000 / limit, "least service");
        close(estimate(two(1, 1, workload)).pools().orElseThrow().balancedPrefillWorkersPerDecodeWorker().orElseThrow(), decode / prefill,
                "balanced");
        close(estimate(two(3, 2, workload)).pools().orElseThrow().balancedPrefillWorkersPerDecodeWorker().orElseThrow(), decode / prefill,
                "balanced");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theLoadOfARateFinishesThatManyAndHoldsThoseInPrefill(Case pools) {
        double highest = pools.curve().highestRequestsPerSecond();
        for (double share : new double[] {0.02, 0.4, 0.8, 0.95}) {
            ServingPoint point = pools.curve().atRate(share * highest);

            assertThat(point.requestsPerSecond()).isCloseTo(share * highest, within(1e-6 * highest));
            close(point.concurrency(), point.runningBatch() + point.requestsPerSecond() * point.ttftSeconds(), "in flight");
        }
    }

    /** One prompt at a time while prefill has time for that: a mean wait of M/D/1. Source: docs/model/serving.md. */
    @Test
    void aRateThatPrefillHasTimeForWaitsAsInAQueueOfConstantService() {
        Case pools = cases().toList().get(0);
        double service = pools.curve().at(1).serviceSeconds();
        double rate = 0.3 * 2 / service;
        assertThat(rate).isLessThan(pools.curve().highestRequestsPerSecond());

        ServingPoint point = pools.curve().atRate(rate);

        double inPrefill = rate * (pools.curve().at(1).aloneSeconds() + 0.3 / 1.4 * service);
        assertThat(point.concurrency() - point.runningBatch()).isCloseTo(inPrefill, within(1e-6 * inPrefill));
    }

    /** 80 layers × 2 × 8 heads × 128 × 2 bytes of a token, in four parts. */
    @Test
    void aCacheTravelsOverTheDomainOrTheFabric() {
        double part = 80 * 2 * 8 * 128 * 2.0 / 4 * 3000;
        double reached = known().pools().transferFraction();
        String workload = "'inputTokens': 3000, 'outputTokens': 500, 'concurrency': 8";

        close(transfer(two(1, 1, workload)), part / (450e9 * reached), "8 GPUs of one NVLink domain");
        close(transfer(two(2, 1, workload)), part / (50e9 * reached), "12 GPUs over 400 Gbit/s each");
    }

    private static double transfer(String members) {
        return DisaggregatedEstimator.transferSeconds(pools(members), known().pools()).orElseThrow();
    }

    private static Estimate estimate(String members) {
        return TestCatalog.planner().evaluate(Replica.request("{'mode': 'disaggregated', " + members + "}")).estimate();
    }

    @Test
    void theEstimateIsThatOfTheCurve() {
        for (Case pools : cases().toList()) {
            double highest = pools.curve().highestRequestsPerSecond();
            for (Workload.Load load : List.of(new Workload.Concurrency(64), new Workload.Rate(0.5 * highest), new Workload.Rate(3 * highest))) {
                DisaggregatedPair pair = with(pools.pair(), load);
                ServingPoint expected = load instanceof Workload.Rate rate
                        ? pools.curve().atRate(Math.min(highest, rate.requestsPerSecond())) : pools.curve().at(64);
                Estimate estimate = DisaggregatedEstimator.estimate(pair, pools.knowledge());
                ServingPoint point = DisaggregatedEstimator.point(pair, pools.knowledge()).orElseThrow();

                assertThat(estimate.point().orElseThrow().ttftSeconds()).isEqualTo(expected.ttftSeconds()).isEqualTo(point.ttftSeconds());
                assertThat(estimate.speed().orElseThrow().requestsPerSecond()).isEqualTo(expected.requestsPerSecond())
                        .isEqualTo(point.requestsPerSecond());
                assertThat(Finding.among(estimate.findings(), "overload"))
                        .isEqualTo(load instanceof Workload.Rate rate && rate.requestsPerSecond() > highest);
                assertThat(estimate.pools().orElseThrow().prefillUtilizationFraction().orElseThrow())
                        .isCloseTo(point.utilisationFraction(), within(1e-12));
            }
        }
    }

    private static DisaggregatedPair with(DisaggregatedPair pair, Workload.Load load) {
        return new DisaggregatedPair(pair.prefill().with(pair.prefill().workload().with(load)), pair.prefillWorkers(),
                pair.decode().with(pair.decode().workload().with(load)), pair.decodeWorkers());
    }

    @Test
    void aFullPoolAndABusyPoolAreNamedWithWhatWouldBalanceThem() {
        Estimate full = estimate(two(40, 1, "'inputTokens': 1000, 'outputTokens': 2000, 'concurrency': 100000"));
        Estimate busy = estimate(two(1, 40, "'inputTokens': 8000, 'outputTokens': 100, 'concurrency': 500"));
        Estimate easy = estimate(two(1, 1, "'inputTokens': 1000, 'outputTokens': 500, 'concurrency': 2"));

        assertThat(codes(full)).contains("kv-limited").doesNotContain("prefill-limited");
        assertThat(full.verdict()).isEqualTo(Verdict.TIGHT);
        assertThat(full.speed().orElseThrow().bottleneck()).isEqualTo(Bottleneck.KV_CAPACITY);
        assertThat(codes(busy)).contains("prefill-limited").doesNotContain("kv-limited");
        assertThat(busy.speed().orElseThrow().bottleneck()).isEqualTo(Bottleneck.PREFILL);
        assertThat(finding(busy, "prefill-limited").figures())
                .containsEntry("balancedRatio", busy.pools().orElseThrow().balancedPrefillWorkersPerDecodeWorker().getAsDouble());
        assertThat(codes(easy)).doesNotContain("kv-limited", "prefill-limited", "little-memory-left").contains("pools-rarely-measured");
        assertThat(easy.verdict()).isEqualTo(Verdict.FITS);
    }

    private static List<String> codes(Estimate estimate) {
        return estimate.findings().stream().map(Finding::code).toList();
    }

    private static Finding finding(Estimate estimate, String code) {
        return estimate.findings().stream().filter(found -> found.code().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void poolsHoldWhatTheirDecodeWorkersHold() {
        String workload = "'inputTokens': 3000, 'outputTokens': 500, 'concurrency': 90";
        Estimate three = estimate(two(1, 3, workload));
        MemoryPlan one = memory(pools(two(1, 3, workload)).decode(), known());
        double running = three.point().orElseThrow().runningBatch();

        close(three.kvCache().orElseThrow().tokenCapacity(), 3 * one.figures(1).tokenCapacity(), "tokens");
        close(three.kvCache().orElseThrow().maxConcurrency(), 3 * one.figures(1).maxConcurrency(), "requests");
        close(three.kvCache().orElseThrow().runningBatch(), running, "running");
        close(three.memory().orElseThrow().kvCacheBytes(), one.at(running / 3).kvCacheBytes(), "cache");
        close(three.speed().orElseThrow().outputTokensPerSecondPerGpu().mid(),
                three.speed().orElseThrow().outputTokensPerSecond().mid() / 16, "over the GPUs of both pools");
    }

    /** Twelve GPUs are more than an NVLink domain of eight. */
    @Test
    void withoutAFabricBetweenThemPoolsHaveMemoryAndNoSpeed() {
        String members = two(2, 1, "'inputTokens': 3000, 'outputTokens': 500, 'concurrency': 8").replace("'fabric': 'ib-ndr', ", "");
        Estimate estimate = estimate(members);
        DisaggregatedPair pair = pools(members);
        Knowledge knowledge = known();

        assertThat(estimate.speed()).isEmpty();
        assertThat(estimate.point()).isEmpty();
        assertThat(finding(estimate, "fabric-unknown").figures()).containsEntry("gpus", 12.0).containsEntry("domainGpus", 8.0);
        assertThat(estimate.pools().orElseThrow().transferSeconds()).isEmpty();
        assertThat(estimate.pools().orElseThrow().prefillMemory().weightsBytes()).isPositive();
        assertThat(estimate.kvCache().orElseThrow().tokenCapacity()).isEqualTo(memory(pair.decode(), knowledge).figures(1).tokenCapacity());
        assertThat(worker(pair.prefill(), knowledge).curve(2, worker(pair.decode(), knowledge), 1)).isEmpty();
        assertThat(worker(pair.prefill(), knowledge).curve(1, worker(pair.decode(), knowledge), 1)).isPresent();
        assertThat(worker(pair.prefill(), knowledge).deployment()).isEqualTo(pair.prefill());
    }

    /** 141 GB of weights in BF16 don't fit one device, whichever pool it serves. */
    @Test
    void bothPoolsHaveToFit() {
        String both = two(1, 1, "'inputTokens': 3000, 'outputTokens': 500, 'concurrency': 8");
        String smallPrefill = both.replace("'prefill': {'workers': 1, 'layout': {'tensorParallel': 4}}",
                "'prefill': {'workers': 1, 'layout': {'tensorParallel': 1}}");
        String smallDecode = both.replace("'decode': {'workers': 1, 'layout': {'tensorParallel': 4}}",
                "'decode': {'workers': 1, 'layout': {'tensorParallel': 1}}");

        for (String members : List.of(smallPrefill, smallDecode)) {
            Estimate estimate = estimate(members);
            assertThat(members).isNotEqualTo(both);
            assertThat(estimate.verdict()).isEqualTo(Verdict.DOES_NOT_FIT);
            assertThat(estimate.speed()).isEmpty();
            assertThat(codes(estimate)).contains("does-not-fit");
        }
        assertThat(DisaggregatedEstimator.point(pools(smallDecode), known())).isEqualTo(Optional.empty());
    }
}
