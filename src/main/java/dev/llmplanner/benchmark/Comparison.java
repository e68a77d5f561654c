package dev.llmplanner.benchmark;

import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Speed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A run set against the estimate of the deployment that the user says it is.
 *
 * @param rows     figures that both have
 * @param assumed  what the file doesn't say and the user's scenario says for it
 * @param cautions what makes the run a poor witness
 */
public record Comparison(List<Row> rows, List<Assumed> assumed, List<Caution> cautions) {

    /** A first wave of requests that arrive at once is a tenth of a run of ten times the concurrency; the reference runs are. */
    static final int STEADY_MULTIPLE = 10;

    /** Share of failed requests above which the others had less to share the GPUs with. */
    static final double FAILED_FRACTION = 0.01;

    /** A figure. */
    public enum Quantity { TTFT, TPOT, OUTPUT }

    /** A fact that isn't in the file. */
    public enum Assumed { MODEL, ACCELERATOR, ENGINE, PRECISION, LAYOUT, LOAD, LENGTHS }

    /** Why a run may mislead. */
    public enum Caution {
        /** Lengths are those that were asked for. */
        NOMINAL_LENGTHS,
        /** Fewer than {@link #STEADY_MULTIPLE} requests for each one in flight: start and end weigh in the means. */
        SHORT_RUN,
        /** More than {@link #FAILED_FRACTION} of the requests failed. */
        FAILED_REQUESTS,
        /** Gaps between tokens stand there and TPOT doesn't: TPOT isn't compared. */
        GAPS_ONLY,
        /** Draft tokens were accepted: the scenario must have them too. */
        SPECULATION,
        /** Prefill and decode had GPUs of their own. */
        SEPARATE_POOLS
    }

    /**
     * One figure, in seconds or tokens per second.
     *
     * @param measured  mean over requests, or of the replica
     * @param estimated with its 80 % band
     */
    public record Row(Quantity quantity, double measured, Band estimated) {

        /** Measured divided by estimated. */
        public double ratioFraction() {
            return measured / estimated.mid();
        }

        /** Whether it lies where 80 % of measurements do. */
        public boolean inside() {
            return measured >= estimated.low() && measured <= estimated.high();
        }
    }

    public Comparison {
        rows = List.copyOf(rows);
        assumed = List.copyOf(assumed);
        cautions = List.copyOf(cautions);
    }

    /** That run against that estimate, which must be of the run's load and lengths. */
    public static Comparison of(Run run, Speed estimate) {
        List<Row> rows = new ArrayList<>();
        add(rows, Quantity.TTFT, run.outcome().ttft().meanSeconds(), estimate.ttftSeconds());
        add(rows, Quantity.TPOT, run.outcome().tpot().meanSeconds(), estimate.tpotSeconds());
        add(rows, Quantity.OUTPUT, run.outcome().outputTokensPerSecond(), estimate.outputTokensPerSecond());
        return new Comparison(rows, assumed(run), cautions(run));
    }

    private static void add(List<Row> rows, Quantity quantity, OptionalDouble measured, Band estimated) {
        if (measured.isPresent() && estimated.mid() > 0) {
            rows.add(new Row(quantity, measured.getAsDouble(), estimated));
        }
    }

    /** What the run's file leaves to the scenario. */
    public static List<Assumed> assumed(Run run) {
        List<Assumed> assumed = new ArrayList<>();
        note(assumed, Assumed.MODEL, run.served().model().isEmpty());
        note(assumed, Assumed.ACCELERATOR, run.served().accelerator().isEmpty());
        note(assumed, Assumed.ENGINE, run.served().engine().isEmpty());
        note(assumed, Assumed.PRECISION, run.served().precision().isEmpty());
        note(assumed, Assumed.LAYOUT, run.served().tensorParallel().isEmpty());
        note(assumed, Assumed.LOAD,
                run.demand().concurrencyCount().isEmpty() && run.demand().requestsPerSecond().isEmpty());
        note(assumed, Assumed.LENGTHS, run.demand().inputTokens().isEmpty() || run.demand().outputTokens().isEmpty());
        return assumed;
    }

    private static List<Caution> cautions(Run run) {
        Run.Outcome outcome = run.outcome();
        OptionalDouble inFlight = run.demand().concurrencyCount();
        int completed = outcome.completed().orElse(0);
        int failed = outcome.failed().orElse(0);
        List<Caution> cautions = new ArrayList<>();
        note(cautions, Caution.NOMINAL_LENGTHS, run.demand().nominalLengths());
        note(cautions, Caution.SHORT_RUN, outcome.completed().isPresent() && inFlight.isPresent()
                && completed < STEADY_MULTIPLE * inFlight.getAsDouble());
        note(cautions, Caution.FAILED_REQUESTS, failed > FAILED_FRACTION * ((double) completed + failed));
        note(cautions, Caution.GAPS_ONLY,
                outcome.tpot().meanSeconds().isEmpty() && outcome.itl().meanSeconds().isPresent());
        note(cautions, Caution.SPECULATION, run.demand().tokensPerStep().orElse(1) > 1);
        note(cautions, Caution.SEPARATE_POOLS, run.served().separatePools());
        return cautions;
    }

    private static <T> void note(List<T> notes, T note, boolean holds) {
        if (holds) {
            notes.add(note);
        }
    }

    /** Measured divided by estimated of that figure, where both have it. */
    public Optional<Row> row(Quantity quantity) {
        return rows.stream().filter(row -> row.quantity() == quantity).findFirst();
    }

    /**
     * The factors that this run gives for that deployment. Absent without TPOT, with separate pools, and where the two are so
     * far apart that the file describes something else.
     */
    public Optional<LocalCalibration> calibration(DeploymentKey deployment, Run run) {
        Optional<Double> tpot = row(Quantity.TPOT).map(Row::ratioFraction).filter(LocalCalibration::isPlausible);
        if (tpot.isEmpty() || cautions.contains(Caution.SEPARATE_POOLS)) {
            return Optional.empty();
        }
        Optional<Double> ttft = row(Quantity.TTFT).map(Row::ratioFraction).filter(LocalCalibration::isPlausible);
        return Optional.of(new LocalCalibration(deployment, tpot.get(),
                ttft.map(OptionalDouble::of).orElse(OptionalDouble.empty()), run.origin().date()));
    }
}
