package dev.llmplanner.benchmark;

import dev.llmplanner.benchmark.Run.Demand;
import dev.llmplanner.benchmark.Run.Latency;
import dev.llmplanner.benchmark.Run.Origin;
import dev.llmplanner.benchmark.Run.Outcome;
import dev.llmplanner.benchmark.Run.Served;
import dev.llmplanner.json.JsonObject;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A run in the planner's own file. Absent facts have no member. */
final class RunJson {

    private RunJson() {}

    static JsonObject write(Run run) {
        JsonObject.Builder json = new JsonObject.Builder().put("kind", run.origin().kind().code());
        text(json, "toolVersion", run.origin().toolVersion());
        text(json, "date", run.origin().date());
        return json.put("served", served(run.served()))
                .put("demand", demand(run.demand()))
                .put("outcome", outcome(run.outcome()))
                .build();
    }

    private static JsonObject served(Served served) {
        JsonObject.Builder json = new JsonObject.Builder();
        text(json, "model", served.model());
        text(json, "engine", served.engine());
        text(json, "engineVersion", served.engineVersion());
        text(json, "accelerator", served.accelerator());
        text(json, "precision", served.precision());
        whole(json, "gpus", served.gpus());
        whole(json, "tensorParallel", served.tensorParallel());
        whole(json, "expertParallel", served.expertParallel());
        if (served.separatePools()) {
            json.put("separatePools", true);
        }
        return json.build();
    }

    private static JsonObject demand(Demand demand) {
        JsonObject.Builder json = new JsonObject.Builder();
        number(json, "concurrency", demand.concurrencyCount());
        number(json, "requestsPerSecond", demand.requestsPerSecond());
        number(json, "inputTokens", demand.inputTokens());
        number(json, "outputTokens", demand.outputTokens());
        if (demand.nominalLengths()) {
            json.put("nominalLengths", true);
        }
        number(json, "tokensPerStep", demand.tokensPerStep());
        return json.build();
    }

    private static JsonObject outcome(Outcome outcome) {
        JsonObject.Builder json = new JsonObject.Builder()
                .put("ttft", latency(outcome.ttft()))
                .put("tpot", latency(outcome.tpot()))
                .put("itl", latency(outcome.itl()));
        number(json, "outputTokensPerSecond", outcome.outputTokensPerSecond());
        number(json, "durationSeconds", outcome.durationSeconds());
        whole(json, "completed", outcome.completed());
        whole(json, "failed", outcome.failed());
        return json.build();
    }

    private static JsonObject latency(Latency latency) {
        JsonObject.Builder json = new JsonObject.Builder();
        number(json, "meanSeconds", latency.meanSeconds());
        number(json, "medianSeconds", latency.medianSeconds());
        number(json, "p99Seconds", latency.p99Seconds());
        return json.build();
    }

    static Run read(Fields json) {
        Fields served = json.within("served");
        Fields demand = json.within("demand");
        Fields outcome = json.within("outcome");
        Run run = new Run(
                new Origin(kind(json), json.text("toolVersion"), Dates.of(json.text("date"))),
                new Served(served.text("model"), served.text("engine"), served.text("engineVersion"),
                        served.text("accelerator"), served.text("precision"), served.count("gpus"),
                        served.count("tensorParallel"), served.count("expertParallel"), served.flag("separatePools")),
                new Demand(demand.measured("concurrency"), demand.measured("requestsPerSecond"),
                        demand.measured("inputTokens"), demand.measured("outputTokens"), demand.flag("nominalLengths"),
                        demand.measured("tokensPerStep")),
                new Outcome(readLatency(outcome, "ttft"), readLatency(outcome, "tpot"), readLatency(outcome, "itl"),
                        outcome.measured("outputTokensPerSecond"), outcome.measured("durationSeconds"),
                        outcome.count("completed"), outcome.count("failed")));
        if (run.outcome().isEmpty()) {
            throw new WrongValue(RefusalCode.NOTHING_MEASURED, json.path());
        }
        return run;
    }

    private static FileKind kind(Fields json) {
        String code = json.text("kind").orElse("");
        for (FileKind kind : FileKind.values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw json.wrong("kind");
    }

    private static Latency readLatency(Fields outcome, String name) {
        Fields latency = outcome.within(name);
        return new Latency(
                latency.measured("meanSeconds"), latency.measured("medianSeconds"), latency.measured("p99Seconds"));
    }

    private static void text(JsonObject.Builder json, String name, Optional<String> value) {
        value.ifPresent(text -> json.put(name, text));
    }

    private static void number(JsonObject.Builder json, String name, OptionalDouble value) {
        value.ifPresent(number -> json.put(name, number));
    }

    private static void whole(JsonObject.Builder json, String name, OptionalInt value) {
        value.ifPresent(number -> json.put(name, number));
    }
}
