package dev.llmplanner.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.llmplanner.build.message.JvmFormatter;
import dev.llmplanner.support.Application;
import dev.llmplanner.view.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests on the JVM speak for the page only if its numbers and dates are written as the browser writes them. */
@ExtendWith(BrowserExtension.class)
class IntlIT {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void numbersReadAlikeOnTheJvmAndInTheBrowser(String language, DistPages pages) {
        Random random = new Random(7);
        List<Double> values = new ArrayList<>(List.of(0.5, 1.5, 2.5, 1.005, 0.125, 999.995, 1e15));
        for (int i = 0; i < 1500; i++) {
            values.add(random.nextDouble() * Math.pow(10, random.nextInt(14) - 3));
        }

        List<String> differing = new ArrayList<>(jvm(values, new JvmFormatter(language)));
        differing.removeAll(Set.copyOf(browser(pages.open(""), values, language)));
        assertThat(differing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void datesReadAsTheBrowserWritesThem(String language, DistPages pages) {
        Words words = Application.RESOURCES.words().get(language);
        List<String> expected = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            expected.add(words.date(String.format(Locale.ROOT, "2025-%02d-%02d", month, month * 2)));
            expected.add(words.date(String.format(Locale.ROOT, "2025-%02d", month)));
        }

        assertThat(pages.open("").evaluate("""
                language => {
                  const day = new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeZone: 'UTC'});
                  const month = new Intl.DateTimeFormat(language, {year: 'numeric', month: 'short', timeZone: 'UTC'});
                  return Array.from({length: 12}, (_, i) => new Date(Date.UTC(2025, i, (i + 1) * 2)))
                      .flatMap(date => [day.format(date), month.format(date)]);
                }""", language)).isEqualTo(expected);
    }

    private static List<String> jvm(List<Double> values, JvmFormatter formatter) {
        List<String> texts = new ArrayList<>();
        for (double value : values) {
            for (int digits = 0; digits <= 3; digits++) {
                texts.add(value + " at " + digits + ": " + formatter.decimal(value, digits) + " "
                        + formatter.percent(value, digits) + " " + formatter.significant(value, digits + 1));
            }
        }
        return texts;
    }

    @SuppressWarnings("unchecked")
    private static List<String> browser(Page page, List<Double> values, String language) {
        return (List<String>) page.evaluate("""
                ([values, names, language]) => {
                  const at = options => [0, 1, 2, 3].map(digits => new Intl.NumberFormat(language, options(digits)));
                  const decimal = at(d => ({maximumFractionDigits: d}));
                  const percent = at(d => ({style: 'percent', maximumFractionDigits: d}));
                  const significant = at(d => ({maximumSignificantDigits: d + 1}));
                  return values.flatMap((v, i) => [0, 1, 2, 3].map(d => names[i] + ' at ' + d + ': '
                      + decimal[d].format(v) + ' ' + percent[d].format(v) + ' ' + significant[d].format(v)));
                }""", List.of(values, values.stream().map(String::valueOf).toList(), language));
    }
}
