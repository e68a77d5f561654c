package dev.llmplanner.engine.serving;

import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.memory.MemoryPlan;

/**
 * Prefill and decode on the same GPUs.
 *
 * <p>With B running sequences, answers of O tokens and prompts of I tokens to compute: a prefill step carries
 * {@code c = min(limit, I·max(1, B/O))} tokens; {@code f = (B/O)·I/c} of them fall on each token's time. Where an engine
 * computes both in one pass, that pass takes M, less than P + D: a prompt adds {@code added = (I/c)·(P − φ·(P + D − M))}.
 * {@code TPOT = D + (others/O)·stall·added}. {@code TTFT = fixed + a·prompting + b·D + wait}, where the wait is the burst of a
 * closed loop, or M/D/1's for independent users, and what requests beyond the KV pool queue for. Source:
 * {@code docs/model/serving.md}.
 *
 * <p>Moves from load to load, and keeps the parts of the last one. Not safe to share between threads.
 */
final class AggregatedServing {

    private static final int BISECTION_STEPS = 40;

    private final Deployment deployment;
    private final EngineCalibration calibration;
    private final StepTimes steps;
    private final double capacity;
    private final double expertsSeconds;

    private double concurrency = -1;
    private double running;
    private StepTimes.Decode decode;
    private StepTimes.Prefill prefill;
    private double saved;
    private double added;
    private double stall;
    private double tpot;
    private double prompting;
    private double alone;
    private double queued;
    private double together;
    private double wait;
    private double utilisation;
    private double ttft;

    AggregatedServing(
            Deployment deployment, MemoryPlan memory, EngineCalibration calibration, StepTimes steps) {
        this.deployment = deployment;
        this.calibration = calibration;
        this.steps = steps;
        this.capacity = memory.maxRunningBatch();
        this.expertsSeconds = calibration.ttftExpertsSeconds() * deployment.architecture().expertLayers();
    }

    /**
     * Output tokens per second of requests that wait for nobody but share their steps: {@code B·O / (P₁ + O·D + B·P)}. Near
     * enough to put layouts of one deployment in order, from one pass of each phase; from decode alone, and too much, where
     * even that isn't more than {@code enough}.
     */
    double roughOutputTokensPerSecond(double concurrency, double enough) {
        double running = Math.min(concurrency, capacity);
        double answer = deployment.workload().outputTokens();
        double decode = answer * decodeSecondsPerToken(running);
        if (running * answer / decode <= enough) {
            return running * answer / decode;
        }
        StepTimes.Prefill prefill = prefill(running);
        return running * answer / (prefill.promptSeconds() + decode + running * prefill.serviceSeconds());
    }

    double decodeSecondsPerToken(double running) {
        return steps.decodeSecondsPerToken(running);
    }

    /** The point with that many requests in flight. */
    ServingPoint atConcurrency(double inFlight) {
        move(inFlight);
        return new ServingPoint(
                concurrency, running, capacity,
                steps.decodeCost(running), decode.draftSeconds(), decode.seconds(), decode.tokensPerStep(),
                steps.prefillCost(prefill.chunkTokens()), prefill.chunkTokens(), prefill.stageSeconds(), prefill.serviceSeconds(),
                prefill.kernelServiceSeconds(),
                prefill.promptSeconds(), saved, added, prompting, prefill.chunks(), pollSteps(running),
                together, others(running, prefill), stall, tpot, alone, queued, utilisation, wait,
                ttft, new Percentiles(ttft(0.5), ttft(0.95), ttft(0.99)), requestsPerSecond());
    }

    /** Latency there alone. */
    Latency latency(double inFlight, double quantile, double deviates) {
        move(inFlight);
        return new Latency(quantile == 0 ? ttft : ttft(quantile),
                tpot + deviates * stall / Math.sqrt(Math.max(1, running)), requestsPerSecond());
    }

    /** Requests per second there alone. */
    double requestsPerSecond(double inFlight) {
        move(inFlight);
        return requestsPerSecond();
    }

    private double requestsPerSecond() {
        return concurrency / (ttft + deployment.workload().outputTokens() * tpot);
    }

    /** Computes the parts of the point with so many in flight. */
    private void move(double inFlight) {
        if (inFlight == concurrency) {
            return;
        }
        concurrency = inFlight;
        running = Math.min(concurrency, capacity);
        double answer = deployment.workload().outputTokens();
        decode = steps.decode(running);
        prefill = prefill(running);
        saved = savedSeconds(running, decode, prefill);
        added = added(prefill, saved);
        stall = others(running, prefill) / answer * calibration.stallFraction() * added;
        tpot = decode.secondsPerToken() + stall;
        prompting = prompting(decode, prefill, saved);
        alone = calibration.ttftFixedSeconds()
                + calibration.ttftPrefillFactor() * prompting
                + expertsSeconds * prefill.chunks()
                + (calibration.ttftStepFactor() + (pollSteps(running) - 1) / 2) * decode.seconds();
        queued = Math.max(0, concurrency - capacity) / capacity * (answer * tpot + alone);
        together = togetherSeconds(running, prefill);
        if (isClosed()) {
            utilisation = 0;
            wait = calibration.ttftBurstFraction() * wave();
        } else {
            utilisation = utilisation(running, alone + answer * tpot, prefill.kernelServiceSeconds());
            wait = utilisation / (2 * (1 - utilisation)) * prefill.kernelServiceSeconds();
        }
        ttft = alone + queued + together + wait;
    }

