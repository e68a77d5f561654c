package dev.llmplanner.view.validator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.screening.Assessment;
import dev.llmplanner.screening.Outcome;
import dev.llmplanner.screening.Run;
import dev.llmplanner.screening.WarningCode;
import dev.llmplanner.support.Application;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.node.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorPageTest {
    private static final int SAMPLE = 60;

    private static Application open(String hash, String language) {
        Application application = Application.open(hash, language);
        application.settle();
        return application;
    }

    private static List<Element> all(Node node, String tag) {
        List<Element> found = new ArrayList<>();
        if (node instanceof Element element) {
            if (element.tag().equals(tag)) {
                found.add(element);
            }
            element.children().forEach(child -> found.addAll(all(child, tag)));
        }
        return found;
    }

    private static Element row(Application application, Assessment answer) {
        return application.find(element -> element.tag().equals("tr")
                && element.key().filter((answer.model() + " " + answer.weights())::equals).isPresent()).orElseThrow();
    }

    private static String href(Element element, String cls) {
        return all(element, "a").stream().filter(link -> link.attribute("class").orElse("").equals(cls)).findFirst()
                .orElseThrow().attribute("href").orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "validator, en",
        "validator?server=huawei-atlas-800i-a3&engine=mindie&users=256&tpot=60, zh-CN",
        "validator?by=accelerator&hw=nvidia-l40s&per=8&nodes=2&fabric=roce-100&ttft=4, en"})
    void aRowsLinkOpensTheCalculatorWithItsFigures(String hash, String language) {
        Application application = open(hash, language);
        assertThat(application.state().ignored()).isEmpty();
        Run<Assessment> run = ValidatorState.answers(application.state()).orElseThrow().run();
        assertThat(run.isDone()).isTrue();
        Random random = new Random(3);
        int compared = 0;
        for (int i = 0; i < SAMPLE; i++) {
            Assessment answer = run.get(random.nextInt(run.size())).orElseThrow();
            Element row = row(application, answer);
            Application calculator = Application.open(href(row, "go").substring(1), language);
            String where = answer.model() + " " + answer.weights();
            assertThat(calculator.state().ignored()).as(where).isEmpty();
            if (answer.tpotSeconds().isPresent()) {
                compared++;
                Estimate estimate = calculator.state().outcome().answer().map(Answer::estimate).orElseThrow();
                double tpot = answer.tpotSeconds().get().mid();
                double ttft = answer.ttftSeconds().orElseThrow().mid();
                double output = answer.outputTokensPerSecond().orElseThrow().mid();
                assertThat(estimate.speed().orElseThrow().tpotSeconds().mid()).as(where).isCloseTo(tpot, within(1e-9 * tpot));
                assertThat(estimate.speed().get().ttftSeconds().mid()).as(where).isCloseTo(ttft, within(1e-9 * ttft));
                assertThat(answer.replicas() * estimate.speed().get().outputTokensPerSecond().mid()).as(where)
                        .isCloseTo(output, within(1e-9 * output));
                assertThat(Markup.words(row)).as(where)
                        .contains(application.state().speech().number(answer.maxUsers().orElseThrow(), 0));
            } else if (answer.outcome() == Outcome.DOES_NOT_FIT) {
                assertThat(calculator.state().outcome().answer().orElseThrow().estimate().verdict().code())
                        .as(where).isEqualTo("does-not-fit");
            }
        }
        assertThat(compared).isGreaterThan(10);
    }

    @Test
    void answersStandByOutcomeThoseThatServeFirst() {
        Application application = open("validator", "en");
        List<String> headings = all(application.screen().body(), "h2").stream()
                .map(heading -> heading.attribute("id").orElse("")).filter(id -> id.startsWith("outcome-")).toList();
        assertThat(headings).first().isEqualTo("outcome-serves");
        assertThat(headings).doesNotHaveDuplicates().contains("outcome-does-not-fit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyWarningHasWords(String language) {
        for (WarningCode code : WarningCode.values()) {
            assertThat(Application.RESOURCES.words().get(language).knows("warning." + code.code())).as(code.code()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, lawful", "zh-CN, 合法"})
    void whatIsNotToBeBoughtIsSaidOnTop(String language, String words) {
        Application application = open("validator?server=cn-h100-8gpu-grey&nodes=2", language);
        assertThat(application.find(element -> element.attribute("data-code").filter("not-recommended"::equals).isPresent())
                .map(Markup::words).orElse("")).contains(words);
        assertThat(application.words()).doesNotContain("{");
    }

    @Test
    void theLinkHoldsWhatTheFieldsHold() {
        Application application = open("validator?q=qwen", "en");
        application.choose("entry-by", "accelerator");
        application.choose("entry-hw", "nvidia-l40s");
        application.type("entry-per", "4");
        application.type("entry-nodes", "2");
        application.type("entry-tpot", "50");
        application.settle();
        application.choose("entry-outcome", "serves");
        application.settle();
        String hash = application.screen().hash();
        Application again = open(hash, "en");
        assertThat(again.screen().hash()).isEqualTo(hash);
        assertThat(Markup.words(again.screen().body())).isEqualTo(Markup.words(application.screen().body()));
    }

    @ParameterizedTest
    @CsvSource({"en, 'out of range'", "zh-CN, 范围"})
    void aTargetThatCantBeUsedIsExplainedBesideItsField(String language, String words) {
        Application application = open("validator?q=qwen3", language);
        application.type("entry-ttft", "-1");
        application.settle();
        assertThat(application.textOf("entry-ttft-problem")).contains(words);
        assertThat(all(application.screen().body(), "table")).isNotEmpty();
        application.type("entry-ttft", "");
        application.settle();
        assertThat(application.textOf("entry-ttft-problem")).isEmpty();
    }
}
