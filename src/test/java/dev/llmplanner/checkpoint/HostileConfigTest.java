package dev.llmplanner.checkpoint;

import static dev.llmplanner.checkpoint.ConfigFile.imported;
import static dev.llmplanner.checkpoint.ConfigFile.parse;
import static dev.llmplanner.checkpoint.ConfigFile.read;
import static dev.llmplanner.checkpoint.ConfigFile.refused;
import static dev.llmplanner.checkpoint.ConfigFile.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNull;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a file holds, the answer is a record or a refusal that names the place. */
class HostileConfigTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            num_hidden_layers    | "80"        | WRONG_TYPE
            num_hidden_layers    | -80         | OUT_OF_RANGE
            num_hidden_layers    | 80.5        | NOT_WHOLE
            num_hidden_layers    | 1e400       | OUT_OF_RANGE
            num_hidden_layers    | NaN         | OUT_OF_RANGE
            num_hidden_layers    | 10001       | OUT_OF_RANGE
            num_hidden_layers    | 0           | OUT_OF_RANGE 
            num_hidden_layers    | null        | MISSING_FIELD
            num_hidden_layers    | [80]        | WRONG_TYPE
            num_hidden_layers    | {"a":1}     | WRONG_TYPE
            num_hidden_layers    | true        | WRONG_TYPE
            hidden_size          | 1e12        | OUT_OF_RANGE
            num_key_value_heads  | 65          | OUT_OF_RANGE
            num_key_value_heads  | 7           | DOES_NOT_DIVIDE
            layer_types          | ["x"]       | UNKNOWN_VALUE
            layer_types          | 3           | WRONG_TYPE
            quantization_config  | "fp8"       | WRONG_TYPE
            text_config          | [1]         | WRONG_TYPE
            torch_dtype          | "int3"      | UNKNOWN_VALUE
            tie_word_embeddings  | "yes"       | WRONG_TYPE
            attention_bias       | 1           | WRONG_TYPE
            """)
    void aWrongValueIsRefusedWhereItStands(String field, String value, RefusalCode code) {
        JsonObject config = with(read("llama-3.1-70b"), field, ((JsonArray) parse("{\"a\":[" + value + "]}").members().get("a")).items().get(0));

        assertThat(refused(config).code()).isEqualTo(code);
        assertThat(refused(config).path()).startsWith(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":1,"a":2}     | DUPLICATE_FIELD | a
            {"a":             | NOT_JSON        | 1:6
            <html></html>     | NOT_JSON        | 1:1
            {"a":01}          | NOT_JSON        | 1:8
            {'a':1}           | NOT_JSON        | 1:2
            {} {}             | NOT_JSON        | 1:4
            """)
    void aTextThatIsNotJsonIsRefusedWithLineAndColumn(String text, RefusalCode code, String path) {
        Refused refused = CheckpointText.config(text).refused().orElseThrow();

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.path()).isEqualTo(path);
    }

    @Test
    void whatIsTooLongOrTooDeepIsRefusedBeforeItIsRead() {
        assertThat(CheckpointText.config(" ".repeat(50_000_000)).refused().orElseThrow().code()).isEqualTo(RefusalCode.TOO_LARGE);
        assertThat(CheckpointText.config("[".repeat(1_000_000)).refused().orElseThrow().code()).isEqualTo(RefusalCode.TOO_DEEP);
        Json deep = new JsonNumber(1);
        for (int i = 0; i < 100_000; i++) {
            deep = new JsonArray(List.of(deep));
        }
        assertThat(refused(with(read("llama-3.1-70b"), "extra", deep)).code()).isEqualTo(RefusalCode.TOO_DEEP);
        assertThat(refused(new JsonArray(List.of())).code()).isEqualTo(RefusalCode.WRONG_TYPE);
        assertThat(refused(new JsonObject(Map.of())).code()).isEqualTo(RefusalCode.MISSING_FIELD);
        assertThat(CheckpointReader.read(new CheckpointFiles(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())))
                .isEqualTo(Refusal.of(RefusalCode.NOTHING_GIVEN, "").refused());
    }

    @Test
    void namesOfPrototypesAreFieldsLikeAnyOther() {
        JsonObject config = read("llama-3.1-70b");

        assertThat(imported(with(config, "__proto__", parse("{\"num_hidden_layers\":1}"))).model().architecture())
                .isEqualTo(imported(config).model().architecture());
        assertThat(imported(with(config, "constructor", new JsonString("x"))).model().architecture())
                .isEqualTo(imported(config).model().architecture());
    }

    @Test
    void aNameLosesItsMarkupAndWhatTurnsTheReadingDirection() {
        Imported own = imported(with(read("llama-3.1-70b"), "_name_or_path",
                new JsonString("<img src=x onerror='alert(1)'>\u202eevil\u0000 &amp; 模型-72B" + "x".repeat(200))));

        assertThat(own.model().name()).doesNotContainPattern("[<>&\"'`\u0000\u202e]").contains("模型-72B").hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void aRefusalLosesTheMarkupOfTheFieldThatItNames() {
        JsonObject config = with(read("llama-3.1-70b"), "num_<img src=x>_heads", new JsonNumber(5));

        assertThat(refused(config).path()).isEqualTo("num_img src=x_heads");
    }

    @Test
    void textsThatAreReadGiveTheNumbersThatAnotherParserGives() {
        assertThat(parse("{\"a\":[0,-1,1.5,12e3,9007199254740991,1e-06,1E+2,0.25]}").members().get("a"))
                .isEqualTo(new JsonArray(List.of(new JsonNumber(0), new JsonNumber(-1), new JsonNumber(1.5), new JsonNumber(12_000),
                        new JsonNumber(9_007_199_254_740_991.0), new JsonNumber(1e-06), new JsonNumber(100), new JsonNumber(0.25))));
        assertThat(parse("{\"\\u0041\\n\":\"\\\\\\\"é\"}").members()).containsEntry("A\n", new JsonString("\\\"é"));
    }

    @Test
    void twentyThousandMutatedFilesAreReadOrRefused() {
        mutate(20_000, 7);
    }

    @Test
    @Tag("slow")
    void aMillionMutatedFilesAreReadOrRefused() {
        mutate(1_000_000, 11);
    }

    private static void mutate(int runs, long seed) {
        Random random = new Random(seed);
        List<JsonObject> configs = ConfigFile.names().stream().map(ConfigFile::read).toList();
        Mutator mutator = new Mutator(random);
        int read = 0;
        for (int i = 0; i < runs; i++) {
            JsonObject config = configs.get(random.nextInt(configs.size()));
            Json mutated = config;
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                mutated = mutator.mutate(mutated, 0);
            }
            Reading reading = CheckpointReader.read(CheckpointFiles.of(mutated));
            if (reading instanceof Imported own) {
                read++;
                assertThat(own.record().get("totalParametersBillion")).isPresent();
                assertThat(OwnModelFile.read(OwnModelFile.write(own, Optional.empty()))).isInstanceOf(Imported.class);
            }
        }
        assertThat(read).isBetween(runs / 20, runs * 19 / 20);
    }

    /** Changes one place of a tree. */
    private record Mutator(Random random) {

        private static final double[] NUMBERS = {
            0, -1, 1, 2, 3, 7, 64, 127, 1e3, 65_537, 1e6, 2147483647, 2147483648.0, 9e15, 1e308, 0.5, -0.0, 1e-9,
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};

        private static final List<String> NAMES = List.of(
                "__proto__", "constructor", "num_experts", "kv_lora_rank", "layer_types", "sliding_window", "use_cla",
                "text_config", "hc_mult", "compress_ratios", "share_q_dim", "moe_layer_freq", "mlp_only_layers",
                "num_nextn_predict_layers", "hybrid_override_pattern", "quantization_config", "index_topk",
                "full_attention_interval", "use_sconv", "sparse_attention_config", "gguf_metadata", "general.architecture",
                "num_attention_heads_per_layer", "attention_other_setting", "vision_config", "moe_layers_enum", "<b>x</b>");

        Json mutate(Json json, int depth) {
            if (json instanceof JsonObject object && !object.members().isEmpty()) {
                return object(object, depth);
            }
            if (json instanceof JsonArray array && !array.items().isEmpty() && random.nextInt(4) > 0) {
                List<Json> items = new ArrayList<>(array.items());
                int at = random.nextInt(items.size());
                switch (random.nextInt(3)) {
                    case 0 -> items.remove(at);
                    case 1 -> items.add(any(depth));
                    default -> items.set(at, mutate(items.get(at), depth + 1));
                }
                return new JsonArray(items);
            }
            if (json instanceof JsonNumber number && random.nextInt(3) == 0) {
                return new JsonNumber(number.value() * (1 + random.nextInt(3)) + random.nextInt(3) - 1);
            }
            return any(depth);
        }

        private Json object(JsonObject object, int depth) {
            Map<String, Json> members = new LinkedHashMap<>(object.members());
            List<String> names = new ArrayList<>(members.keySet());
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(6)) {
                case 0 -> members.remove(name);
                case 1 -> members.put(NAMES.get(random.nextInt(NAMES.size())), any(depth));
                case 2 -> members.put(name + "x", members.get(name));
                default -> members.put(name, mutate(members.get(name), depth + 1));
            }
            return new JsonObject(members);
        }

        private Json any(int depth) {
            return switch (random.nextInt(depth > 4 ? 6 : 8)) {
                case 0 -> JsonNull.NULL;
                case 1 -> new JsonBoolean(random.nextBoolean());
                case 2 -> new JsonString(List.of("", "80", "full_attention", "M*E-", "<script>", "4,5,x").get(random.nextInt(6)));
                case 3, 4, 5 -> new JsonNumber(NUMBERS[random.nextInt(NUMBERS.length)]);
                case 6 -> new JsonArray(List.of(any(depth + 1), any(depth + 1)));
                default -> new JsonObject(Map.of(NAMES.get(random.nextInt(NAMES.size())), any(depth + 1)));
            };
        }
    }
}
