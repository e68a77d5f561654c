package dev.llmplanner.build.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JacksonJsonTest {

    @Test
    void prettyIsTheCanonicalFormOfCatalogFiles() {
        String text = """
                {
                  "name": "昇腾 910B2 \\"64 GB\\"",
                  "figures": [
                    1,
                    0.5
                  ],
                  "empty": {},
                  "none": [],
                  "known": true
                }
                """;

        assertThat(JacksonJson.pretty(JacksonJson.parse(text))).isEqualTo(text);
    }

    @Test
    void compactHasNoBlanks() {
        assertThat(JacksonJson.compact(JacksonJson.parse("{ \"a\" : [ 1 , null ] , \"b\" : \"x\\n\" }")))
                .isEqualTo("{\"a\":[1,null],\"b\":\"x\\n\"}");
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1", "684531386000, 684531386000", "989.5, 989.5", "-0.0, 0", "1e15, 1000000000000000",
        "0.0001, 0.0001", "1e-7, 1.0E-7", "1e300, 1.0E300", "0.1381, 0.1381", "123456789012345680000, 123456789012345680000"})
    void numbersArePrintedAsInJavaScript(double number, String text) {
        assertThat(JacksonJson.compact(new JsonArray(List.of(new JsonNumber(number))))).isEqualTo("[" + text + "]");
    }

    @Test
    void aMemberGivenTwiceIsAnError() {
        assertThatThrownBy(() -> JacksonJson.parse("{\"a\": 1,\n \"a\": 2}"))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("line 2, column 5: Duplicate field 'a'");
    }

    @Test
    void textAfterTheValueIsAnError() {
        assertThatThrownBy(() -> JacksonJson.parse("{} {}")).hasMessage("text after the JSON value");
    }

    @Test
    void aNumberBeyondADoubleIsAnError() {
        assertThatThrownBy(() -> JacksonJson.parse("[1e999]"))
                .hasMessage("the number 1e999 is beyond the range of a double");
    }

    @Test
    void aBrokenFileIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{\"a\": }");

        assertThatThrownBy(() -> JacksonJson.read(file)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ": line 1, column ");
    }
}
