package dev.llmplanner.build.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.llmplanner.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WasmFileTest {
    private static final byte[] EMPTY = {0, 'a', 's', 'm', 1, 0, 0, 0};

    @Test
    void theDataFollowTheModuleAsACustomSection() {
        byte[] module = WasmFile.withData(EMPTY, new JsonObject.Builder().put("a", "x".repeat(200)).build());

        assertThat(Arrays.copyOf(module, EMPTY.length)).isEqualTo(EMPTY);
        // 208 bytes of JSON, 12 of the name and one of its length are 221: 0x5d, and 1 for 128.
        assertThat(Arrays.copyOfRange(module, EMPTY.length, EMPTY.length + 4)).containsExactly(0, (byte) 0xdd, 1, 12);
        assertThat(new String(module, EMPTY.length + 4, 21, StandardCharsets.UTF_8)).isEqualTo("planner-data{\"a\":\"xxx");
        assertThat(module).hasSize(EMPTY.length + 3 + 221);
    }

    @Test
    void theLoaderHoldsTheRuntimeWithoutItsExports() {
        String loader = WasmFile.loader("var q=1;export{q as defaults,t as load,e as wrapImport};\n", "version = '{version}'; {section}", "1.2.3");

        assertThat(loader).contains("var q=1;\nconst loadTeaVM = t;\n", "version = '1.2.3'; planner-data").doesNotContain("export{");
    }

    @Test
    void aRuntimeOfAnotherFormStopsTheBuild() {
        assertThatThrownBy(() -> WasmFile.loader("var q=1;", "", "1")).isInstanceOf(IllegalStateException.class);
    }
}
