package dev.llmplanner.engine.validation;

import static java.util.Map.entry;

import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.Attention;
import dev.llmplanner.engine.model.AttentionGroup;
import dev.llmplanner.engine.model.AttentionOptions;
import dev.llmplanner.engine.model.DenseFeedForward;
import dev.llmplanner.engine.model.ExtraParameters;
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

    private static final AttentionOptions BIASED_BOTH = new AttentionOptions(
            QkNorm.NONE, OutputGate.NONE, true, true, false, false, 0, 0);
    private static final AttentionOptions NORMED = new AttentionOptions(
            QkNorm.HEAD, OutputGate.NONE, false, false, false, false, 0, 0);

    private static final Map<String, Architecture> MODELS = Map.ofEntries(
            entry("meta-llama/Llama-3.1-8B-Instruct",
                    dense(131072, 32, 4096, 128256, 14336, heads(32, 8, 128, AttentionOptions.PLAIN))),
            entry("Qwen/Qwen2.5-7B-Instruct",
                    dense(32768, 28, 3584, 152064, 18944, heads(28, 4, 128, BIASED_INPUT))),
            entry("Qwen/Qwen3-30B-A3B", mixture(40960, 48, 2048, 151936, new MixtureOfExperts(
                    128, 8, 768, 3, 0, false, false, false, 0, 0, 0), 0, 0, heads(32, 4, 128, NORMED))),
            entry("openai/gpt-oss-20b", gptOss()),
            entry("deepseek-ai/DeepSeek-V2-Lite-Chat", latent()),
            entry("google/gemma-2-2b-it", gemma(8192, 26, 2304, 256000, 9216, 4, List.of(
                    new AttentionGroup(13, sliding(8, 4, 256, 4096, AttentionOptions.PLAIN)),
                    new AttentionGroup(13, heads(8, 4, 256, AttentionOptions.PLAIN))), List.of())),
            entry("google/gemma-2-27b-it", gemma(8192, 46, 4608, 256000, 36864, 4, List.of(
                    new AttentionGroup(23, sliding(32, 16, 128, 4096, AttentionOptions.PLAIN)),
                    new AttentionGroup(23, heads(32, 16, 128, AttentionOptions.PLAIN))), List.of())),
            // Two tables: one for windows, and one that linear scaling stretches to eight times the length.
            entry("google/gemma-3-12b-it", gemma(9 * 131072, 48, 3840, 262208, 15360, 4, List.of(
                    new AttentionGroup(40, sliding(16, 8, 256, 1024, NORMED)),
                    new AttentionGroup(8, heads(16, 8, 256, NORMED))), List.of(vision(421_290_000)))),
            entry("google/gemma-7b", gemma(8192, 28, 3072, 256000, 24576, 2, List.of(
                    new AttentionGroup(28, heads(16, 16, 256, AttentionOptions.PLAIN))), List.of())),
            entry("mistralai/Mistral-Small-3.1-24B-Instruct-2503", new Architecture(40, 5120, 131072, false,
                    List.of(new AttentionGroup(40, heads(32, 8, 128, AttentionOptions.PLAIN))),
                    List.of(new FeedForwardGroup(40, new DenseFeedForward(32768, 3, false))),
                    81.0 * 5120, List.of(vision(438_958_080)), Optional.empty(), OptionalInt.of(131072))),
            entry("microsoft/phi-2", new Architecture(32, 2560, 51200, false,
                    List.of(new AttentionGroup(32, heads(32, 32, 80, BIASED_BOTH))),
                    List.of(new FeedForwardGroup(32, new DenseFeedForward(10240, 2, true))),
                    66.0 * 2560, List.of(), Optional.empty(), OptionalInt.of(2048))));

    private SmallModels() {}

    static Optional<Architecture> find(String repository) {
        return Optional.ofNullable(MODELS.get(repository
                .replace("RedHatAI/Qwen2.5-7B-Instruct-fp8-dynamic", "Qwen/Qwen2.5-7B-Instruct")
                .replace("RedHatAI/Qwen2.5-7B-Instruct-quantized.w8a8", "Qwen/Qwen2.5-7B-Instruct")
                .replace("RedHatAI/Mistral-Small-3.1-24B-Instruct-2503-quantized.w8a8",
                        "mistralai/Mistral-Small-3.1-24B-Instruct-2503")));
    }

    private static Attention heads(int heads, int kvHeads, int headDim, AttentionOptions options) {
        return new GroupedQueryAttention(heads, kvHeads, headDim, headDim, Reach.FULL, options);
    }

    private static Attention sliding(int heads, int kvHeads, int headDim, int window, AttentionOptions options) {
        return new GroupedQueryAttention(
                heads, kvHeads, headDim, headDim, new Reach(Reach.Kind.SLIDING, window), options);
    }

    private static ExtraParameters vision(double parameters) {
        return new ExtraParameters("vision tower and projector", parameters, 0, true, false);
    }

    private static Architecture latent() {
        return mixture(163840, 27, 2048, 102400, new MixtureOfExperts(
                        64, 6, 1408, 3, 2816, false, false, false, 0, 0, 0), 1, 10944,
                new LatentAttention(16, 16, OptionalInt.empty(), 512, 128, 64, 128, Reach.FULL, OutputGate.NONE));
    }

    private static Architecture gemma(
            int positions, int layers, int hidden, int words, int width, int norms, List<AttentionGroup> attention,
            List<ExtraParameters> extras) {
        return new Architecture(layers, hidden, words, true, attention,
                List.of(new FeedForwardGroup(layers, new DenseFeedForward(width, 3, false))),
                ((double) norms * layers + 1) * hidden, extras, Optional.empty(), OptionalInt.of(positions));
    }

    private static Architecture dense(
            int positions, int layers, int hidden, int words, int width, Attention attention) {
        return new Architecture(layers, hidden, words, false, List.of(new AttentionGroup(layers, attention)),
                List.of(new FeedForwardGroup(layers, new DenseFeedForward(width, 3, false))),
                (2.0 * layers + 1) * hidden, List.of(), Optional.empty(), OptionalInt.of(positions));
    }

    private static Architecture mixture(
            int positions, int layers, int hidden, int words, MixtureOfExperts experts, int denseLayers, int denseWidth,
            Attention attention) {
        List<FeedForwardGroup> feedForward = denseLayers == 0
                ? List.of(new FeedForwardGroup(layers, experts))
                : List.of(new FeedForwardGroup(denseLayers, new DenseFeedForward(denseWidth, 3, false)),
                        new FeedForwardGroup(layers - denseLayers, experts));
        return new Architecture(layers, hidden, words, false, List.of(new AttentionGroup(layers, attention)),
                feedForward, (2.0 * layers + 1) * hidden, List.of(), Optional.empty(), OptionalInt.of(positions));
    }

    private static Architecture gptOss() {
        MixtureOfExperts experts = new MixtureOfExperts(32, 4, 2880, 3, 0, false, true, true, 0, 0, 0);
        return new Architecture(24, 2880, 201088, false,
                List.of(new AttentionGroup(12, new GroupedQueryAttention(
                                64, 8, 64, 64, new Reach(Reach.Kind.SLIDING, 128), BIASED_OUTPUT)),
                        new AttentionGroup(12, heads(64, 8, 64, BIASED_OUTPUT))),
                List.of(new FeedForwardGroup(24, experts)), 49.0 * 2880, List.of(), Optional.empty(),
                OptionalInt.of(131072));
    }
}
