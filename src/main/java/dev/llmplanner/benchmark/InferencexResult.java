package dev.llmplanner.benchmark;

import dev.llmplanner.benchmark.Run.Demand;
import dev.llmplanner.benchmark.Run.Latency;
import dev.llmplanner.benchmark.Run.Origin;
import dev.llmplanner.benchmark.Run.Outcome;
import dev.llmplanner.benchmark.Run.Served;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * InferenceX's aggregated result: latencies in seconds, throughput per GPU. It holds the lengths that were asked for, not those
 * that were counted. With separate pools, output is per decode GPU.
 *
 * @see <a href="https://github.com/SemiAnalysisAI/InferenceX/blob/main/utils/process_result.py">process_result.py</a>
 */
final class InferencexResult {

    private InferencexResult() {}

    static boolean is(Fields object) {
        return object.has("hw") && object.has("conc") && (object.has("tput_per_gpu") || object.has("output_tput_per_gpu"));
    }

    static Run read(Fields object) {
        OptionalInt prefill = object.count("num_prefill_gpu");
        OptionalInt decode = object.count("num_decode_gpu");
        boolean pools = object.flag("disagg") && prefill.isPresent() && decode.isPresent();
        OptionalInt tensor = object.count("tp");
        OptionalInt gpus = pools ? OptionalInt.of(prefill.getAsInt() + decode.getAsInt()) : tensor;
        Outcome outcome = new Outcome(
                latency(object, "ttft"),
                latency(object, "tpot"),
                latency(object, "itl"),
                output(object, pools ? decode : tensor),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
        Served served = new Served(
                object.text("model"),
                EngineNames.code(object.text("framework")),
                Optional.empty(),
                object.text("hw"),
                object.text("precision"),
                gpus,
                pools || object.flag("dp_attention") ? OptionalInt.empty() : tensor,
                pools ? OptionalInt.empty() : object.count("ep"),
                pools);
        Demand demand = new Demand(object.measured("conc"), OptionalDouble.empty(), object.measured("isl"),
                object.measured("osl"), true, OptionalDouble.empty());
        return new Run(new Origin(FileKind.INFERENCEX, Optional.empty(), Dates.of(object.text("date"))), served, demand,
                outcome);
    }

    private static OptionalDouble output(Fields object, OptionalInt gpus) {
        OptionalDouble perGpu = object.measured("output_tput_per_gpu");
        return perGpu.isPresent() && gpus.orElse(0) > 0
                ? OptionalDouble.of(perGpu.getAsDouble() * gpus.getAsInt()) : OptionalDouble.empty();
    }

    private static Latency latency(Fields object, String name) {
        return new Latency(object.measured("mean_" + name), object.measured("median_" + name), object.measured("p99_" + name));
    }
}
