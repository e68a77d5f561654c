package dev.llmplanner.view.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralTest {

    @ParameterizedTest
    @CsvSource({"0,0", "8,8", "163840,163840", "0.9,0.9", "0.95,0.95", "2.0625,2.0625", "-3.5,-3.5", "0.00001,0",
        "4294967296,4294967296", "99.99999,100"})
    void writesWhatAPersonWouldType(double value, String text) {
        assertThat(Numeral.text(value)).isEqualTo(text);
    }
}
