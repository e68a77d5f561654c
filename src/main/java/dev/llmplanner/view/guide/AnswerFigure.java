package dev.llmplanner.view.guide;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.engine.memory.KvCacheFigures;
import dev.llmplanner.engine.memory.MemoryPerGpu;
import dev.llmplanner.engine.roofline.OperatorCost;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A figure of an answer that guides may quote. Memory and cache are those of the fullest GPU. */
enum AnswerFigure {
    GPUS("gpus", Measure.COUNT, answer -> asked(answer, "gpus")),
    NODES("nodes", Measure.COUNT, answer -> asked(answer, "nodes")),
    IN("in", Measure.TOKENS, answer -> asked(answer, "workload", "inputTokens")),
    OUT("out", Measure.TOKENS, answer -> asked(answer, "workload", "outputTokens")),
    USERS("users", Measure.COUNT, answer -> asked(answer, "workload", "concurrency")),
    ASKED_RATE("rate", Measure.NUMBER, answer -> asked(answer, "workload", "requestsPerSecond")),
    TENSOR("tp", Measure.COUNT, answer -> asked(answer, "layout", "tensorParallel")),
    PIPELINE("pp", Measure.COUNT, answer -> asked(answer, "layout", "pipelineParallel")),
    EXPERT("ep", Measure.COUNT, answer -> asked(answer, "layout", "expertParallel")),
    DATA("dp", Measure.COUNT, answer -> asked(answer, "layout", "attentionDataParallel")),

    TTFT("ttft", Measure.SECONDS, speed(speed -> speed.ttftSeconds().mid())),
    TTFT_LOW("ttft-low", Measure.SECONDS, speed(speed -> speed.ttftSeconds().low())),
    TTFT_HIGH("ttft-high", Measure.SECONDS, speed(speed -> speed.ttftSeconds().high())),
    TTFT_P95("ttft-p95", Measure.SECONDS, speed(speed -> speed.ttftSpread().p95Seconds())),
    TPOT("tpot", Measure.SECONDS, speed(speed -> speed.tpotSeconds().mid())),
    TPOT_LOW("tpot-low", Measure.SECONDS, speed(speed -> speed.tpotSeconds().low())),
    TPOT_HIGH("tpot-high", Measure.SECONDS, speed(speed -> speed.tpotSeconds().high())),
    OUTPUT("output", Measure.RATE, speed(speed -> speed.outputTokensPerSecond().mid())),
    OUTPUT_LOW("output-low", Measure.RATE, speed(speed -> speed.outputTokensPerSecond().low())),
    OUTPUT_HIGH("output-high", Measure.RATE, speed(speed -> speed.outputTokensPerSecond().high())),
    OUTPUT_PER_GPU("output-per-gpu", Measure.RATE, speed(speed -> speed.outputTokensPerSecondPerGpu().mid())),
    INPUT("input", Measure.RATE, speed(speed -> speed.inputTokensPerSecond().mid())),
    REQUESTS("requests", Measure.NUMBER, speed(Speed::requestsPerSecond)),
    STEP("step", Measure.SECONDS, speed(Speed::decodeStepSeconds)),
    STEP_BYTES("step-bytes", Measure.BYTES, speed(Speed::bytesPerStep)),
    BANDWIDTH_USE("bandwidth-use", Measure.PERCENT, speed(Speed::bandwidthUtilizationFraction)),

    CAPACITY("capacity", Measure.BYTES, memory(MemoryPerGpu::capacityBytes)),
    RESERVED("reserved", Measure.BYTES, memory(MemoryPerGpu::reservedBytes)),
    USABLE("usable", Measure.BYTES, memory(MemoryPerGpu::usableBytes)),
    WEIGHTS("weights", Measure.BYTES, memory(MemoryPerGpu::weightsBytes)),
    KV("kv", Measure.BYTES, memory(MemoryPerGpu::kvCacheBytes)),
    STATE("state", Measure.BYTES, memory(MemoryPerGpu::stateBytes)),
    ACTIVATIONS("activations", Measure.BYTES, memory(MemoryPerGpu::activationsBytes)),
    RUNTIME("runtime", Measure.BYTES, memory(MemoryPerGpu::runtimeBytes)),
    FREE("free", Measure.BYTES, memory(MemoryPerGpu::freeBytes)),

