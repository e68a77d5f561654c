package dev.llmplanner.planning;

import static dev.llmplanner.planning.Searches.items;
import static dev.llmplanner.planning.Searches.number;
import static dev.llmplanner.planning.Searches.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a budget for the purchase covers, what it doesn't know, and how a plan's cost is divided. */
class BudgetTest {

    private static JsonObject onDgx(String budget, String prices) {
        return Searches.plans("""
                {'models': ['deepseek-r1'], 'servers': ['nvidia-dgx-h200'], 'demand': {'requestsPerSecond': 80},
                 'workload': {'inputTokens': 4096, 'outputTokens': 512}, 'slo': {'ttftSeconds': 2, 'tpotSeconds': 0.05},
                 'maxGpusPerReplica': 16, 'fabric': 'ib-ndr', 'plant': {'storageBytes': 50e12}, 'budget': {%s}, 'prices': [%s]}"""
                .formatted(budget, prices));
    }

    private static final String RACKS = "{'part': 'rack', 'unit': 'piece', 'typical': 5000, 'currency': 'USD'}";
    private static final String SPARES = "{'part': 'spares', 'unit': 'share', 'typical': 0.1}";

    private static double purchase(JsonObject answer) {
        return number(items(answer, "plans").get(0), "cost.purchase.typical");
    }

    @Test
    void theBudgetIsComparedWithTheWholeBill() {
        JsonObject answer = onDgx("'purchase': {'amount': 1e9, 'currency': 'USD'}", RACKS + "," + SPARES);
        Json plan = items(answer, "plans").get(0);
        Map<String, Double> lines = new TreeMap<>();
        for (Json line : items(plan, "cost.lines")) {
            lines.merge(text(line, "part"), number(line, "amount.typical"), Double::sum);
        }

        assertThat(lines).containsKeys("server", "storage", "rack", "pdu", "spares");
        assertThat(items(plan, "cost.purchase.lacks")).isEmpty();
        double sum = lines.values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(purchase(answer)).isCloseTo(sum, within(1e-6 * sum));
        double compared = items(plan, "margins").stream().filter(margin -> text(margin, "constraint").equals("purchase"))
                .mapToDouble(margin -> number(margin, "value")).findFirst().orElseThrow();
        assertThat(compared).isCloseTo(sum, within(1e-6 * sum));
    }

    @Test
    void anAllowanceInSparesCanBreakTheBudget() {
        double without = purchase(onDgx("", RACKS));
        String budget = "'purchase': {'amount': %s, 'currency': 'USD'}".formatted(without * 1.05);

        assertThat(items(onDgx(budget, RACKS), "plans")).isNotEmpty();
        JsonObject answer = onDgx(budget, RACKS + "," + SPARES);

        assertThat(items(answer, "plans")).isEmpty();
        assertThat(text(items(answer, "rejected").get(0), "constraint")).isEqualTo("purchase");
    }

    @Test
    void withoutAnExchangeRateNoPriceOfTheOtherCurrencyIsJudged() {
        JsonObject answer = onDgx("'purchase': {'amount': 1e9, 'currency': 'CNY'}", "");

        assertThat(items(answer, "plans")).isEmpty();
        assertThat(text(items(answer, "missingFacts").get(0), "field")).isEqualTo("exchange.cnyPerUsd");
    }

