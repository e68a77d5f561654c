package dev.llmplanner.checkpoint;

import static dev.llmplanner.checkpoint.ConfigFile.imported;
import static dev.llmplanner.checkpoint.ConfigFile.parse;
import static dev.llmplanner.checkpoint.ConfigFile.read;
import static dev.llmplanner.checkpoint.ConfigFile.refused;
import static dev.llmplanner.checkpoint.ConfigFile.with;
import static dev.llmplanner.checkpoint.ConfigFile.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.ParameterCount;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What people do to a published configuration, and what that does to its record. */
class FineTunesTest {

    private static final Set<String> EXCERPTS = Set.of("command-a");

    @TestFactory
    Stream<DynamicTest> renamedClassPathAndExtraKeysChangeNothing() {
        return ConfigFile.names().stream().filter(name -> !EXCERPTS.contains(name)).map(name -> DynamicTest.dynamicTest(name, () -> {
            JsonObject config = read(name);
            JsonObject tuned = with(with(with(with(config,
                    "_name_or_path", new JsonString("someone/my-tune")),
                    "unsloth_version", new JsonString("2026.1")),
                    "pad_token_id", new JsonNumber(0)),
                    "use_cache", new JsonBoolean(false));
            if (config.get("model_type").isPresent() && !name.equals("grok-2")) {
                tuned = with(tuned, "architectures", new JsonArray(List.of(new JsonString("MyTunedForCausalLM"))));
            }
            if (config.members().size() == 1) {
                return;
            }

            assertThat(imported(tuned).model().architecture()).isEqualTo(imported(config).model().architecture());
            assertThat(imported(tuned).record().get("name")).contains(new JsonString("someone/my-tune"));
        }));
    }

    @Test
    void aResizedVocabularyMovesEmbeddingAndHeadAlone() {
        Architecture before = architecture(read("llama-3.1-70b"));
        Architecture after = architecture(with(read("llama-3.1-70b"), "vocab_size", new JsonNumber(128_320)));

        assertThat(ParameterCount.of(after).total() - ParameterCount.of(before).total()).isEqualTo(64 * 8192 * 2);
        assertThat(after.attention()).isEqualTo(before.attention());
    }

    @Test
    void anUnknownTypeWithFieldsThatAreAllUnderstoodIsReadByThem() {
        Imported own = imported(with(with(read("llama-3.1-70b"), "model_type", new JsonString("my_model")),
                "architectures", new JsonArray(List.of())));

        assertThat(own.family()).isEqualTo("by-fields");
        assertThat(own.model().architecture()).contains(architecture(read("llama-3.1-70b")));
        assertThat(own.notices()).extracting(Notice::code).contains("family-unknown");
    }

    @Test
    void anUnknownTypeWithAnyOtherFieldIsRefusedByItsName() {
        JsonObject config = with(with(read("llama-3.1-70b"), "model_type", new JsonString("my_model")),
                "architectures", new JsonArray(List.of()));

        assertThat(refused(with(config, "quaternion_mixing", new JsonNumber(3))))
                .isEqualTo(Refusal.of(RefusalCode.UNKNOWN_FIELD, "quaternion_mixing").refused());
        assertThat(imported(with(config, "quaternion_mixing", new JsonBoolean(false))).family()).isEqualTo("by-fields");
    }

    @Test
    void aKnownFamilyPassesOverANoteButNotAPartOfTheArchitecture() {
        JsonObject config = read("deepseek-v3");

        assertThat(imported(with(config, "trained_by", new JsonString("me"))).notices())
                .contains(Notice.of("fields-ignored", List.of("trained_by")));
        assertThat(refused(with(config, "num_memory_tokens", new JsonNumber(16))).path()).isEqualTo("num_memory_tokens");
        assertThat(refused(with(config, "zero_expert_num", new JsonNumber(256))).code()).isEqualTo(RefusalCode.UNKNOWN_FIELD);
    }

    @Test
    void fieldsThatMeanTheSameHaveToSayTheSame() {
        Refused refused = refused(with(read("gpt-oss-120b"), "experts_per_token", new JsonNumber(8)));

        assertThat(refused.code()).isEqualTo(RefusalCode.FIELDS_DISAGREE);
        assertThat(refused.allowed()).containsExactly("num_experts_per_tok");
    }

    @Test
    void everyFigureOfTheArchitectureHasALineThatSaysWhereItIsFrom() {
        for (String name : ConfigFile.names()) {
            if (EXCERPTS.contains(name)) {
                continue;
            }
            Imported own = imported(read(name));
            Set<String> figures = new LinkedHashSet<>();
            own.derivation().forEach(line -> figures.add(line.figure()));

            assertThat(figures).as(name).containsAll(numbers("/architecture", own.record().get("architecture").orElseThrow()));
            assertThat(own.derivation()).as(name).allSatisfy(line ->
                    assertThat(line.origin() == Derivation.Origin.READ && line.fields().isEmpty()).isFalse());
        }
    }

    private static Set<String> numbers(String at, Json json) {
        Set<String> all = new LinkedHashSet<>();
        if (json instanceof JsonNumber) {
            all.add(at);
        } else if (json instanceof JsonObject object) {
            object.members().forEach((name, value) -> all.addAll(numbers(at + "/" + name, value)));
        } else if (json instanceof JsonArray array) {
            for (int i = 0; i < array.items().size(); i++) {
                all.addAll(numbers(at + "/" + i, array.items().get(i)));
            }
        }
        return all;
    }

    @Test
    void theDerivationNamesTheFieldInsideTheTextConfig() {
        assertThat(imported(read("qwen3-vl-235b-a22b")).derivation()).contains(new Derivation(
                "/architecture/attention/0/kvHeads", new JsonNumber(4), Derivation.Origin.READ,
                List.of("text_config.num_key_value_heads")));
    }

    @Test
    void modelsOutsideTheRangeOfTheCatalogAreReadWithANotice() {
        Imported small = imported(read("smaller/llama-3.1-8b"));

        assertThat(ParameterCount.of(small.model().architecture().orElseThrow()).total()).isEqualTo(8_030_261_248.0);
        assertThat(small.notices()).extracting(Notice::code).contains("outside-range");
        assertThat(ParameterCount.of(architecture(read("smaller/qwen3-32b"))).total()).isEqualTo(32_762_123_264.0);
        assertThat(imported(read("llama-3.1-70b")).notices()).isEmpty();
    }

    @Test
    void aConfigurationWithoutAFieldThatIsNeededSaysUnderWhichNamesItIsSought() {
        Refused refused = refused(without(read("llama-3.1-70b"), "num_hidden_layers"));

        assertThat(refused.code()).isEqualTo(RefusalCode.MISSING_FIELD);
        assertThat(refused.path()).isEqualTo("num_hidden_layers");
        assertThat(refused.allowed()).contains("num_hidden_layers", "n_layer");
        assertThat(refused(read("command-a")).path()).isEqualTo("num_hidden_layers");
    }

    @Test
    void pythonsInfinityIsReadWhereItHarmsNothing() {
        assertThat(imported(parse(ConfigFile.text("nemotron-3-super-120b-a12b"))).family()).isEqualTo("nemotron-h");
    }

    private static Architecture architecture(JsonObject config) {
        return imported(config).model().architecture().orElseThrow();
    }
}
