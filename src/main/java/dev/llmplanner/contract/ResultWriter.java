package dev.llmplanner.contract;

import dev.llmplanner.engine.memory.KvCacheFigures;
import dev.llmplanner.engine.memory.MemoryPerGpu;
import dev.llmplanner.engine.roofline.OperatorCost;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Pools;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes an answer by {@code docs/contract/result.schema.json}. A figure that can't be computed is left out. */
final class ResultWriter {

    private ResultWriter() {}

    static JsonObject write(Answer answer) {
        return write(answer, Optional.empty());
    }

    /**
     * @param evidence the nearest measurements, where they were looked for
     */
    static JsonObject write(Answer answer, Optional<JsonArray> evidence) {
        Estimate estimate = answer.estimate();
        JsonObject.Builder result = new JsonObject.Builder()
                .put("request", answer.request())
                .put("layoutChoice", new JsonObject.Builder()
                        .put("reason", answer.layoutReason())
                        .put("legalLayouts", answer.legalLayouts())
                        .build())
                .put("verdict", estimate.verdict().code())
                .put("findings", findings(answer));
        estimate.memory().ifPresent(memory -> result.put("memoryPerGpu", estimate.pools()
                .map(pools -> new JsonObject.Builder()
                        .put("prefill", memory(pools.prefillMemory()))
                        .put("decode", memory(memory))
                        .build())
                .orElseGet(() -> memory(memory))));
        estimate.kvCache().ifPresent(figures -> result.put("kvCache", kvCache(figures)));
        estimate.speed().ifPresent(speed -> speed(result, speed));
        estimate.pools().ifPresent(pools -> result.put("pools", pools(pools)));
        result.put("confidence", confidence(estimate));
        evidence.ifPresent(near -> result.put("evidence", near));
        return result.build();
    }

    private static JsonObject pools(Pools pools) {
        JsonObject.Builder figures = new JsonObject.Builder();
        pools.prefillUtilizationFraction().ifPresent(value -> figures.put("prefillUtilizationFraction", value));
        pools.transferSeconds().ifPresent(value -> figures.put("transferSeconds", value));
        pools.balancedPrefillWorkersPerDecodeWorker()
                .ifPresent(value -> figures.put("balancedPrefillWorkersPerDecodeWorker", value));
        return figures.build();
    }

    private static String confidence(Estimate estimate) {
        return switch (estimate.confidence()) {
            case HIGH -> "high";
            case MEDIUM -> "medium";
            case LOW -> "low";
        };
    }

    private static Json findings(Answer answer) {
        List<Json> findings = new ArrayList<>();
        for (Finding finding : answer.estimate().findings()) {
            JsonObject.Builder args = new JsonObject.Builder();
            finding.figures().forEach(args::put);
            finding.facts().forEach(args::put);
            List<Json> remedies = new ArrayList<>();
            for (Remedy remedy : answer.remedies()) {
                if (remedy.finding().equals(finding.code())) {
                    remedies.add(new JsonObject.Builder()
                            .put("code", remedy.code())
                            .put("change", remedy.change())
                            .put("then", remedy.then().code())
                            .build());
                }
            }
            findings.add(new JsonObject.Builder()
                    .put("code", finding.code())
                    .put("severity", severity(finding.severity()))
                    .put("args", args.build())
                    .put("remedies", new JsonArray(remedies))
                    .build());
        }
        return new JsonArray(findings);
    }

    private static String severity(Finding.Severity severity) {
        return switch (severity) {
            case BLOCKING -> "blocking";
            case UNKNOWN -> "unknown";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    private static JsonObject memory(MemoryPerGpu memory) {
        return new JsonObject.Builder()
                .put("capacityBytes", memory.capacityBytes())
                .put("reservedBytes", memory.reservedBytes())
                .put("weightsBytes", memory.weightsBytes())
                .put("kvCacheBytes", memory.kvCacheBytes())
                .put("stateBytes", memory.stateBytes())
                .put("activationsBytes", memory.activationsBytes())
                .put("runtimeBytes", memory.runtimeBytes())
                .put("freeBytes", memory.freeBytes())
                .put("usableBytes", memory.usableBytes())
                .build();
    }

    private static JsonObject kvCache(KvCacheFigures figures) {
        return new JsonObject.Builder()
                .put("bytesPerToken", figures.bytesPerToken())
                .put("bytesPerSequence", figures.bytesPerSequence())
                .put("tokenCapacity", figures.tokenCapacity())
                .put("maxConcurrency", figures.maxConcurrency())
                .put("maxContextTokens", figures.maxContextTokens())
                .put("runningBatch", figures.runningBatch())
                .build();
    }

    private static void speed(JsonObject.Builder result, Speed speed) {
        result.put("latency", new JsonObject.Builder()
                .put("ttftSeconds", ttft(speed))
                .put("tpotSeconds", band(speed.tpotSeconds()))
                .build());
        result.put("throughput", new JsonObject.Builder()
                .put("outputTokensPerSecond", band(speed.outputTokensPerSecond()))
                .put("outputTokensPerSecondPerGpu", band(speed.outputTokensPerSecondPerGpu()))
                .put("inputTokensPerSecond", band(speed.inputTokensPerSecond()))
                .put("requestsPerSecond", speed.requestsPerSecond())
                .build());
        result.put("bandwidth", new JsonObject.Builder()
                .put("bytesPerStep", speed.bytesPerStep())
                .put("utilizationFraction", speed.bandwidthUtilizationFraction())
                .build());
        result.put("bottleneck", speed.bottleneck().code());
        List<Json> operators = new ArrayList<>();
        for (OperatorCost operator : speed.operators()) {
            operators.add(new JsonObject.Builder()
                    .put("phase", operator.phase().code())
                    .put("name", operator.name())
                    .put("count", operator.count())
                    .put("flop", operator.flop())
                    .put("bytes", operator.bytes())
                    .put("seconds", operator.seconds())
                    .put("bound", operator.bound().code())
                    .build());
        }
        result.put("operators", new JsonArray(operators));
    }

    private static JsonObject ttft(Speed speed) {
        Band band = speed.ttftSeconds();
        return new JsonObject.Builder()
                .put("low", band.low())
                .put("mid", band.mid())
                .put("high", band.high())
                .put("p50", speed.ttftSpread().p50Seconds())
                .put("p95", speed.ttftSpread().p95Seconds())
                .put("p99", speed.ttftSpread().p99Seconds())
                .build();
    }

    static JsonObject band(Band band) {
        return new JsonObject.Builder()
                .put("low", band.low())
                .put("mid", band.mid())
                .put("high", band.high())
                .build();
    }
}
