package dev.llmplanner.checkpoint;

import static dev.llmplanner.checkpoint.ConfigFile.parse;
import static dev.llmplanner.checkpoint.ConfigFile.read;
import static dev.llmplanner.checkpoint.ConfigFile.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.json.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the index of the safetensors files adds. */
class SafetensorsIndexTest {

    @Test
    void bytesThatAgreeAndBytesThatDifferAreSaid() {
        // Bytes of meta-llama/Llama-3.1-70B: 70,553,706,496 parameters of two bytes.
        Notice agree = notice("llama-3.1-70b", "{\"metadata\":{\"total_size\":141107412992}}", "index-bytes-agree");
        Notice differ = notice("llama-3.1-70b", "{\"metadata\":{\"total_size\":70000000000}}", "index-bytes-differ");

        assertThat(agree.figures().get("deviationFraction")).isZero();
        assertThat(differ.figures().get("computedBytes")).isEqualTo(141_107_412_992.0);
    }

    @Test
    void bytesWithDraftLayersAgreeToo() {
        // Bytes of deepseek-ai/DeepSeek-V3, one draft layer included.
        assertThat(notice("deepseek-v3", "{\"metadata\":{\"total_size\":688586727753}}", "index-bytes-agree").figures()
                .get("deviationFraction")).isBetween(-0.005, 0.005);
    }

    @Test
    void tensorNamesSettleWhetherTheHeadIsTheEmbedding() {
        Json config = without(read("llama-3.1-70b"), "tie_word_embeddings");

        assertThat(tied(config, "{\"weight_map\":{\"model.layers.0.mlp.up_proj.weight\":\"a\"}}")).isTrue();
        assertThat(tied(config, "{\"weight_map\":{\"lm_head.weight\":\"a\"}}")).isFalse();
    }

    private static CheckpointFiles files(Json config, String index) {
        return new CheckpointFiles(Optional.of(config), Optional.of(parse(index)), Optional.empty(), Optional.empty());
    }

    private static boolean tied(Json config, String index) {
        return ((Imported) CheckpointReader.read(files(config, index)))
                .model().architecture().orElseThrow().tiedEmbeddings();
    }

    @Test
    void layersAndExpertsAreCountedByTensorNames() {
        String index = "{\"weight_map\":{\"lm_head.weight\":\"a\",\"model.layers.0.mlp.experts.0.up_proj.weight\":\"a\","
                + "\"model.layers.1.mlp.experts.1.up_proj.weight\":\"a\"}}";

        assertThat(notice("mixtral-8x22b", index, "index-layers-differ").figures().get("listed")).isEqualTo(2);
        assertThat(notice("mixtral-8x22b", index, "index-experts-differ").figures().get("computed")).isEqualTo(8);
    }

    @Test
    void aWrongIndexIsRefusedWhereItIsWrong() {
        assertThat(refused("{\"metadata\":{\"total_size\":\"1\"}}")).isEqualTo("index.metadata.total_size");
        assertThat(refused("{\"metadata\":{\"total_size\":-1}}")).isEqualTo("index.metadata.total_size");
        assertThat(refused("{\"weight_map\":[]}")).isEqualTo("index.weight_map");
    }

    private static String refused(String index) {
        return ((Refused) CheckpointReader.read(files(read("llama-3.1-70b"), index))).path();
    }

    private static Notice notice(String name, String index, String code) {
        Imported own = (Imported) CheckpointReader.read(files(read(name), index));
        return own.notices().stream().filter(notice -> notice.code().equals(code)).findFirst().orElseThrow();
    }
}
