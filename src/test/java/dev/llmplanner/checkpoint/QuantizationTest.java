package dev.llmplanner.checkpoint;

import static dev.llmplanner.checkpoint.ConfigFile.imported;
import static dev.llmplanner.checkpoint.ConfigFile.parse;
import static dev.llmplanner.checkpoint.ConfigFile.read;
import static dev.llmplanner.checkpoint.ConfigFile.refused;
import static dev.llmplanner.checkpoint.ConfigFile.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.json.JsonObject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formats of tensor groups, from quantization_config. */
class QuantizationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"quant_method":"fp8","weight_block_size":[128,128]}                                   | {"linear":"fp8-block"}
            {"quant_method":"fp8","activation_scheme":"static"}                                    | {"linear":"fp8"}
            {"quant_method":"fbgemm_fp8"}                                                          | {"linear":"fp8"}
            {"quant_method":"awq","bits":4,"group_size":128,"modules_to_not_convert":null}         | {"linear":"int4"}
            {"quant_method":"gptq","bits":8,"group_size":-1}                                       | {"linear":"int8"}
            {"quant_method":"modelopt","quant_algo":"NVFP4","ignore":["lm_head"]}                  | {"linear":"nvfp4"}
            {"quant_method":"modelopt","quant_algo":"NVFP4","ignore":["*self_attn*"]}              | {"linear":"nvfp4","attentionInput":"bf16","attentionOutput":"bf16"}
            {"quant_method":"modelopt","quantization":{"quant_algo":"FP8","exclude_modules":[]}}   | {"linear":"fp8"}
            {"quant_method":"compressed-tensors","config_groups":{"group_0":{"targets":["Linear"],"weights":{"num_bits":8,"type":"float","strategy":"channel"}}},"ignore":["lm_head"]} | {"linear":"fp8"}
            {"quant_method":"compressed-tensors","config_groups":{"group_0":{"targets":["Linear"],"weights":{"num_bits":4,"type":"int","strategy":"group"}}},"ignore":["re:.*self_attn.*"]} | {"linear":"int4","attentionInput":"bf16","attentionOutput":"bf16"}
            {"quant_method":"compressed-tensors","config_groups":{"group_0":{"targets":["Linear"],"weights":{"num_bits":4,"type":"float","group_size":16}}}} | {"linear":"nvfp4"}
            {"quant_method":"bitsandbytes","load_in_4bit":true}                                    | {"linear":"int4"}
            """)
    void eachMethodGivesTheFormatsOfItsGroups(String config, String formats) {
        assertThat(imported(quantised("llama-3.1-70b", config)).record().get("native")).contains(parse(formats));
    }

    @Test
    void mxfp4WithAttentionLeftOutIsTheExpertsAlone() {
        assertThat(imported(read("gpt-oss-120b")).record().get("native"))
                .contains(parse("{\"linear\":\"bf16\",\"experts\":\"mxfp4\"}"));
    }

    @Test
    void expressionsDecideWholeGroups() {
        assertThat(imported(read("laguna-s-2.1")).record().get("native")).contains(parse(
                "{\"linear\":\"fp8-block\",\"attentionInput\":\"bf16\",\"attentionOutput\":\"bf16\",\"dense\":\"bf16\",\"shared\":\"bf16\"}"));
        assertThat(imported(read("laguna-s-2.1")).notices()).extracting(Notice::code).contains("cache-format-declared");
    }

    @Test
    void aListThatNamesEveryLayerIsTheGroupAndOneThatNamesSomeIsReported() {
        String all = modules(80);
        String some = modules(3);

        assertThat(imported(quantised("llama-3.1-70b", list(all))).record().get("native"))
                .contains(parse("{\"linear\":\"fp8\",\"attentionInput\":\"bf16\",\"attentionOutput\":\"bf16\"}"));
        assertThat(imported(quantised("llama-3.1-70b", list(some))).record().get("native"))
                .contains(parse("{\"linear\":\"fp8\"}"));
        assertThat(imported(quantised("llama-3.1-70b", list(some))).notices())
                .extracting(Notice::code).contains("partly-quantised");
    }

    private static String modules(int layers) {
        return String.join(",", IntStream.range(0, layers).mapToObj(i -> "\"model.layers." + i + ".self_attn\"").toList());
    }

    private static String list(String modules) {
        return "{\"quant_method\":\"fp8\",\"modules_to_not_convert\":[" + modules + "]}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"quant_method":"hqq"}                                             | quantization_config.quant_method
            {"quant_method":"fp8","weight_block_size":[64,64]}                 | quantization_config.weight_block_size
            {"quant_method":"gptq","bits":3}                                   | quantization_config.bits
            {"quant_method":"modelopt","quant_algo":"MIXED_PRECISION"}         | quantization_config.quant_algo
            {"quant_method":4}                                                 | quantization_config.quant_method
            {"quant_method":"compressed-tensors"}                              | quantization_config.config_groups
            """)
    void anotherFormatIsRefusedWhereItStands(String config, String path) {
        assertThat(refused(quantised("llama-3.1-70b", config)).path()).isEqualTo(path);
    }

    private static JsonObject quantised(String name, String config) {
        return with(read(name), "quantization_config", parse(config));
    }
}