    TOKEN("kv-token", Measure.BYTES, cache(KvCacheFigures::bytesPerToken)),
    SEQUENCE("kv-sequence", Measure.BYTES, cache(KvCacheFigures::bytesPerSequence)),
    POOL("kv-tokens", Measure.TOKENS, cache(KvCacheFigures::tokenCapacity)),
    HELD("kv-requests", Measure.COUNT, cache(KvCacheFigures::maxConcurrency)),
    LONGEST("kv-longest", Measure.TOKENS, cache(KvCacheFigures::maxContextTokens)),
    RUNNING("running", Measure.NUMBER, cache(KvCacheFigures::runningBatch));

    private static final String ALL = "*";

    private final String code;
    private final Measure measure;
    private final Function<Answer, OptionalDouble> figure;

    AnswerFigure(String code, Measure measure, Function<Answer, OptionalDouble> figure) {
        this.code = code;
        this.measure = measure;
        this.figure = figure;
    }

    /** The name in quotes and messages. */
    String code() {
        return code;
    }

    Value of(Answer answer) {
        return Value.of(measure, figure.apply(answer));
    }

    static Optional<AnswerFigure> named(String code) {
        for (AnswerFigure figure : values()) {
            if (figure.code.equals(code)) {
                return Optional.of(figure);
            }
        }
        return Optional.empty();
    }

    /** The low and the high end where a figure has a band. */
    Optional<Band> band(Answer answer) {
        return answer.estimate().speed().flatMap(speed -> switch (this) {
            case TTFT -> Optional.of(speed.ttftSeconds());
            case TPOT -> Optional.of(speed.tpotSeconds());
            case OUTPUT -> Optional.of(speed.outputTokensPerSecond());
            default -> Optional.empty();
        });
    }

    /**
     * What the operators of one pass on one GPU cost together: {@code decode.routed-experts.bytes}, {@code prefill.*.flop}.
     *
     * @return empty where the name is no such sum; unknown where the answer has no speed or no such operator
     */
    static Optional<Value> operators(String name, Optional<Answer> answer) {
        int first = name.indexOf('.');
        int last = name.lastIndexOf('.');
        if (first < 1 || last == first) {
            return Optional.empty();
        }
        String phase = name.substring(0, first);
        String operator = name.substring(first + 1, last);
        Measure measure = switch (name.substring(last + 1)) {
            case "bytes" -> Measure.BYTES;
            case "flop" -> Measure.FLOP;
            case "seconds" -> Measure.SECONDS;
            default -> Measure.WORD;
        };
        boolean known = (phase.equals("decode") || phase.equals("prefill")) && measure != Measure.WORD;
        if (!known) {
            return Optional.empty();
        }
        double sum = 0;
        int found = 0;
        if (answer.isPresent() && answer.get().estimate().speed().isPresent()) {
            for (OperatorCost cost : answer.get().estimate().speed().get().operators()) {
                if (cost.phase().code().equals(phase) && (operator.equals(ALL) || cost.name().equals(operator))) {
                    found++;
                    sum += measure == Measure.BYTES ? cost.bytes() : measure == Measure.FLOP ? cost.flop() : cost.seconds();
                }
            }
        }
        return Optional.of(Value.of(measure, found == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum)));
    }

    private static OptionalDouble asked(Answer answer, String... path) {
        JsonObject group = answer.request();
        for (int i = 0; i < path.length - 1; i++) {
            if (!(group.get(path[i]).orElse(null) instanceof JsonObject inner)) {
                return OptionalDouble.empty();
            }
            group = inner;
        }
        return group.get(path[path.length - 1]).orElse(null) instanceof JsonNumber number
                ? OptionalDouble.of(number.value())
                : OptionalDouble.empty();
    }

    private static Function<Answer, OptionalDouble> speed(ToDoubleFunction<Speed> figure) {
        return answer -> of(answer.estimate().speed(), figure);
    }

    private static Function<Answer, OptionalDouble> memory(ToDoubleFunction<MemoryPerGpu> figure) {
        return answer -> of(answer.estimate().memory(), figure);
    }

    private static Function<Answer, OptionalDouble> cache(ToDoubleFunction<KvCacheFigures> figure) {
        return answer -> of(answer.estimate().kvCache(), figure);
    }

    private static <T> OptionalDouble of(Optional<T> part, ToDoubleFunction<T> figure) {
        return part.isPresent() ? OptionalDouble.of(figure.applyAsDouble(part.get())) : OptionalDouble.empty();
    }
}