    private boolean isClosed() {
        return deployment.workload().arrival() == Arrival.CLOSED_LOOP;
    }

    /** Prefill of all that run, seconds. */
    private double wave() {
        return running * prefill.kernelServiceSeconds();
    }

    private double ttft(double quantile) {
        return alone + queued + together + (isClosed()
                ? TtftSpread.even(wave(), calibration.ttftBurstFraction(), quantile)
                : TtftSpread.exponential(wait, utilisation, quantile));
    }

    /**
     * Requests whose prompts a request sees computed while it decodes. In a closed loop each of the running prompts passes
     * once between two of its own: those that share the step of its own prompt are in its TTFT, the rest stalls it.
     */
    private double others(double running, StepTimes.Prefill prefill) {
        return isClosed() ? Math.max(0, running - prefill.sharing()) : running;
    }

    /** Seconds that one pass for both saves against a prefill step and a decode step one after the other. */
    private double savedSeconds(double running, StepTimes.Decode decode, StepTimes.Prefill prefill) {
        if (calibration.fusedFraction() == 0) {
            return 0;
        }
        double fused = steps.fusedStageSeconds(running, prefill.chunkTokens());
        return Math.max(0, prefill.stageSeconds() + decode.stageSeconds() - fused);
    }

    /** Seconds that one whole prompt adds to the steps in which others decode. */
    private double added(StepTimes.Prefill prefill, double saved) {
        return prefill.serviceSeconds() * (1 - calibration.fusedFraction() * saved / prefill.stageSeconds());
    }

    /** Seconds in which one prompt is computed; where steps are fused, with the decode steps that ride along. */
    private double prompting(StepTimes.Decode decode, StepTimes.Prefill prefill, double saved) {
        return prefill.promptSeconds()
                + calibration.fusedFraction() * prefill.chunks() * (decode.stageSeconds() - saved);
    }

    /** Steps between two looks for new requests: as the published benchmarks set them, else one. */
    private double pollSteps(double running) {
        return deployment.workload().isPublishedBenchmark() ? calibration.polling().steps(running) : 1;
    }

    /** Prompts that the scheduler finds in one look while {@code running} requests decode. */
    private double found(double running) {
        return pollSteps(running) * running / deployment.workload().outputTokens();
    }

    /** Mean wait for the steps of prompts that were found together and don't fit into one step. */
    private double togetherSeconds(double running, StepTimes.Prefill prefill) {
        double steps = found(running) * prefill.serviceSeconds() / prefill.stageSeconds();
        return Math.max(0, steps - 1) / 2 * prefill.stageSeconds();
    }

    private StepTimes.Prefill prefill(double running) {
        double prompt = deployment.workload().computedInputTokens();
        return steps.prefill(Math.min(deployment.limits().maxBatchedTokens(), prompt * Math.max(1, found(running))));
    }

    /**
     * Utilisation of prefill with exponential gaps, where {@code running} requests are in flight: with utilisation
     * {@code x = λ·service}, {@code running = x·residence/service + x²/(2(1 − x))} by Little's law and M/D/1.
     */
    private static double utilisation(double running, double residenceSeconds, double serviceSeconds) {
        double k = residenceSeconds / serviceSeconds;
        double b = 2 * (k + running);
        return 4 * running / (b + Math.sqrt(4 * (k - running) * (k - running) + 8 * running));
    }

    /** The most requests per second that can be sustained: bounded by the batch, and by the GPUs' time. */
    double highestRequestsPerSecond() {
        double most = capacity;
        double answer = deployment.workload().outputTokens();
        StepTimes.Decode decode = steps.decode(most);
        StepTimes.Prefill prefill = prefill(most);
        double added = added(prefill, savedSeconds(most, decode, prefill));
        double stall = others(most, prefill) / answer * calibration.stallFraction() * added;
        double byBatch = most / (answer * (decode.secondsPerToken() + stall));
        double byTime = 1 / (added + answer * decode.secondsPerToken() / most);
        return Math.min(byBatch, byTime);
    }

    /**
     * The point at which {@code requestsPerSecond} finish. Where fewer finish even with the pool full, the point with the
     * pool full: the caller has compared the rate with the highest.
     */
    ServingPoint atRate(double requestsPerSecond) {
        double low = 0;
        double high = capacity;
        for (int step = 0; step < BISECTION_STEPS && high - low > high * 1e-9; step++) {
            double middle = (low + high) / 2;
            move(middle);
            if (requestsPerSecond() < requestsPerSecond) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return atConcurrency(high);
    }
}