    @Test
    void eachMissingFactStandsOnceWithAllPlansThatWaitForIt() {
        JsonObject answer = Searches.plans("""
                {'models': ['deepseek-r1', 'llama-3.3-70b'], 'demand': {'concurrency': 50}, 'slo': {'tpotSeconds': 0.05},
                 'workload': {'inputTokens': 4096, 'outputTokens': 512}, 'limit': 500, 'plant': {'currency': 'CNY'},
                 'budget': {'purchase': {'amount': 2e7, 'currency': 'CNY'}, 'racks': 2}}""");
        Map<String, Integer> waiting = new LinkedHashMap<>();
        for (Json plan : items(answer, "undecided")) {
            items(plan, "facts").stream().map(BudgetTest::kind).distinct().forEach(kind -> waiting.merge(kind, 1, Integer::sum));
        }

        List<Json> facts = items(answer, "missingFacts");
        Map<String, Integer> named = new LinkedHashMap<>();
        facts.forEach(fact -> assertThat(named.put(kind(fact), (int) number(fact, "plans"))).isNull());
        assertThat(named).isEqualTo(waiting).hasSizeGreaterThan(5);
        assertThat(facts).isSortedAccordingTo((a, b) -> (int) (number(b, "plans") - number(a, "plans")));
        assertThat(kind(facts.get(0))).startsWith("exchange-rate-unknown");
        assertThat(number(answer, "counts.undecidedPlans")).isEqualTo(items(answer, "undecided").size());
    }

    @Test
    void plansThatTheLimitLeavesOutAreCountedAmongThoseThatWait() {
        String asked = """
                {'models': ['deepseek-r1'], 'demand': {'concurrency': 50}, 'slo': {'tpotSeconds': 0.05}, 'limit': %d,
                 'budget': {'purchase': {'amount': 2e7, 'currency': 'CNY'}}, 'plant': {'currency': 'CNY'}}""";
        JsonObject few = Searches.plans(asked.formatted(1));
        JsonObject all = Searches.plans(asked.formatted(500));

        assertThat(items(few, "undecided").size()).isLessThan(items(all, "undecided").size());
        assertThat(items(few, "missingFacts")).isEqualTo(items(all, "missingFacts"));
    }

    private static String kind(Json fact) {
        String subject = Searches.has(fact, "subjects") ? text(items(fact, "subjects").get(0), "subject") : text(fact, "subject");
        String part = text(fact, "code").equals("price-unknown") ? subject.substring(0, subject.indexOf(':')) : "";
        return text(fact, "code") + " " + text(fact, "field") + " " + part;
    }

    @Test
    void inputAndOutputTokensTogetherCostTheWhole() {
        for (String modes : List.of("aggregated", "disaggregated")) {
            JsonObject answer = Searches.plans("""
                    {'models': ['deepseek-r1'], 'servers': ['nvidia-dgx-h200'], 'demand': {'requestsPerSecond': 10},
                     'workload': {'inputTokens': 4096, 'outputTokens': 512}, 'slo': {'ttftSeconds': 3, 'tpotSeconds': 0.05},
                     'engines': ['sglang'], 'modes': ['%s']}""".formatted(modes));
            Json plan = items(answer, "plans").get(0);
            double input = number(plan, "cost.perMillionInputTokens.typical");
            double output = number(plan, "cost.perMillionOutputTokensAlone.typical");
            double whole = number(plan, "cost.perMillionOutputTokens.typical");

            assertThat(input * 4096 / 512 + output).isCloseTo(whole, within(1e-9 * whole));
            assertThat(input).isPositive().isLessThan(output);
        }
    }

    @Test
    void inputCarriesTheShareOfTimeThatGpusPrefill() {
        JsonObject one = Searches.plans(light(1));
        JsonObject long8 = Searches.plans(light(8));

        assertThat(share(long8)).isGreaterThan(2 * share(one)).isLessThan(1);
        assertThat(share(one)).isBetween(0.0, 0.5);
    }

    private static String light(int times) {
        return """
                {'models': ['llama-3.3-70b'], 'servers': ['nvidia-dgx-h200'], 'demand': {'requestsPerSecond': 2}, 'engines': ['vllm'],
                 'workload': {'inputTokens': %d, 'outputTokens': 512}, 'slo': {'ttftSeconds': 8, 'tpotSeconds': 0.1}}""".formatted(512 * times);
    }

    private static double share(JsonObject answer) {
        Json plan = items(answer, "plans").get(0);
        return 1 - number(plan, "cost.perMillionOutputTokensAlone.typical") / number(plan, "cost.perMillionOutputTokens.typical");
    }
}
