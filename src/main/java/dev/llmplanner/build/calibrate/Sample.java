package dev.llmplanner.build.calibrate;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.serving.DisaggregatedPair;
import dev.llmplanner.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One measured point, resolved once into what the engine judges.
 *
 * @param id           of the row
 * @param kind         how it was measured
 * @param group        what it can be left out with
 * @param precision    label of the row
 * @param version      of the engine; empty where the row doesn't say
 * @param date         of the measurement; empty where the row doesn't say
 * @param replica      aggregated deployment; of pools, one decode worker
 * @param pools        both pools, where prefill and decode have GPUs of their own
 * @param tpotSeconds  measured, where it is
 * @param ttftSeconds  measured, where it is
 * @param outputTokensPerSecond measured as such, where it is
 * @param requests     of the whole run, where they are known
 * @param request      the row as a request
 * @param source       as the row names it
 */
record Sample(
        String id,
        Kind kind,
        Group group,
        String precision,
        String version,
        String date,
        Deployment replica,
        Optional<DisaggregatedPair> pools,
        OptionalDouble tpotSeconds,
        OptionalDouble ttftSeconds,
        OptionalDouble outputTokensPerSecond,
        OptionalDouble requests,
        JsonObject request,
        String source) {

    /** Code of the accelerator's class. */
    String deviceClass() {
        return replica.accelerator().calibration().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Whether its TTFT may be fitted; it is scored in any case. The small models ran with prompts and answers of one length each,
     * so that requests go in waves and wait for each other; a row doesn't say how many waves a run had.
     */
    boolean tellsTtft() {
        return !Situations.SMALL.contains(group.model()) && !streamsLate();
    }

    /**
     * Runs whose server sent its first piece with the twentieth token (TensorRT-LLM's {@code stream_interval}): TTFT is 19 to 21
     * TPOT above that of the same server with longer answers. A setting that no column holds and no default has.
     */
    boolean streamsLate() {
        return group.family().equals("llama-3.1-70b") && group.engine().equals("tensorrt-llm") && kind == Kind.CLOSED_LOOP
                && ttftSeconds.isPresent() && replica.layout().gpus() <= 4
                && replica.workload().inputTokens() < 1025 && replica.workload().outputTokens() < 1025;
    }

    /** How a point was measured. */
    enum Kind {
        /** A fixed number of requests in flight, on one replica. */
        CLOSED_LOOP("closed-loop"),
        /** The same on separate pools. */
        POOLS("pools"),
        /** One batch from start to end. */
        STATIC_BATCH("static-batch"),
        /** A closed loop with draft tokens. */
        SPECULATIVE("speculative"),
        /** All requests at once, more than run together. */
        SATURATED("saturated");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * What a sample shares with others.
     *
     * @param cell        model family × accelerator × precision × engine
     * @param model       catalog id
     * @param family      models whose layers have one shape
     * @param accelerator catalog id
     * @param engine      code
     */
    record Group(String cell, String model, String family, String accelerator, String engine) {}
}
