package dev.llmplanner.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The start-up log of vLLM or SGLang, line by line. Lines may carry any prefix: ranks, times, container names.
 *
 * @see <a href="https://github.com/vllm-project/vllm/blob/main/vllm/v1/core/kv_cache_utils.py">vLLM: KV cache size</a>
 * @see <a href="https://github.com/sgl-project/sglang/blob/main/python/sglang/srt/mem_cache/memory_pool.py">SGLang: pools</a>
 */
final class StartupLog {

    private static final int LONGEST_LINE = 100_000;
    private static final List<String> VLLM = List.of("vLLM API server version", "LLM engine (v", "GPU KV cache size",
            "Model loading took", "Loading model weights took", "model weights take", "Available KV cache memory",
            "# GPU blocks");
    private static final List<String> SGLANG = List.of("ServerArgs(", "Load weight end", "KV Cache is allocated",
            "max_total_num_tokens=");

    private int vllm;
    private int sglang;
    private Optional<String> version = Optional.empty();
    private Optional<String> model = Optional.empty();
    private Optional<String> dtype = Optional.empty();
    private Optional<String> quantization = Optional.empty();
    private Optional<String> kvDtype = Optional.empty();
    private OptionalInt tensor = OptionalInt.empty();
    private OptionalInt pipeline = OptionalInt.empty();
    private OptionalDouble fraction = OptionalDouble.empty();
    private OptionalInt maxTokens = OptionalInt.empty();
    private OptionalDouble weights = OptionalDouble.empty();
    private OptionalDouble kvBytes = OptionalDouble.empty();
    private OptionalDouble graphs = OptionalDouble.empty();
    private OptionalDouble kvTokens = OptionalDouble.empty();
    private OptionalDouble blocks = OptionalDouble.empty();
    private OptionalInt block = OptionalInt.empty();
    private OptionalDouble fullLength = OptionalDouble.empty();

    private StartupLog() {}

