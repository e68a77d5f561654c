package dev.llmplanner.engine.validation;

import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.Attention;
import dev.llmplanner.engine.model.AttentionGroup;
import dev.llmplanner.engine.model.AttentionOptions;
import dev.llmplanner.engine.model.DenseFeedForward;
import dev.llmplanner.engine.model.FeedForwardGroup;
import dev.llmplanner.engine.model.GroupedQueryAttention;
import dev.llmplanner.engine.model.LatentAttention;
import dev.llmplanner.engine.model.MixtureOfExperts;
import dev.llmplanner.engine.model.OutputGate;
import dev.llmplanner.engine.model.QkNorm;
import dev.llmplanner.engine.model.Reach;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Models that are too small for the catalog but whose logs are measured, from their published configurations. */
final class SmallModels {

    private static final AttentionOptions BIASED_OUTPUT = new AttentionOptions(
            QkNorm.NONE, OutputGate.NONE, true, true, true, false, 0, 0);
    private static final AttentionOptions BIASED_INPUT = new AttentionOptions(
            QkNorm.NONE, OutputGate.NONE, true, false, false, false, 0, 0);

    private static final Map<String, Architecture> MODELS = Map.of(
            "meta-llama/Llama-3.1-8B-Instruct", dense(32, 4096, 128256, 14336, heads(32, 8, 128, AttentionOptions.PLAIN)),
            "Qwen/Qwen2.5-7B-Instruct", dense(28, 3584, 152064, 18944, heads(28, 4, 128, BIASED_INPUT)),
            "Qwen/Qwen3-30B-A3B", mixture(48, 2048, 151936, new MixtureOfExperts(
                    128, 8, 768, 3, 0, false, false, false, 0, 0, 0), 0, 0, heads(32, 4, 128, AttentionOptions.PLAIN)),
            "openai/gpt-oss-20b", gptOss(),
            "deepseek-ai/DeepSeek-V2-Lite-Chat", mixture(27, 2048, 102400, new MixtureOfExperts(
                            64, 6, 1408, 3, 2816, false, false, false, 0, 0, 0), 1, 10944,
                    new LatentAttention(16, 16, OptionalInt.empty(), 512, 128, 64, 128, Reach.FULL, OutputGate.NONE)));

    private SmallModels() {}

    static Optional<Architecture> find(String repository) {
        return Optional.ofNullable(MODELS.get(repository
                .replace("RedHatAI/Qwen2.5-7B-Instruct-fp8-dynamic", "Qwen/Qwen2.5-7B-Instruct")
                .replace("RedHatAI/Qwen2.5-7B-Instruct-quantized.w8a8", "Qwen/Qwen2.5-7B-Instruct")));
    }

    private static Attention heads(int heads, int kvHeads, int headDim, AttentionOptions options) {
        return new GroupedQueryAttention(heads, kvHeads, headDim, headDim, Reach.FULL, options);
    }

    private static Architecture dense(int layers, int hidden, int words, int width, Attention attention) {
        return new Architecture(layers, hidden, words, false, List.of(new AttentionGroup(layers, attention)),
                List.of(new FeedForwardGroup(layers, new DenseFeedForward(width, 3, false))),
                (2.0 * layers + 1) * hidden, List.of(), Optional.empty());
    }

    private static Architecture mixture(
            int layers, int hidden, int words, MixtureOfExperts experts, int denseLayers, int denseWidth,
            Attention attention) {
        List<FeedForwardGroup> feedForward = denseLayers == 0
                ? List.of(new FeedForwardGroup(layers, experts))
                : List.of(new FeedForwardGroup(denseLayers, new DenseFeedForward(denseWidth, 3, false)),
                        new FeedForwardGroup(layers - denseLayers, experts));
        return new Architecture(layers, hidden, words, false, List.of(new AttentionGroup(layers, attention)),
                feedForward, (2.0 * layers + 1) * hidden, List.of(), Optional.empty());
    }

    private static Architecture gptOss() {
        MixtureOfExperts experts = new MixtureOfExperts(32, 4, 2880, 3, 0, false, true, true, 0, 0, 0);
        return new Architecture(24, 2880, 201088, false,
                List.of(new AttentionGroup(12, new GroupedQueryAttention(
                                64, 8, 64, 64, new Reach(Reach.Kind.SLIDING, 128), BIASED_OUTPUT)),
                        new AttentionGroup(12, heads(64, 8, 64, BIASED_OUTPUT))),
                List.of(new FeedForwardGroup(24, experts)), 49.0 * 2880, List.of(), Optional.empty());
    }
}
