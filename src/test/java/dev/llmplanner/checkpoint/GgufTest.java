package dev.llmplanner.checkpoint;

import static dev.llmplanner.checkpoint.ConfigFile.parse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.support.TestCatalog;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers of GGUF files: their keys give the catalog's architectures, and damaged ones are refused. */
class GgufTest {

    private static final int Q8_0 = 8;
    private static final int Q4_K = 12;
    private static final int MXFP4 = 39;

    @Test
    void aHeaderOfLlamaGivesTheCatalogsArchitecture() {
        Imported own = read(llama().tensor("output.weight", Q4_K, 8192, 128_256).tensor("blk.0.ffn_up.weight", Q4_K, 8192, 28_672));

        assertThat(own.model().architecture()).isEqualTo(known("llama-3.1-70b"));
        assertThat(own.model().name()).isEqualTo("Llama 70B");
        assertThat(own.record().get("native")).contains(parse("{\"linear\":\"gguf-q4_k_m\"}"));
        assertThat(own.model().maxContextTokens()).hasValue(131_072);
        assertThat(own.derivation()).contains(new Derivation("/architecture/attention/0/kvHeads", new JsonNumber(8),
                Derivation.Origin.READ, List.of("llama.attention.head_count_kv")));
    }

    @Test
    void theSameKeysWithExpertsAreMixtral() {
        Header header = new Header("llama").u32("block_count", 56).u32("embedding_length", 6144)
                .u32("feed_forward_length", 16_384).u32("attention.head_count", 48).u32("attention.head_count_kv", 8)
                .u32("vocab_size", 32_768).u32("context_length", 65_536).u32("expert_count", 8).u32("expert_used_count", 2);

        assertThat(read(header).model().architecture()).isEqualTo(known("mixtral-8x22b"));
    }

    @Test
    void latentAttentionIsReadFromOldAndNewKeys() {
        Architecture old = read(deepseek().u32("attention.key_length", 192).u32("attention.value_length", 128))
                .model().architecture().orElseThrow();
        Architecture fresh = read(deepseek().u32("attention.key_length", 576).u32("attention.value_length", 512)
                .u32("attention.key_length_mla", 192).u32("attention.value_length_mla", 128)).model().architecture().orElseThrow();

        assertThat(old.attention()).isEqualTo(known("deepseek-v3").orElseThrow().attention());
        assertThat(old.feedForward()).isEqualTo(known("deepseek-v3").orElseThrow().feedForward());
        assertThat(fresh).isEqualTo(old);
    }

    @Test
    void blocksOfDraftLayersAreNotLayers() {
        Header header = new Header("glm4moe").u32("block_count", 93).u32("nextn_predict_layers", 1).u32("embedding_length", 5120)
                .u32("feed_forward_length", 12_288).u32("attention.head_count", 96).u32("attention.head_count_kv", 8)
                .u32("attention.key_length", 128).u32("attention.value_length", 128).u32("vocab_size", 151_552).u32("context_length", 131_072)
                .u32("expert_count", 160).u32("expert_used_count", 8).u32("expert_feed_forward_length", 1536)
                .u32("expert_shared_count", 1).u32("leading_dense_block_count", 3).u32("expert_gating_func", 2);

        assertThat(read(header).model().architecture()).isEqualTo(known("glm-4.5"));
    }

    @Test
    void windowsAndMxfp4ExpertsOfGptOss() {
        Imported own = read(new Header("gpt-oss").u32("block_count", 36).u32("embedding_length", 2880)
                .u32("feed_forward_length", 2880).u32("attention.head_count", 64).u32("attention.head_count_kv", 8)
                .u32("attention.key_length", 64).u32("attention.value_length", 64).u32("attention.sliding_window", 128).u32("context_length", 131_072)
                .u32("expert_count", 128).u32("expert_used_count", 4).u32("expert_feed_forward_length", 2880)
                .list("tokenizer.ggml.tokens", 201_088)
                .tensor("output.weight", Q8_0, 2880, 201_088).tensor("blk.0.ffn_up_exps.weight", MXFP4, 2880, 2880, 128));

        assertThat(own.model().architecture()).isEqualTo(known("gpt-oss-120b"));
        assertThat(own.record().get("native")).contains(parse("{\"linear\":\"bf16\",\"experts\":\"mxfp4\"}"));
    }

    @Test
    void aHeadThatIsNotListedIsTheEmbedding() {
        assertThat(read(llama().tensor("blk.0.ffn_up.weight", Q8_0, 8192, 28_672)).model().architecture().orElseThrow()
                .tiedEmbeddings()).isTrue();
    }

    @Test
    void bytesOfTheTensorsAreComparedWithTheRecord() {
        Imported own = read(llama().tensor("output.weight", Q8_0, 8192, 128_256));

        assertThat(own.notices()).filteredOn(notice -> notice.code().equals("gguf-bytes-differ")).singleElement()
                .extracting(notice -> notice.figures().get("statedBytes")).isEqualTo(8192.0 * 128_256 * 34 / 32);
    }

    @Test
    void anotherArchitectureIsRefusedByItsName() {
        Refused refused = (Refused) CheckpointReader.read(CheckpointFiles.of(
                GgufReader.read(new Header("mamba").source()).header().orElseThrow()));

        assertThat(refused.code()).isEqualTo(RefusalCode.UNKNOWN_ARCHITECTURE);
        assertThat(refused.allowed()).contains("llama", "deepseek2", "gpt-oss");
    }

