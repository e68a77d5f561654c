package dev.llmplanner.view.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScenarioLinkTest {
    private static final String TEXTS = "0123456789abcXYZ -_.~:/?#[]@!$&'()*+,;=%\"<>{}|\\^`中文模型，é😀";

    @Test
    void aFirstVisitHasAnEmptyLink() {
        assertThat(ScenarioLink.write(Scenario.INITIAL)).isEmpty();
    }

    @Test
    void onlyWhatDiffersFromTheDefaultStandsInTheLink() {
        Scenario scenario = Scenario.INITIAL.with(Field.INPUT_TOKENS, "8192").with(Field.GPUS, "8");

        assertThat(new Query(ScenarioLink.write(scenario), List.of()).write()).isEqualTo("in=8192");
    }

    @Test
    void encodingAndDecodingGiveBackEveryScenario() {
        Random random = new Random(20261123);
        for (int round = 0; round < 5000; round++) {
            Scenario scenario = scenario(random);
            String link = new Query(ScenarioLink.write(scenario), List.of()).write();

            Query query = Query.parse(link);
            ScenarioLink.Read read = ScenarioLink.read(query.texts());

            assertThat(read.scenario()).as(link).isEqualTo(scenario);
            assertThat(read.ignored()).isEmpty();
            assertThat(query.broken()).isEmpty();
        }
    }

    @Test
    void aLinkIsPlainAsciiThatNoBrowserRewrites() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            assertThat(new Query(ScenarioLink.write(scenario(random)), List.of()).write())
                    .matches("[A-Za-z0-9_.~:/,*%&=-]*");
        }
    }

    @Test
    void aChoiceThatDoesNotExistIsIgnoredAndNamed() {
        ScenarioLink.Read read = ScenarioLink.read(Map.of("weights", "fp3"));

        assertThat(read.scenario()).isEqualTo(Scenario.INITIAL);
        assertThat(read.ignored()).containsExactly("weights=fp3");
    }

    @Test
    void aBrokenPercentSignIsReportedAndTheRestIsRead() {
        Query query = Query.parse("in=%zz&out=%E4%B8&gpus=4&&nothing&=x&users=%C3%A9");

        assertThat(query.texts()).containsExactly(Map.entry("gpus", "4"), Map.entry("users", "é"));
        assertThat(query.broken()).containsExactly("in=%zz", "out=%E4%B8", "nothing", "=x");
    }

    private static Scenario scenario(Random random) {
        Scenario scenario = Scenario.INITIAL;
        for (Field field : Field.ALL) {
            if (random.nextInt(3) == 0) {
                scenario = scenario.with(field, text(field, random));
            }
        }
        return scenario;
    }

    private static String text(Field field, Random random) {
        if (field.kind() == Field.Kind.CHOICE) {
            List<String> choices = Choices.of(field);
            return choices.get(random.nextInt(choices.size()));
        }
        StringBuilder text = new StringBuilder();
        int[] points = TEXTS.codePoints().toArray();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
