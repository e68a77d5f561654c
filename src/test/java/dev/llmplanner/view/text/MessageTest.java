package dev.llmplanner.view.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import dev.llmplanner.build.message.JvmFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

    static Stream<String> corpus() {
        return Stream.of(
                "plain",
                "",
                "It's an apostrophe, '' is one too",
                "'{'quoted'}' and '{name} still quoted'",
                "ends in a quote '{",
                "ends in an apostrophe '",
                "'# is plain here' #",
                "{name}",
                "{ name }, {x}{n}",
                "{n, number}",
                "{n,number,integer} of {m, number, percent}",
                "{n, plural, =0 {no GPUs} one {# GPU} other {# GPUs}}",
                "{n, plural, =0{none}=1{just one}other{#}} {name}",
                "{n, plural, offset:1 =0 {nobody} =1 {{name}} one {{name} and # other} other {{name} and # others}}",
                "{n, plural, one {it''s # '{'one'}'} other {'#' is # '##'}}",
                "{kind, select, moe {mixture of experts} dense {dense} other {unknown: {kind}}}",
                "{kind, select, moe {{n, plural, one {# expert} other {# experts}} for {name}} other {# for {name}}}",
                "{n, plural, one {{kind, select, moe {# literal} other {x}}} other {{m, plural, one {#} other {#!}} of #}}",
                "每个 GPU 需要 {n} GiB，可用 {m, number} GiB（{name}）。",
                "line\none {n, plural,\n  one {a}\n  other {b #}\n}");
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void everyMessageReadsAsIcuReadsIt(String pattern) {
        Random random = new Random(20261123);
        Message message = Message.parse(pattern);
        for (String language : new String[] {"en", "zh-CN"}) {
            MessageFormat icu = new MessageFormat(pattern, ULocale.forLanguageTag(language));
            JvmFormatter formatter = new JvmFormatter(language);
            for (int i = 0; i < 300; i++) {
                Map<String, Object> values = values(random);

                String ours = message.format(language, formatter, arguments(values));

                assertThat(ours).as("%s with %s in %s", pattern, values, language).isEqualTo(icu.format(values));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{name", "}", "{n, date}", "{n, plural, one {x}}", "{n, number, ::.00}", "{}",
        "{n, plural, other {a} other {b}}", "{n plural, other {a}}", "{x, select, a {b}}", "{n, plural, =x {a} other {b}}"})
    void whatIsOutsideTheSubsetIsRefused(String pattern) {
        assertThatThrownBy(() -> Message.parse(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void argumentsAreListedWithTheirTypes() {
        assertThat(Message.parse("{kind, select, other {{n, plural, other {{name}}}}} {m, number}").arguments())
                .hasToString("{kind=select, m=number, n=number, name=plain}");
    }

    @Test
    void aMissingArgumentIsABug() {
        assertThatThrownBy(() -> Message.parse("{name}").format("en", new JvmFormatter("en"), Arguments.none()))
                .hasMessage("missing argument: name");
    }

    private static Map<String, Object> values(Random random) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("n", number(random));
        values.put("m", number(random));
        values.put("x", number(random));
        values.put("name", random.nextBoolean() ? "DeepSeek {R1} it's" : "");
        values.put("kind", new String[] {"moe", "dense", "other", "hybrid"}[random.nextInt(4)]);
        return values;
    }

    /** No ties at a third decimal: there ICU rounds to even, Intl away from zero, and the page follows Intl. */
    private static double number(Random random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> random.nextInt(4);
            case 2 -> random.nextInt(2_000_000_000) + 0.0;
            case 3 -> 0.25 + random.nextInt(1000) - 500;
            default -> random.nextDouble() * Math.pow(10, random.nextInt(12));
        };
    }

    private static Arguments arguments(Map<String, Object> values) {
        Arguments arguments = Arguments.none();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            arguments = value.getValue() instanceof Double number
                    ? arguments.and(value.getKey(), number)
                    : arguments.and(value.getKey(), (String) value.getValue());
        }
        return arguments;
    }
}