    @Test
    void aMissingKeyIsNamedAsTheFileWouldNameIt() {
        Refused refused = (Refused) CheckpointReader.read(CheckpointFiles.of(
                GgufReader.read(new Header("llama").u32("block_count", 0).u32("embedding_length", 8192).source()).header().orElseThrow()));

        assertThat(refused.path()).isEqualTo("llama.block_count");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0    | 0
            3    | 71
            4    | 9
            8    | 255
            12   | 255
            19   | 255
            23   | 255
            24   | 255
            """)
    void aByteThatIsWrongIsAHeaderOrARefusal(int place, int value) {
        byte[] bytes = llama().bytes();
        bytes[place] = (byte) value;
        GgufReader.Parsed parsed = GgufReader.read(ByteSource.of(bytes));

        assertThat(parsed.header().isPresent()).isNotEqualTo(parsed.refused().isPresent());
    }

    @Test
    void everyCutAndTwentyThousandDamagedHeadersAreReadOrRefused() {
        byte[] bytes = llama().tensor("output.weight", Q4_K, 8192, 128_256).bytes();
        for (int length = 0; length < bytes.length; length++) {
            assertThat(GgufReader.read(ByteSource.of(Arrays.copyOf(bytes, length))).refused()).isPresent();
        }
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = bytes.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            GgufReader.read(ByteSource.of(damaged)).header().ifPresent(header ->
                    assertThat(CheckpointReader.read(CheckpointFiles.of(header))).isNotNull());
        }
    }

    @Test
    void everyKindOfValueIsRead() {
        Header header = new Header("llama")
                .value("a.u8", 0, 200).value("a.i8", 1, 200).value("a.u16", 2, 0xff, 0xff).value("a.i16", 3, 0xff, 0xff)
                .value("a.i32", 5, 0xff, 0xff, 0xff, 0xff).value("a.f32", 6, 0, 0, 0xc0, 0x3f).value("a.bool", 7, 1)
                .value("a.i64", 11, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)
                .value("a.f64", 12, 0, 0, 0, 0, 0, 0, 0xf8, 0xbf);
        Map<String, Object> values = new LinkedHashMap<>(GgufReader.read(header.source()).header().orElseThrow().metadata().members());

        assertThat(values).containsEntry("a.u8", new JsonNumber(200)).containsEntry("a.i8", new JsonNumber(-56))
                .containsEntry("a.u16", new JsonNumber(65_535)).containsEntry("a.i16", new JsonNumber(-1))
                .containsEntry("a.i32", new JsonNumber(-1)).containsEntry("a.f32", new JsonNumber(1.5))
                .containsEntry("a.i64", new JsonNumber(-1)).containsEntry("a.f64", new JsonNumber(-1.5))
                .containsEntry("general.architecture", new JsonString("llama"));
    }

    private static Header llama() {
        return new Header("llama").text("general.name", "Llama 70B")
                .u32("block_count", 80).u32("embedding_length", 8192).u32("feed_forward_length", 28_672)
                .u32("attention.head_count", 64).u32("attention.head_count_kv", 8).u32("context_length", 131_072)
                .u32("vocab_size", 128_256);
    }

    private static Header deepseek() {
        return new Header("deepseek2").u32("block_count", 61).u32("embedding_length", 7168).u32("feed_forward_length", 18_432)
                .u32("attention.head_count", 128).u32("attention.head_count_kv", 1).u32("vocab_size", 129_280)
                .u32("attention.q_lora_rank", 1536).u32("attention.kv_lora_rank", 512).u32("rope.dimension_count", 64)
                .u32("expert_count", 256).u32("expert_used_count", 8).u32("expert_feed_forward_length", 2048)
                .u32("expert_shared_count", 1).u32("leading_dense_block_count", 3).u32("expert_gating_func", 2);
    }

    private static Optional<Architecture> known(String id) {
        return TestCatalog.catalog().model(id).orElseThrow().architecture();
    }

    private static Imported read(Header header) {
        Reading reading = CheckpointReader.read(CheckpointFiles.of(GgufReader.read(header.source()).header().orElseThrow()));
        assertThat(reading).isInstanceOf(Imported.class);
        return (Imported) reading;
    }

    /** Writes a header of version 3. */
    private static final class Header {
        private final String architecture;
        private final List<byte[]> values = new ArrayList<>();
        private final List<byte[]> tensors = new ArrayList<>();

        Header(String architecture) {
            this.architecture = architecture;
            text("general.architecture", architecture);
        }

        Header text(String key, String value) {
            values.add(join(string(key), u32(8), string(value)));
            return this;
        }

        Header u32(String key, int value) {
            values.add(join(string(architecture + "." + key), u32(4), u32(value)));
            return this;
        }

        Header value(String key, int type, int... bytes) {
            byte[] all = new byte[bytes.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = (byte) bytes[i];
            }
            values.add(join(string(key), u32(type), all));
            return this;
        }

        /** A list of so many empty texts. */
        Header list(String key, int length) {
            values.add(join(string(key), u32(9), u32(8), u64(length), new byte[8 * length]));
            return this;
        }

        Header tensor(String name, int type, int... shape) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(join(string(name), u32(shape.length)));
            for (int length : shape) {
                all.writeBytes(u64(length));
            }
            all.writeBytes(join(u32(type), u64(0)));
            tensors.add(all.toByteArray());
            return this;
        }

        byte[] bytes() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(join("GGUF".getBytes(StandardCharsets.US_ASCII), u32(3), u64(tensors.size()), u64(values.size())));
            values.forEach(all::writeBytes);
            tensors.forEach(all::writeBytes);
            return all.toByteArray();
        }

        ByteSource source() {
            return ByteSource.of(bytes());
        }

        private static byte[] string(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return join(u64(bytes.length), bytes);
        }

        private static byte[] u32(int value) {
            return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
        }

        private static byte[] u64(long value) {
            return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
        }

        private static byte[] join(byte[]... parts) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (byte[] part : parts) {
                all.writeBytes(part);
            }
            return all.toByteArray();
        }
    }
}
