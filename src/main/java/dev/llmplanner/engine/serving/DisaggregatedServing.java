package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.memory.MemoryPlan;

/**
 * Prefill and decode on GPUs of their own.
 *
 * <p>With R requests decoding on w workers, {@code λ = R / (O·TPOT(R/w))}; the other requests are in prefill, where each
 * worker batches what waits into chunks. The operating point is the largest R at which prefill keeps up
 * ({@code λ ≤ workers / service}) and no more than the given requests are in flight; by Little's law
 * {@code TTFT = (C − R)/λ} then holds what queues. No pool works more than all the time. Source:
 * {@code docs/model/serving.md}.
 */
final class DisaggregatedServing {

    private static final int BISECTION_STEPS = 40;

    private final DisaggregatedPair pair;
    private final MemoryPlan decodeMemory;
    private final PoolCalibration pools;
    private final StepTimes prefillSteps;
    private final StepTimes decodeSteps;
    private final double transferSeconds;

    DisaggregatedServing(
            DisaggregatedPair pair, MemoryPlan decodeMemory, PoolCalibration pools, StepTimes prefillSteps,
            StepTimes decodeSteps, double transferSeconds) {
        this.pair = pair;
        this.decodeMemory = decodeMemory;
        this.pools = pools;
        this.prefillSteps = prefillSteps;
        this.decodeSteps = decodeSteps;
        this.transferSeconds = transferSeconds;
    }

    /**
     * A point of both pools.
     *
     * @param point                      as of one worker that does both
     * @param prefillUtilizationFraction of a prefill worker's time
     */
    record PoolPoint(ServingPoint point, double prefillUtilizationFraction) {}

    private Workload workload() {
        return pair.decode().workload();
    }

    /** Requests that can decode together, over all decode workers. */
    double mostRunning() {
        return pair.decodeWorkers() * decodeMemory.maxRunningBatch();
    }

    double decodeSecondsPerToken(double running) {
        return decodeSteps.decodeSecondsPerToken(running / pair.decodeWorkers());
    }

    private StepTimes.Decode decode(double running) {
        return decodeSteps.decode(running / pair.decodeWorkers());
    }

    private StepTimes.Prefill prefill(double queuePerWorker) {
        double prompt = workload().computedInputTokens();
        return prefillSteps.prefill(Math.min(
                pair.prefill().limits().maxBatchedTokens(), prompt * Math.max(1, queuePerWorker)));
    }

    /** The point with that many requests in flight. */
    PoolPoint atConcurrency(double concurrency) {
        return point(running(concurrency), concurrency);
    }

    /** Latency there alone. Decode workers stall for nobody's prompts, so that TPOT doesn't spread. */
    Latency latency(double concurrency, double quantile) {
        double running = running(concurrency);
        double tpot = decodeSecondsPerToken(running);
        double rate = running / (workload().outputTokens() * tpot);
        StepTimes.Prefill prefill = prefill((concurrency - running) / pair.prefillWorkers());
        double utilisation = Math.min(1, rate * prefill.serviceSeconds() / pair.prefillWorkers());
        double ttft = Math.max((concurrency - running) / rate, alone(prefill));
        return new Latency(
                quantile == 0 ? ttft : quantile(ttft, prefill, utilisation, concurrency, quantile), tpot, rate);
    }

