package dev.llmplanner.build.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableTest {

    @Test
    void quotedFieldsHoldCommasQuotesAndLines() {
        CsvTable table = CsvTable.parse("a,b\n\"1,\"\"x\"\"\n2\",\n3,4\n");

        assertThat(table.header()).containsExactly("a", "b");
        assertThat(table.rows()).containsExactly(new CsvTable.Row(2, List.of("1,\"x\"\n2", "")),
                new CsvTable.Row(4, List.of("3", "4")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a\\n\"b | line 2: a quote is not closed", "a\\nb\"c\\n | line 2: a quote inside",
        "a\\r\\n | line 1: a carriage return", "a\\nb | line 2: no line feed at the end"})
    void aBrokenTableNamesTheLine(String text, String message) {
        assertThatThrownBy(() -> CsvTable.parse(text.translateEscapes())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
