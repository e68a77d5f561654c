package dev.llmplanner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.support.TestCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Precisions that a search tries of itself. */
class FormatsTest {

    @Test
    void nvfp4IsTriedOnNvidiaDevicesWithARateForFp4Alone() {
        assertThat(formats("deepseek-r1", "nvidia-b200-sxm-180gb")).contains("fp4");
        assertThat(formats("deepseek-r1", "nvidia-h200-sxm-141gb")).doesNotContain("fp4");
        assertThat(formats("deepseek-r1", "amd-mi355x")).doesNotContain("fp4").contains("native");
    }

    @Test
    void mxfp4IsTriedOnAmdDevicesToo() {
        assertThat(formats("gpt-oss-120b", "amd-mi355x")).contains("native");
        assertThat(formats("gpt-oss-120b", "amd-mi300x")).contains("native");
    }

    private static List<String> formats(String model, String accelerator) {
        return Formats.of(
                TestCatalog.catalog().model(model).orElseThrow(),
                TestCatalog.catalog().accelerator(accelerator).orElseThrow());
    }
}
