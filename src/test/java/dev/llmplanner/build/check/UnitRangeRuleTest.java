package dev.llmplanner.build.check;

import static dev.llmplanner.build.check.Facts.CATALOG;
import static dev.llmplanner.build.check.Facts.H200;
import static dev.llmplanner.build.check.Facts.file;
import static dev.llmplanner.build.check.Facts.messages;
import static dev.llmplanner.build.check.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitRangeRuleTest {

    private final Rule rule = new UnitRangeRule();

    @Test
    void bandwidthInTerabytesIsFound() {
        assertThat(messages(rule.check(with(file(H200), "/memory/bandwidthGBps", "4.8"), CATALOG))).containsExactly(
                H200 + ": /memory/bandwidthGBps is 4.8; plausible is 100 to 30000 GB/s. "
                        + "Check the unit: the key ends in the one to use.");
    }

    @ParameterizedTest
    @CsvSource({
        "/memory/reportedMiB, 141, capacity in GiB",
        "/tdpWatts, 0.7, kilowatts",
        "/denseTflops/bf16, 0.9895, petaflops",
        "/scaleUp/perDirectionGBps, 0.45, terabytes",
        "/prices/0/high, 290000, yuan as dollars",
        "/rents/0/low, 2880, by the month"})
    void anotherUnitIsFound(String pointer, String value, String what) {
        assertThat(rule.check(with(file(H200), pointer, value), CATALOG)).as(what).hasSize(1)
                .first().extracting(Finding::pointer).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "hardware-catalog/servers/nvidia-dgx-h200.json, /maxPowerKw, 10200",
        "hardware-catalog/servers/nvidia-dgx-h200.json, /memory/gib, 2",
        "hardware-catalog/fabrics/ib-ndr.json, /portLineRateGbps, 400000",
        "hardware-catalog/fabrics/ib-hdr.json, /latencies/0/microseconds, 0.00121",
        "models-catalog/deepseek/deepseek-r1.json, /maxContextTokens, 128",
        "models-catalog/deepseek/deepseek-r1.json, /checkpointParameters, 684.5"})
    void eachKindOfFileHasItsRanges(String path, String pointer, String value) {
        assertThat(rule.check(with(file(path), pointer, value), CATALOG)).hasSize(1);
    }
}
