package dev.llmplanner.build.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleFileTest {
    private static final SingleFile PAGE = new SingleFile(List.of("a.css"), List.of("first.js"), List.of("data.js"));
    private static final String TEMPLATE = "p {script-hashes} s {style-hashes}\n{icon}\n{styles}{blocks}{scripts}end";

    @Test
    void thePageHoldsEveryTextAndItsPolicyTheirHashes() {
        assertThat(PAGE.of(TEMPLATE, files("a{}", "go()", "var D = {\"scripts\": 1}"))).isEqualTo("""
                p 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw=' 'sha256-ScHS5IzfQkxUCiYDrZL5N2P4PyZiiFxVj4Jtukx1x9o=' \
                s 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='
                aQ==
                <style id="a.css">a{}</style>
                <script type="text/plain" id="data.js">var D = {"scripts": 1}</script>
                <script type="text/plain" id="LICENSES">LICENSES/x.txt

                free

                </script>
                <script>go()</script>
                end""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'</SCRIPT>'", "'<!--'", "'<script'", "a\r\nb"})
    void aTextThatThePageWouldChangeStopsTheBuild(String text) {
        assertThatThrownBy(() -> PAGE.of(TEMPLATE, files("", "go()", text)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("data.js");
    }

    @Test
    void aPlaceWithoutAPartStopsTheBuild() {
        assertThatThrownBy(() -> PAGE.of("{other}", files("", "", ""))).hasMessageContaining("{other}");
    }

    private static Map<String, byte[]> files(String style, String first, String data) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.css", bytes(style));
        files.put("first.js", bytes(first));
        files.put("data.js", bytes(data));
        files.put("icon.svg", bytes("i"));
        files.put("LICENSES/x.txt", bytes("free\n"));
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
