package dev.llmplanner.engine.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/model/demand.md, each of whose numbers stands there. */
class DemandTest {

    private static final Users ENGINEERS =
            new Users(400, 0.5, OptionalDouble.of(60), OptionalDouble.empty(), 2);
    private static final Sessions AGENTS = new Sessions(360, 20, 8000, 1500, 0.9, 1);

    @Test
    void peopleAskSoManyTimesAnHour() throws IOException {
        Demand demand = ENGINEERS.demand(0, Growth.NONE);

        assertThat(demand.kind()).isEqualTo(Demand.Kind.REQUESTS_PER_SECOND);
        assertThat(demand.value()).isCloseTo(6.6667, within(1e-4));
        assertThat(demand.steps()).extracting(Step::code).containsExactly(
                "active-users", "requests-per-user-second", "mean-requests-per-second", "peak-requests-per-second");
        assertThat(demand.steps().get(0).value()).isEqualTo(200);
        assertThat(demand.steps().get(2).value()).isCloseTo(3.3333, within(1e-4));
        says("= 200 active", "= 3.3333 requests/s on average, 6.6667 requests/s");
    }

    @Test
    void peopleWhoThinkAskOnceInThinkingAndAnswer() throws IOException {
        Users people = new Users(100, 1, OptionalDouble.empty(), OptionalDouble.of(30), 1);

        assertThat(people.demand(2 + 500 * 0.04, Growth.NONE).value()).isCloseTo(1.9231, within(1e-4));
        says("22 s, and 100 / 52 = 1.9231 requests/s");
    }

    @Test
    void agentsSendAllThatWentBefore() throws IOException {
        assertThat(AGENTS.inputTokens(500)).isEqualTo(27_000);
        assertThat(AGENTS.cachedFraction(500)).isCloseTo(0.8392, within(1e-4));
        assertThat(AGENTS.demand(500, Growth.NONE).value()).isEqualTo(2);
        says("= 27,000 tokens", "= 0.8392 of a mean prompt", "= 2 requests/s");
    }

    /** Summed turn by turn, as the page derives it. */
    @Test
    void cachedTokensAreThoseOfTheTurnsBefore() {
        double before = 0;
        double all = 0;
        for (int turn = 1; turn <= 20; turn++) {
            double prompt = 8000 + (turn - 1) * 2000;
            all += prompt;
            before += turn == 1 ? 0 : prompt - 1500;
        }

        assertThat(AGENTS.cachedFraction(500)).isCloseTo(0.9 * before / all, within(1e-12));
    }

    @Test
    void oneTurnHasNothingCached() {
        assertThat(new Sessions(10, 1, 5000, 1500, 0.9, 1).cachedFraction(500)).isZero();
    }

    @Test
    void demandGrowsByTheYearAndEvenlyBetween() throws IOException {
        Growth growth = new Growth(0.5, 30);

        assertThat(growth.factor(24)).isEqualTo(2.25);
        assertThat(growth.factor(30)).isEqualTo(2.8125);
        Demand demand = new Direct(Demand.Kind.CONCURRENCY, 100).demand(growth);
        assertThat(demand.today()).isEqualTo(100);
        assertThat(demand.value()).isEqualTo(281.25);
        says("2.25 times the demand in month 24 and 2.8125 times in month 30");
    }

    @Test
    void theLastStepIsTheDemand() {
        for (Demand demand : new Demand[] {
            ENGINEERS.demand(0, new Growth(0.2, 36)), AGENTS.demand(500, Growth.NONE),
            new Direct(Demand.Kind.CONCURRENCY, 7).demand(new Growth(1, 12))
        }) {
            assertThat(demand.steps().get(demand.steps().size() - 1).value()).isEqualTo(demand.value());
        }
    }

    private static void says(String... texts) throws IOException {
        assertThat(Files.readString(Path.of("docs/model/demand.md")).replace('\n', ' ')).contains(texts);
    }
}
