package dev.llmplanner.view.plan.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.build.json.JacksonTexts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Sha256Test {

    @Test
    void theExampleOfTheStandardComesOut() {
        assertThat(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void everyLengthGivesTheDigestOfThePlatform() throws Exception {
        Random random = new Random(4);
        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(Sha256.of(bytes)).as("%d bytes", length)
                    .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        }
    }

    @Test
    void theOrderOfMembersDoesNotChangeTheHash() {
        JacksonTexts texts = new JacksonTexts();
        assertThat(Canonical.hash(JacksonJson.parse("{\"b\":[{\"d\":1e-7,\"c\":\"密\"}],\"a\":true}"), texts))
                .isEqualTo(Canonical.hash(JacksonJson.parse("{\"a\":true,\"b\":[{\"c\":\"密\",\"d\":1e-7}]}"), texts))
                .isNotEqualTo(Canonical.hash(JacksonJson.parse("{\"a\":true,\"b\":[{\"c\":\"密\",\"d\":1e-6}]}"), texts));
    }
}