    /** What the log says; empty where it is none. */
    static Optional<Reading> read(String text) {
        StartupLog log = new StartupLog();
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            if (to - from <= LONGEST_LINE) {
                log.line(new LogLine(text.substring(from, to)));
            }
            from = to + 1;
        }
        if (log.vllm + log.sglang == 0) {
            return Optional.empty();
        }
        boolean measured = log.weights.isPresent() || log.kvBytes.isPresent() || log.tokens().isPresent();
        return Optional.of(measured ? new Reading.Log(log.facts()) : Refused.at(RefusalCode.NOTHING_MEASURED, "", 0));
    }

    private LogFacts facts() {
        return new LogFacts(vllm >= sglang ? FileKind.VLLM_LOG : FileKind.SGLANG_LOG, version, model, dtype, quantization,
                kvDtype, tensor, pipeline, fraction, maxTokens, weights, kvBytes, graphs, tokens(), block, fullLength);
    }

    /** Older versions print blocks alone; their length must then be said too. */
    private OptionalDouble tokens() {
        return kvTokens.isPresent() || blocks.isEmpty() || block.isEmpty()
                ? kvTokens : OptionalDouble.of(blocks.getAsDouble() * block.getAsInt());
    }

    private void line(LogLine line) {
        int before = vllm + sglang;
        vllm += (int) VLLM.stream().filter(line::has).count();
        sglang += (int) SGLANG.stream().filter(line::has).count();
        boolean settings = line.has("non-default args") || line.has("args: Namespace(") || line.has("with config:")
                || line.has("ServerArgs(");
        if (settings) {
            settings(line);
        }
        if (settings || vllm + sglang > before || line.has("KV Cache is") || line.has("KV cache") || line.has("took")
                || line.has("Maximum concurrency")) {
            memory(line);
        }
    }

    private void settings(LogLine line) {
        version = version.or(() -> line.wordAfter("LLM engine (v"));
        model = model.or(() -> line.word("model")).or(() -> line.word("model_path")).or(() -> line.word("model_tag"));
        dtype = dtype.or(() -> line.word("dtype"));
        quantization = quantization.or(() -> line.word("quantization"));
        kvDtype = kvDtype.or(() -> line.word("kv_cache_dtype"));
        tensor = whole(tensor, line, "tensor_parallel_size", "tp_size");
        pipeline = whole(pipeline, line, "pipeline_parallel_size", "pp_size");
        maxTokens = whole(maxTokens, line, "max_model_len", "max_seq_len", "context_length");
        block = whole(block, line, "block_size", "page_size");
        for (String name : List.of("gpu_memory_utilization", "mem_fraction_static")) {
            OptionalDouble share = line.setting(name);
            if (fraction.isEmpty() && share.isPresent() && share.getAsDouble() > 0 && share.getAsDouble() <= 1) {
                fraction = share;
            }
        }
    }

    private void memory(LogLine line) {
        version = version.or(() -> line.wordAfter("vLLM API server version "));
        for (String marker : List.of("Model loading took", "Loading model weights took", "model weights take")) {
            weights = largest(weights, line.gibibytesAfter(marker));
        }
        if (line.has("Load weight end")) {
            weights = largest(weights, line.gibibytesAfter("mem usage="));
        }
        if (line.has("Graph capturing finished")) {
            graphs = largest(graphs, line.gibibytesAfter("secs, took"));
        }
        kvBytes = smallest(kvBytes, line.gibibytesAfter("Available KV cache memory:"));
        kvBytes = smallest(kvBytes, line.gibibytesAfter("reserved for KV Cache is"));
        kvTokens = smallest(kvTokens, line.after("GPU KV cache size:"));
        kvTokens = smallest(kvTokens, line.after("max_total_num_tokens="));
        blocks = smallest(blocks, line.after("# GPU blocks:"));
        if (line.has("KV Cache is allocated")) {
            kvTokens = smallest(kvTokens, line.after("#tokens:"));
            kvBytes = smallest(kvBytes, line.gibibytesAfter("KV size:"));
            OptionalDouble keys = line.gibibytesAfter("K size:");
            OptionalDouble values = line.gibibytesAfter("V size:");
            if (!line.has("KV size:") && keys.isPresent() && values.isPresent()) {
                kvBytes = smallest(kvBytes, OptionalDouble.of(keys.getAsDouble() + values.getAsDouble()));
            }
        }
        maxTokens = whole(maxTokens, line, "context_len");
        int at = line.text().indexOf("Maximum concurrency for");
        if (at >= 0) {
            LogLine rest = new LogLine(line.text().substring(at));
            OptionalDouble longest = rest.after("Maximum concurrency for");
            if (maxTokens.isEmpty() && longest.isPresent() && longest.getAsDouble() <= Integer.MAX_VALUE) {
                maxTokens = OptionalInt.of((int) longest.getAsDouble());
            }
            fullLength = smallest(fullLength, rest.after("per request:"));
        }
    }

    private static OptionalInt whole(OptionalInt known, LogLine line, String... names) {
        OptionalInt found = known;
        for (String name : names) {
            OptionalDouble value = line.setting(name);
            if (found.isEmpty() && value.isPresent() && value.getAsDouble() >= 1
                    && value.getAsDouble() <= Integer.MAX_VALUE && value.getAsDouble() == Math.floor(value.getAsDouble())) {
                found = OptionalInt.of((int) value.getAsDouble());
            }
        }
        return found;
    }

    private static OptionalDouble largest(OptionalDouble known, OptionalDouble found) {
        return known.isEmpty() || found.isPresent() && found.getAsDouble() > known.getAsDouble() ? found : known;
    }

    private static OptionalDouble smallest(OptionalDouble known, OptionalDouble found) {
        boolean counts = found.isPresent() && found.getAsDouble() > 0;
        return counts && (known.isEmpty() || found.getAsDouble() < known.getAsDouble()) ? found : known;
    }
}