    /** Requests that decode of so many in flight. */
    private double running(double concurrency) {
        double low = 0;
        double high = Math.min(concurrency, mostRunning());
        for (int step = 0; step < BISECTION_STEPS && high - low > high * 1e-9; step++) {
            double middle = (low + high) / 2;
            if (sustains(middle, concurrency)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return sustains(high, concurrency) ? high : low;
    }

    private boolean sustains(double running, double concurrency) {
        double rate = running / (workload().outputTokens() * decodeSecondsPerToken(running));
        StepTimes.Prefill prefill = prefill((concurrency - running) / pair.prefillWorkers());
        double utilisation = rate * prefill.serviceSeconds() / pair.prefillWorkers();
        return utilisation <= 1
                && running + rate * ttft(concurrency, prefill, utilisation) <= concurrency;
    }

    private double ttft(double concurrency, StepTimes.Prefill prefill, double utilisation) {
        return alone(prefill) + wait(concurrency, prefill, utilisation);
    }

    private double alone(StepTimes.Prefill prefill) {
        return pools.fixedSeconds() + pools.prefillFactor() * prefill.promptSeconds() + transferSeconds;
    }

    private double wait(double concurrency, StepTimes.Prefill prefill, double utilisation) {
        if (workload().arrival() == Arrival.CLOSED_LOOP) {
            return pools.burstFraction() * concurrency * prefill.serviceSeconds() / pair.prefillWorkers();
        }
        return utilisation < 1
                ? utilisation / (2 * (1 - utilisation)) * prefill.serviceSeconds()
                : Double.POSITIVE_INFINITY;
    }

    private PoolPoint point(double running, double concurrency) {
        double answer = workload().outputTokens();
        StepTimes.Decode decode = decode(running);
        StepTimes.Prefill prefill = prefill((concurrency - running) / pair.prefillWorkers());
        double tpot = decode.secondsPerToken();
        double rate = running / (answer * tpot);
        double utilisation = Math.min(1, rate * prefill.serviceSeconds() / pair.prefillWorkers());
        double ttft = Math.max((concurrency - running) / rate, alone(prefill));
        return new PoolPoint(
                new ServingPoint(concurrency, running, mostRunning(),
                        decodeSteps.decodeCost(running / pair.decodeWorkers()), decode.draftSeconds(), decode.seconds(), decode.tokensPerStep(),
                        prefillSteps.prefillCost(prefill.chunkTokens()), prefill.chunkTokens(), prefill.stageSeconds(), prefill.serviceSeconds(),
                        prefill.kernelServiceSeconds(),
                        prefill.promptSeconds(), 0, prefill.serviceSeconds(), prefill.promptSeconds(),
                        prefill.chunks(), 1, 0, 0, 0, tpot, alone(prefill), 0, utilisation,
                        Math.max(0, ttft - alone(prefill)), ttft,
                        spread(ttft, prefill, utilisation, concurrency), rate),
                utilisation);
    }

    private Percentiles spread(
            double ttft, StepTimes.Prefill prefill, double utilisation, double concurrency) {
        return new Percentiles(
                quantile(ttft, prefill, utilisation, concurrency, 0.5),
                quantile(ttft, prefill, utilisation, concurrency, 0.95),
                quantile(ttft, prefill, utilisation, concurrency, 0.99));
    }

    private double quantile(
            double ttft, StepTimes.Prefill prefill, double utilisation, double concurrency, double quantile) {
        if (workload().arrival() == Arrival.CLOSED_LOOP) {
            double wave = concurrency * prefill.serviceSeconds() / pair.prefillWorkers();
            return Math.max(alone(prefill), ttft - pools.burstFraction() * wave)
                    + TtftSpread.even(wave, pools.burstFraction(), quantile);
        }
        double mean = Math.max(0, ttft - alone(prefill));
        return ttft - mean + TtftSpread.exponential(mean, utilisation, quantile);
    }

    /** The most requests per second that both pools sustain. */
    double highestRequestsPerSecond() {
        return Math.min(decodeRate(), prefillRate());
    }

    private double decodeRate() {
        double running = mostRunning();
        return running / (workload().outputTokens() * decodeSecondsPerToken(running));
    }

    /** With whole chunks, which is the most that a prefill worker can do. */
    private double prefillRate() {
        return pair.prefillWorkers() / prefill(Double.POSITIVE_INFINITY).serviceSeconds();
    }

    /** Prefill workers per decode worker at which both pools are full together. */
    double balancedRatio() {
        double perDecodeWorker = decodeRate() / pair.decodeWorkers();
        double perPrefillWorker = prefillRate() / pair.prefillWorkers();
        return perDecodeWorker / perPrefillWorker;
    }

    /** The point at which {@code requestsPerSecond} finish; the caller has compared the rate with the highest. */
    PoolPoint atRate(double requestsPerSecond) {
        double low = 0;
        double high = mostRunning();
        for (int step = 0; step < BISECTION_STEPS && high - low > high * 1e-9; step++) {
            double middle = (low + high) / 2;
            if (middle / (workload().outputTokens() * decodeSecondsPerToken(middle)) < requestsPerSecond) {
                low = middle;
            } else {
                high = middle;
            }
        }
        StepTimes.Prefill single = prefill(1);
        double utilisation = requestsPerSecond * single.serviceSeconds() / pair.prefillWorkers();
        StepTimes.Prefill batched = utilisation < 1 ? single : prefill(Double.POSITIVE_INFINITY);
        double busy = Math.min(0.999, requestsPerSecond * batched.serviceSeconds() / pair.prefillWorkers());
        double inPrefill = requestsPerSecond * ttft(high, batched, busy);
        return point(high, high + inPrefill);
    }
}
