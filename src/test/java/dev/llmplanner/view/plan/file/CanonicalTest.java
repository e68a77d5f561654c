package dev.llmplanner.view.plan.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.build.json.JacksonTexts;
import org.junit.jupiter.api.Test;

class CanonicalTest {

    @Test
    void theOrderOfMembersDoesNotChangeTheHash() {
        JacksonTexts texts = new JacksonTexts();
        assertThat(Canonical.hash(JacksonJson.parse("{\"b\":[{\"d\":1e-7,\"c\":\"密\"}],\"a\":true}"), texts))
                .isEqualTo(Canonical.hash(JacksonJson.parse("{\"a\":true,\"b\":[{\"c\":\"密\",\"d\":1e-7}]}"), texts))
                .isNotEqualTo(Canonical.hash(JacksonJson.parse("{\"a\":true,\"b\":[{\"c\":\"密\",\"d\":1e-6}]}"), texts));
    }
}
