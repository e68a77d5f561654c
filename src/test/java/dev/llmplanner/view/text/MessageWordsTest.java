package dev.llmplanner.view.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.llmplanner.build.message.JvmWords;
import dev.llmplanner.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageWordsTest {
    private final Words english = words("en");
    private final Words chinese = words("zh-CN");

    @Test
    void aMessageTakesItsArguments() {
        assertThat(english.say("greeting", Arguments.of("name", "Ada").and("n", 1234))).isEqualTo("Ada has 1,234");
        assertThat(english.say("plain")).isEqualTo("Plain");
        assertThat(english.knows("plain")).isTrue();
        assertThat(english.knows("absent")).isFalse();
    }

    @Test
    void anUnknownKeyIsNamed() {
        assertThatThrownBy(() -> english.say("absent")).hasMessage("i18n en, key absent: no such message");
    }

    @Test
    void numbersAreGroupedAndRoundedAwayFromZero() {
        assertThat(english.number(1234567.5, 0)).isEqualTo("1,234,568");
        assertThat(english.number(1.005, 2)).isEqualTo("1.01");
        assertThat(english.number(2.5, 0)).isEqualTo("3");
        assertThat(english.number(-0.001, 2)).isEqualTo("0");
        assertThat(english.number(8, 2)).isEqualTo("8");
        assertThat(chinese.number(1234567, 0)).isEqualTo("1,234,567");
        assertThat(english.significant(1234567, 3)).isEqualTo("1,230,000");
        assertThat(english.significant(0.012345, 3)).isEqualTo("0.0123");
        assertThat(english.significant(99.96, 3)).isEqualTo("100");
        assertThat(english.significant(0, 3)).isEqualTo("0");
        assertThat(english.percent(0.256, 0)).isEqualTo("26%");
        assertThat(chinese.percent(0.2567, 1)).isEqualTo("25.7%");
    }

    @Test
    void datesFollowTheLanguageAndOtherTimeWordsStay() {
        Words english = JvmWords.read(Path.of(""), "en");
        Words chinese = JvmWords.read(Path.of(""), "zh-CN");

        assertThat(english.date("2025-01-20")).isEqualTo("Jan 20, 2025");
        assertThat(english.date("2025-12-31")).isEqualTo("Dec 31, 2025");
        assertThat(chinese.date("2025-12")).isEqualTo("2025年12月");
        assertThat(chinese.date("2025-01-20")).isEqualTo("2025年1月20日");
        assertThat(english.date("2025-01")).isEqualTo("Jan 2025");
        assertThat(chinese.date("2025-01")).isEqualTo("2025年1月");
        assertThat(english.date("2026-H1")).isEqualTo("2026-H1");
        assertThat(english.date("2025-13")).isEqualTo("2025-13");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "8 | 8", "' 8 ' | 8", "131072 | 131072", "131,072 | 131072", "1,000,000.5 | 1000000.5", "1 000 | 1000",
        "-3 | -3", "+3 | 3", ".5 | 0.5", "5. | 5", "1e3 | 1000", "1E-3 | 0.001", "1e99 | 1e99", "１２８ | 128", "１，０２４ | 1024",
        "０．９ | 0.9", "0。9 | 0.9", "−4 | -4"})
    void aTypedNumberIsRead(String typed, double value) {
        assertThat(english.parse(typed)).hasValue(value);
        assertThat(chinese.parse(typed)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "8x", "1,5", "1,00", "12,3456", "1234,567", ",5", "1.2.3", "1e", "e5", "--1", "1e999", "-",
        ".", "NaN", "Infinity", "0x10", "1 5", "1,000 000x"})
    void whatIsNotOneNumberIsRefused(String typed) {
        assertThat(english.parse(typed)).isEmpty();
    }

    private static Words words(String language) {
        return JvmWords.of(language, new JsonObject.Builder()
                .put("plain", "Plain")
                .put("greeting", "{name} has {n, number}")
                .build());
    }
}
