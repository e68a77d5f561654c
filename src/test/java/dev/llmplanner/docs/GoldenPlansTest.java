package dev.llmplanner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.planning.Searches;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Searches whose first plan is computed by hand, step by step. The page docs/model/golden-plans.md is written from them and
 * compared as a whole: {@code mvn test -Dtest=GoldenPlansTest -Dgoldens.update=true} writes it anew, and its diff is the review.
 */
class GoldenPlansTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/plans");
    private static final Path PAGE = Path.of("docs/model/golden-plans.md");
    private static final boolean UPDATE = Boolean.getBoolean("goldens.update");

    @Test
    void everyStepByHandGivesWhatTheSearchGives() throws IOException {
        List<String> wrong = new ArrayList<>();
        StringBuilder page = new StringBuilder(HEAD);
        for (Json golden : ((JsonArray) JacksonJson.parse(Files.readString(GOLDEN.resolve("by-hand/steps.json")))).items()) {
            JsonObject request = (JsonObject) JacksonJson.parse(
                    Files.readString(GOLDEN.resolve(text(golden, "plan") + ".json")));
            JsonObject answer = Searches.answer(request);
            List<Json> plans = ((JsonArray) at(answer, "plans")).items();
            Json root = plans.isEmpty() ? answer : plans.get(0);
            page.append("\n## ").append(text(golden, "title")).append("\n\n```json\n")
                    .append(JacksonJson.compact(request)).append("\n```\n\n");
            page.append(plans.isEmpty() ? "No plan is left.\n" : words((JsonObject) root));
            page.append("\n| step | by hand | gives |\n|---|---|--:|\n");
            for (Json step : ((JsonArray) at(golden, "steps")).items()) {
                page.append(row(text(golden, "plan"), step, root, wrong));
            }
            if (!plans.isEmpty()) {
                page.append(largestLoad(answer, root, text(golden, "plan"), wrong));
            }
        }
        if (UPDATE) {
            Files.writeString(PAGE, page);
        }

        assertThat(wrong).isEmpty();
        assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
    }

    private static final String HEAD = """
            # Golden plans

            Searches whose first plan is computed by hand. `GoldenPlansTest` evaluates every step again, compares it with the search, and writes this page.
            Facts of models and devices stand in the arithmetic as they are in the catalogs; what calibration gives (activations, run time, TTFT, TPOT)
            is taken from the plan. Bytes, seconds and tokens. Weights are within 1.2 %: what the allocator rounds up isn't in the arithmetic. All else is
            exact.
            """;

    private static String row(String plan, Json step, Json root, List<String> wrong) {
        String arithmetic = text(step, "arithmetic");
        Map<String, Double> used = new LinkedHashMap<>();
        double value = Expression.evaluate(arithmetic, name -> {
            double figure = number(root, name);
            used.put(name, figure);
            return figure;
        });
        String path = text(step, "path");
        double within = ((JsonNumber) at(step, "within")).value();
        String found = "";
        if (!path.isEmpty()) {
            double actual = number(root, path);
            if (Math.abs(value - actual) > within * Math.abs(actual) + 1e-9 * Math.abs(actual)) {
                wrong.add(plan + ", " + path + ": " + value + " by hand, " + actual + " in the search");
            }
            found = within > 1e-6 ? "; the plan has " + shown(actual) : "";
        }
        String written = arithmetic;
        List<String> names = new ArrayList<>(used.keySet());
        names.sort((a, b) -> b.length() - a.length());
        for (String name : names) {
            written = written.replace(name, shown(used.get(name)));
        }
        return "| " + text(step, "says") + " | " + written.replace("*", "×").replace("( ", "(").replace(" )", ")")
                + " | " + shown(value) + found + " |\n";
    }

    /** The load within the limits keeps them, and one request more does not. */
    private static String largestLoad(JsonObject answer, Json plan, String name, List<String> wrong) {
        int within = (int) number(plan, "concurrency.withinSlo");
        int held = (int) number(plan, "concurrency.held");
        String percentile = text(answer, "request.slo.percentile");
        if (within == held || !percentile.equals("mean")) {
            return "\nOne replica carries " + within + " requests in flight within the limits; " + text(plan, "concurrency.limit")
                    + " keeps it from one more.\n";
        }
        double limit = number(answer, "request.slo.tpotSeconds");
        double at = tpot(plan, within);
        double beyond = tpot(plan, within + 1);
        if (text(plan, "concurrency.limit").equals("tpot") && !(at <= limit * (1 + 1e-9) && beyond > limit)) {
            wrong.add(name + ": TPOT " + at + " at " + within + ", " + beyond + " at one more");
        }
        return "\nOne replica carries " + within + " requests in flight within the limits: TPOT is " + shown(at) + " s there and "
                + shown(beyond) + " s with one more.\n";
    }

    private static double tpot(Json plan, int concurrency) {
        Map<String, Json> request = new LinkedHashMap<>(((JsonObject) at(plan, "request")).members());
        Map<String, Json> workload = new LinkedHashMap<>(((JsonObject) request.get("workload")).members());
        workload.remove("requestsPerSecond");
        workload.put("concurrency", new JsonNumber(concurrency));
        request.put("workload", new JsonObject(workload));
        return number(TestCatalog.planner().estimate(new JsonObject(request)), "latency.tpotSeconds.mid");
    }

    private static String words(JsonObject plan) {
        String layout = "TP" + whole(plan, "request.layout.tensorParallel") + " PP" + whole(plan, "request.layout.pipelineParallel")
                + " EP" + whole(plan, "request.layout.expertParallel") + " attention DP"
                + whole(plan, "request.layout.attentionDataParallel");
        return "First plan: " + whole(plan, "replicas") + " × " + layout + " on " + whole(plan, "servers") + " × "
                + plan.get("server").map(server -> "`" + ((JsonString) server).value() + "`")
                        .orElse("a node of `" + text(plan, "accelerator") + "`")
                + ".\n";
    }

    private static String whole(Json root, String path) {
        return Integer.toString((int) number(root, path));
    }

    /** Six digits, or all of a whole number. */
    private static String shown(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%,.6g", value);
    }

    private static Json at(Json root, String path) {
        Json value = root;
        for (String name : path.split("\\.")) {
            value = value instanceof JsonArray array
                    ? array.items().get(Integer.parseInt(name))
                    : ((JsonObject) value).get(name).orElseThrow(() -> new AssertionError("no " + name + " of " + path));
        }
        return value;
    }

    private static double number(Json root, String path) {
        return ((JsonNumber) at(root, path)).value();
    }

    private static String text(Json root, String path) {
        return ((JsonString) at(root, path)).value();
    }
}
