package dev.llmplanner.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.memory.KvFootprint;
import dev.llmplanner.engine.memory.WeightMemory;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.ParameterCount;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Published configurations give the catalog's own numbers: parameters, cache, weights, and the same layers. */
class PublishedConfigsTest {

    private static final int[] CONTEXTS = {1, 1000, 8192, 131_072, 1_000_000};

    /** Files that the catalog has no model for. */
    private static final Map<String, String> NOT_IN_CATALOG = Map.of(
            "ling-plus-mindie", "a second revision of ling-plus with other heads");

    /** Formats that the file states otherwise than the catalog's release. */
    private static final Map<String, String> OTHER_FORMAT = Map.of(
            "laguna-s-2.1", "the file is that of the FP8 release, the catalog's native form is BF16",
            "grok-1", "the file is a BF16 port, the open release was INT8",
            "mistral-large-3-675b", "the file was quoted without its quantisation");

    @TestFactory
    Stream<DynamicTest> importToTheCatalogsOwnNumbers() {
        return ConfigFile.names().stream().filter(name -> !NOT_IN_CATALOG.containsKey(name))
                .map(name -> DynamicTest.dynamicTest(name, () -> compare(name)));
    }

    private static void compare(String name) {
        ModelEntry known = TestCatalog.catalog().model(name).orElseThrow();
        Imported imported = ConfigFile.imported(completed(name));
        Architecture own = imported.model().architecture().orElseThrow();
        Architecture expected = known.architecture().orElseThrow();

        assertThat(own.attention()).isEqualTo(expected.attention());
        assertThat(own.feedForward()).isEqualTo(expected.feedForward());
        assertThat(ParameterCount.of(own).total()).isEqualTo(ParameterCount.of(expected).total());
        assertThat(ParameterCount.of(own).active()).isEqualTo(ParameterCount.of(expected).active());
        KvFootprint cache = KvFootprint.of(own, KvFormat.BF16, ParallelLayout.tensor(1));
        KvFootprint expectedCache = KvFootprint.of(expected, KvFormat.BF16, ParallelLayout.tensor(1));
        assertThat(cache.bytesPerToken()).isEqualTo(expectedCache.bytesPerToken());
        for (int context : CONTEXTS) {
            assertThat(cache.sequenceBytes(context)).isEqualTo(expectedCache.sequenceBytes(context));
        }
        if (own.draft().isPresent() || !DRAFT_NOT_IN_FILE.containsKey(name)) {
            assertThat(own.draft()).isEqualTo(expected.draft());
        }
        assertThat(imported.model().mixture()).isEqualTo(known.mixture());
        WeightRecipe recipe = OTHER_FORMAT.containsKey(name) ? known.nativeRecipe() : imported.model().nativeRecipe();
        assertThat(WeightMemory.checkpointBytes(own, recipe))
                .isEqualTo(WeightMemory.checkpointBytes(expected, known.nativeRecipe()));
    }

    /** Draft layers that the catalog knows from the checkpoint alone. */
    private static final Map<String, String> DRAFT_NOT_IN_FILE = Map.of(
            "deepseek-v3.2-exp", "the inference format leaves draft layers out");

    /** The file, with the fields that its source cut off or that belong to another revision. */
    private static JsonObject completed(String name) {
        JsonObject config = ConfigFile.read(name);
        return switch (name) {
            // An excerpt: it ends before these fields.
            case "command-a" -> ConfigFile.with(ConfigFile.with(ConfigFile.with(config,
                    "num_hidden_layers", new JsonNumber(64)), "num_attention_heads", new JsonNumber(96)),
                    "num_key_value_heads", new JsonNumber(8));
            // The file of v0.1; the catalog describes the later vocabulary.
            case "mixtral-8x22b" -> ConfigFile.with(config, "vocab_size", new JsonNumber(32_768));
            default -> config;
        };
    }
}
