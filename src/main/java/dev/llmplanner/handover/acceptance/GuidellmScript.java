package dev.llmplanner.handover.acceptance;

import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.handover.Wording;
import dev.llmplanner.handover.launch.EngineOptions;
import dev.llmplanner.handover.text.Decimal;
import dev.llmplanner.handover.text.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same load by GuideLLM, for those who measure with it: the same limits, another tool's result. */
final class GuidellmScript {

    static final String NAME = "guidellm.sh";

    private final AcceptancePlan plan;
    private final int port;
    private final EngineOptions options;
    private final Wording words;

    GuidellmScript(AcceptancePlan plan, int port, EngineOptions options, Wording words) {
        this.plan = plan;
        this.port = port;
        this.options = options;
        this.words = words;
    }

    String text(String tokenizer, String model) {
        StringBuilder text = new StringBuilder("#!/usr/bin/env bash\n");
        text.append(Shell.comment(words.say("handover-test.title", Map.of("name", plan.order().name())))).append('\n');
        text.append(Shell.comment(words.say("handover-test.guidellm", Map.of("version", version())))).append('\n');
        text.append("set -euo pipefail\n\n");
        text.append("here=$(cd \"$(dirname \"$0\")\" && pwd)\n");
        text.append("results=${RESULT_DIR:-\"$here/results\"}\n");
        text.append("mkdir -p \"$results\"\n\n");
        text.append("guidellm benchmark run \\\n");
        text.append("  ").append(option("--target")).append(" \"${BASE_URL:-http://127.0.0.1:").append(Decimal.whole(port))
                .append("}\" \\\n");
        for (String line : lines(tokenizer, model)) {
            text.append("  ").append(line).append(" \\\n");
        }
        text.append("  ").append(option("--output-path")).append(" \"$results/guidellm.json\"\n\n");
        text.append("python3 \"$here/check.py\" \"$here/limits.json\" \"$results/guidellm.json\"\n");
        return text.toString();
    }

    /** Later versions take other options. */
    private String version() {
        return options.option("--rate-type").foundIn().orElseThrow();
    }

    private List<String> lines(String tokenizer, String model) {
        List<String> lines = new ArrayList<>();
        add("--model", model, lines);
        add("--processor", tokenizer, lines);
        add("--data", data(), lines);
        boolean rate = plan.order().workload().load() instanceof Workload.Rate;
        add("--rate-type", rate ? "poisson" : "concurrent", lines);
        add("--rate", plan.order().workload().load() instanceof Workload.Rate known
                ? Decimal.of(known.requestsPerSecond(), 6)
                : Decimal.whole(Math.ceil(((Workload.Concurrency) plan.order().workload().load()).requestsCount())), lines);
        add("--max-requests", Decimal.whole(plan.prompts()), lines);
        add("--random-seed", "1", lines);
        lines.add(option("--disable-progress"));
        return lines;
    }

    /** Synthetic prompts; what the plan takes from the cache is a prefix that all share. */
    private String data() {
        double input = plan.inputTokens();
        double prefix = plan.prefixTokens();
        return (prefix > 0 ? "prefix_tokens=" + Decimal.whole(prefix) + "," : "")
                + "prompt_tokens=" + Decimal.whole(input - prefix)
                + ",output_tokens=" + Decimal.whole(plan.outputTokens())
                + ",samples=" + Decimal.whole(plan.prompts());
    }

    private void add(String name, String value, List<String> lines) {
        lines.add(option(name) + " " + Shell.word(value));
    }

    private String option(String name) {
        return options.option(name).name();
    }
}
