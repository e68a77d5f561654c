package dev.llmplanner.build.check;

import static dev.llmplanner.build.check.Facts.CATALOG;
import static dev.llmplanner.build.check.Facts.file;
import static dev.llmplanner.build.check.Facts.messages;
import static dev.llmplanner.build.check.Facts.with;
import static dev.llmplanner.build.check.Facts.without;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlantPriceRuleTest {
    private static final String SWITCH = "hardware-catalog/plant/nvidia-qm9700.json";
    private static final String PUE = "hardware-catalog/plant/pue-average.json";
    private static final String RATE = "hardware-catalog/plant/cny-per-usd.json";
    private static final String LICENCE = "hardware-catalog/software/nvidia-ai-enterprise.json";

    private final Rule rule = new PlantPriceRule();

    @ParameterizedTest
    @CsvSource({
        SWITCH + ", /prices/0/low, 36, thousands for dollars",
        SWITCH + ", /prices/0/unit, '\"kilowatt-hour\"', another unit",
        PUE + ", /prices/0/high, 54, a percentage",
        PUE + ", /prices/0/currency, '\"USD\"', money for a factor",
        RATE + ", /rates/0/cnyPerUsd, 0.14, dollars for a yuan",
        RATE + ", /rates/0/cnyPerUsd, 71.287, a misplaced point",
        RATE + ", /prices, '[{}]', a price of money",
        PUE + ", /rates, '[]', a rate of a share",
        LICENCE + ", /prices/0/high, 450000, a whole fleet"})
    void aPriceThatCannotBeIsFound(String path, String pointer, String value, String what) {
        assertThat(rule.check(with(file(path), pointer, value), CATALOG)).as(what).isNotEmpty();
        assertThat(rule.check(file(path), CATALOG)).isEmpty();
    }

    @Test
    void anAmountWithoutACurrencyIsFound() {
        assertThat(messages(rule.check(without(file(SWITCH), "/prices/0/currency"), CATALOG))).containsExactly(
                SWITCH + ": /prices/0/currency is absent; an amount needs a currency. Write USD or CNY.");
    }

    @Test
    void anExchangeRateWithoutRatesIsFound() {
        assertThat(messages(rule.check(without(file(RATE), "/rates"), CATALOG))).containsExactly(
                RATE + ": /rates is absent; an exchange rate needs its rates. Write cnyPerUsd, date and source.");
    }

    @Test
    void aPartOfAnUnknownFabricOrServerOrAcceleratorIsFound() {
        Rule identity = new IdentityRule();

        assertThat(identity.check(with(file(SWITCH), "/portsByFabric", "{\"ib-gdr\": 64}"), CATALOG)).hasSize(1);
        assertThat(identity.check(with(file("hardware-catalog/plant/dgx-support.json"), "/servers/0", "\"dgx-9\""), CATALOG))
                .hasSize(1);
        assertThat(identity.check(with(file(LICENCE), "/includedWith/0/accelerator", "\"h9\""), CATALOG)).hasSize(1);
    }
}
