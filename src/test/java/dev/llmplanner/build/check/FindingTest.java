package dev.llmplanner.build.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingTest {

    @Test
    void theMessageNamesFilePointerValueAndRemedy() {
        Finding finding = new Finding("hardware-catalog/accelerators/nvidia/nvidia-h200-sxm-141gb.json",
                "/denseTflops/fp8", "3958", "that is the sparse figure", "Use 1979.");

        assertThat(finding.message()).isEqualTo("hardware-catalog/accelerators/nvidia/nvidia-h200-sxm-141gb.json: "
                + "/denseTflops/fp8 is 3958; that is the sparse figure. Use 1979.");
    }

    @Test
    void aLongValueIsCut() {
        Finding finding = new Finding("a.json", "/notes", "x".repeat(500), "too long", "Cut it.");

        assertThat(finding.message()).hasSizeLessThan(130).contains("xxx…");
    }
}
