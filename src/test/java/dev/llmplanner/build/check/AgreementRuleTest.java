package dev.llmplanner.build.check;

import static dev.llmplanner.build.check.Facts.CATALOG;
import static dev.llmplanner.build.check.Facts.DGX_H200;
import static dev.llmplanner.build.check.Facts.H200;
import static dev.llmplanner.build.check.Facts.NDR;
import static dev.llmplanner.build.check.Facts.file;
import static dev.llmplanner.build.check.Facts.messages;
import static dev.llmplanner.build.check.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementRuleTest {

    private final Rule rule = new AgreementRule();

    @ParameterizedTest
    @CsvSource({
        "/memory/usableGiB, 150.1, decimal gigabytes as GiB",
        "/memory/usableGiB, 141, more than the driver reports",
        "/memory/reportedMiB, 150755, MB as MiB",
        "/memory/bandwidthGBps, 3350, the bandwidth of HBM3",
        "/scaleUp/pairPerDirectionGBps, 900, both directions",
        "/prices/0/low, 50000, low above high"})
    void figuresOfAnAcceleratorThatContradictEachOtherAreFound(String pointer, String value, String what) {
        assertThat(rule.check(with(file(H200), pointer, value), CATALOG)).as(what).isNotEmpty();
    }

    @Test
    void aFabricInBitsIsFound() {
        assertThat(messages(rule.check(with(file(NDR), "/perDirectionGBps", "400"), CATALOG))).containsExactly(
                NDR + ": /perDirectionGBps is 400; a port of 400 Gb/s moves 50 GB/s. Divide the line rate by 8.");
    }

    @Test
    void aFractionThatIsNotTheQuotientIsFound() {
        assertThat(rule.check(with(file(NDR), "/measured/0/fraction", "0.5"), CATALOG)).isNotEmpty();
    }

    @Test
    void aServerThatDrawsLessThanItsAcceleratorsIsFound() {
        assertThat(messages(rule.check(with(file(DGX_H200), "/maxPowerKw", "5.6"), CATALOG))).containsExactly(
                DGX_H200 + ": /maxPowerKw is 5.6; that is 1 times the accelerators' power. "
                        + "Give the maximum of the whole system, in kW.");
    }

    @Test
    void aPriceWithoutAYearIsFound() {
        assertThat(rule.check(with(file(DGX_H200), "/prices/0/date", "\"spring\""), CATALOG)).hasSize(1);
    }
}
