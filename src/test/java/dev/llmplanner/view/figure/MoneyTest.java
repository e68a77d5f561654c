package dev.llmplanner.view.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.message.JvmWords;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "8765      | CNY | 8,770 CNY      | 8,770 元",
        "12345     | CNY | 12,300 CNY     | 1.23 万元",
        "1234567   | USD | 1,230,000 USD  | 123 万美元",
        "45678901  | CNY | 45,700,000 CNY | 4,570 万元",
        "123456789 | CNY | 123,000,000 CNY | 1.23 亿元",
        "-20000    | USD | -20,000 USD    | -2 万美元"})
    void chineseCountsByTenThousands(double amount, String currency, String english, String chinese) {
        assertThat(money("en").amount(amount, currency)).isEqualTo(english);
        assertThat(money("zh-CN").amount(amount, currency)).isEqualTo(chinese);
    }

    @Test
    void aRangeHasOneUnit() {
        assertThat(money("en").range(9000, 2.5e6, "USD")).isEqualTo("9,000 – 2,500,000 USD");
        assertThat(money("zh-CN").range(9000, 2.5e6, "USD")).isEqualTo("0.9～250 万美元");
        assertThat(money("zh-CN").range(12, 345)).isEqualTo("12～345");
    }

    @Test
    void theReadersOwnCurrencyComesFirst() {
        assertThat(Money.currencies(JvmWords.read(Path.of(""), "en"))).containsExactly("USD", "CNY");
        assertThat(Money.currencies(JvmWords.read(Path.of(""), "zh-CN"))).containsExactly("CNY", "USD");
    }

    private static Money money(String language) {
        return new Money(JvmWords.read(Path.of(""), language));
    }
}
