package dev.llmplanner.build.check;

import static dev.llmplanner.build.check.Facts.CATALOG;
import static dev.llmplanner.build.check.Facts.file;
import static dev.llmplanner.build.check.Facts.messages;
import static dev.llmplanner.build.check.Facts.with;
import static dev.llmplanner.build.check.Facts.without;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterRangeRuleTest {

    private static final String R1 = "models-catalog/deepseek/deepseek-r1.json";

    private final Rule rule = new ParameterRangeRule();

    @ParameterizedTest
    @ValueSource(strings = {"69.9", "67", "700.1", "1000", "671000000000"})
    void aTotalOutsideTheCatalogIsFound(String total) {
        assertThat(messages(rule.check(with(file(R1), "/totalParametersBillion", total), CATALOG))).containsExactly(
                R1 + ": /totalParametersBillion is " + total + "; the catalog holds models of 70 to 700 billion. "
                        + "Leave the model out, or correct the vendor's total.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"70", "700", "671"})
    void theEndsOfTheRangeBelongToIt(String total) {
        assertThat(rule.check(with(file(R1), "/totalParametersBillion", total), CATALOG)).isEmpty();
    }

    @Test
    void aModelWithoutATotalIsFound() {
        assertThat(rule.check(without(file(R1), "/totalParametersBillion"), CATALOG)).hasSize(1);
    }

    @Test
    void moreActiveThanTotalIsFound() {
        assertThat(messages(rule.check(with(file(R1), "/activeParametersBillion", "672"), CATALOG))).hasSize(1)
                .first().asString().contains("/activeParametersBillion is 672; more than the total of 671");
    }
}
