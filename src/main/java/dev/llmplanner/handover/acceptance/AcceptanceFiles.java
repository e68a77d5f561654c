package dev.llmplanner.handover.acceptance;

import static dev.llmplanner.handover.text.Trees.array;
import static dev.llmplanner.handover.text.Trees.object;
import static dev.llmplanner.handover.text.Trees.texts;

import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.Wording;
import dev.llmplanner.handover.acceptance.AcceptancePlan.Limit;
import dev.llmplanner.handover.launch.EngineOptions;
import dev.llmplanner.handover.launch.HandoverCatalog;
import dev.llmplanner.handover.launch.Launch;
import dev.llmplanner.handover.text.Decimal;
import dev.llmplanner.handover.text.JsonLines;
import dev.llmplanner.handover.text.Shell;
import dev.llmplanner.handover.text.Slug;
import dev.llmplanner.handover.text.Yaml;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The test as files: {@code vllm bench serve}, which any OpenAI-compatible server answers, the limits, a check of the result
 * against them, and a Kubernetes job that does both.
 */
public final class AcceptanceFiles {

    private static final String FOLDER = "acceptance/";
    private static final String MOUNT = "/acceptance";
    private static final String RESULTS = "/results";

    /** Prefixes that prompts share by turns, where the plan counts on cached ones. */
    private static final int PREFIXES = 10;

    private final AcceptancePlan plan;
    private final int port;
    private final EngineOptions benchmark;
    private final Wording words;

    /** @param port of what answers requests */
    public AcceptanceFiles(AcceptancePlan plan, int port, HandoverCatalog catalog, Wording words) {
        this.plan = plan;
        this.port = port;
        this.benchmark = catalog.engine(ServingEngine.VLLM);
        this.words = words;
    }

    /** All files. */
    public List<Artifact> files() {
        return List.of(
                Artifact.of(FOLDER + "run.sh", script()),
                Artifact.of(FOLDER + GuidellmScript.NAME,
                        new GuidellmScript(plan, port, benchmark, words).text(tokenizer(), slug())),
                Artifact.of(FOLDER + "limits.json", JsonLines.of(limits())),
                Artifact.of(FOLDER + "check.py", CheckScript.TEXT),
                Artifact.of(FOLDER + "job.yaml", Yaml.of(files(name())) + "---\n" + Yaml.of(job(name()))));
    }

    private String name() {
        return Slug.of(plan.order().name(), Slug.of(plan.order().model().id(), "model"));
    }

    String script() {
        StringBuilder text = new StringBuilder("#!/usr/bin/env bash\n");
        text.append(Shell.comment(words.say("handover-test.title", Map.of("name", plan.order().name())))).append('\n');
        text.append(Shell.comment(words.say("handover-test.replica"))).append('\n');
        text.append(Shell.comment(words.say("handover-test.read-back"))).append('\n');
        text.append("set -euo pipefail\n\n");
        text.append("here=$(cd \"$(dirname \"$0\")\" && pwd)\n");
        text.append("results=${RESULT_DIR:-\"$here/results\"}\n");
        text.append("mkdir -p \"$results\"\n\n");
        text.append("vllm bench serve \\\n");
        for (String line : lines()) {
            text.append("  ").append(line).append(" \\\n");
        }
        text.append("  ").append(option("--result-dir")).append(" \"$results\" \\\n");
        text.append("  ").append(option("--result-filename")).append(" result.json\n\n");
        text.append("python3 \"$here/check.py\" \"$here/limits.json\" \"$results/result.json\"\n");
        return text.toString();
    }

    private String option(String name) {
        return benchmark.option(name).name();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        boolean chat = plan.order().engine() == ServingEngine.MINDIE;
        add("--backend", chat ? "openai-chat" : "openai", lines);
        lines.add(option("--base-url") + " \"${BASE_URL:-http://127.0.0.1:" + Decimal.whole(port) + "}\"");
        add("--endpoint", chat ? "/v1/chat/completions" : "/v1/completions", lines);
        add("--model", tokenizer(), lines);
        add("--served-model-name", slug(), lines);
        dataset(lines);
        add("--num-prompts", Decimal.whole(plan.prompts()), lines);
        Workload.Load load = plan.order().workload().load();
        if (load instanceof Workload.Concurrency concurrency) {
            add("--max-concurrency", Decimal.whole(Math.ceil(concurrency.requestsCount())), lines);
        } else if (load instanceof Workload.Rate rate) {
            add("--request-rate", Decimal.of(rate.requestsPerSecond(), 6), lines);
            add("--burstiness", "1", lines);
        }
        lines.add(option("--ignore-eos"));
        add("--seed", "1", lines);
        add("--percentile-metrics", "ttft,tpot,itl,e2el", lines);
        add("--metric-percentiles", "50,95,99", lines);
        lines.add(option("--save-result"));
        return lines;
    }

    private String slug() {
        return Slug.of(plan.order().model().id(), "model");
    }

    /** Where the tokenizer is: the repository, or the folder of the weights. */
    private String tokenizer() {
        return plan.order().repository().orElse(Launch.MODELS + "/" + slug());
    }

    private void dataset(List<String> lines) {
        double input = plan.inputTokens();
        String output = Decimal.whole(plan.outputTokens());
        double prefix = plan.prefixTokens();
        if (prefix > 0) {
            add("--dataset-name", "prefix_repetition", lines);
            add("--prefix-repetition-prefix-len", Decimal.whole(prefix), lines);
            add("--prefix-repetition-suffix-len", Decimal.whole(input - prefix), lines);
            add("--prefix-repetition-num-prefixes", Decimal.whole(PREFIXES), lines);
            add("--prefix-repetition-output-len", output, lines);
        } else {
            add("--dataset-name", "random", lines);
            add("--random-input-len", Decimal.whole(input), lines);
            add("--random-output-len", output, lines);
            add("--random-range-ratio", "0", lines);
        }
    }

    private void add(String name, String value, List<String> lines) {
        lines.add(option(name) + " " + Shell.word(value));
    }

    JsonObject limits() {
        List<JsonObject> checks = new ArrayList<>();
        for (Limit limit : plan.limits()) {
            checks.add(object()
                    .put("metric", limit.metric())
                    .put("name", words.say(limit.message()))
                    .put(limit.atMost() ? "atMost" : "atLeast", limit.bound())
                    .put("expected", object().put("low", limit.expected().low()).put("mid", limit.expected().mid())
                            .put("high", limit.expected().high()).build())
                    .build());
        }
        checks.add(object().put("metric", "failed").put("name", words.say("handover-limit.failed"))
                .put("atMost", 0).build());
        return object()
                .put("plan", plan.order().name())
                .put("passed", words.say("handover-limit.passed"))
                .put("missed", words.say("handover-limit.missed"))
                .put("absent", words.say("handover-limit.absent"))
                .put("checks", array(checks))
                .put("request", plan.request())
                .build();
    }

    private JsonObject files(String name) {
        return head("v1", "ConfigMap", name).put("data", object()
                .put("run.sh", script())
                .put("limits.json", JsonLines.of(limits()))
                .put("check.py", CheckScript.TEXT)
                .build()).build();
    }

    private JsonObject job(String name) {
        String url = "http://" + name + ":" + Decimal.whole(port);
        JsonObject container = object()
                .put("name", "benchmark")
                .put("image", benchmark.image("nvidia").orElseThrow().name() + ":v"
                        + benchmark.option("--save-result").foundIn().orElseThrow())
                .put("command", texts("/bin/bash", MOUNT + "/run.sh"))
                .put("env", array(
                        object().put("name", "BASE_URL").put("value", url).build(),
                        object().put("name", "RESULT_DIR").put("value", RESULTS).build(),
                        object().put("name", "HF_HOME").put("value", Launch.MODELS).build()))
                .put("volumeMounts", array(
                        object().put("name", "test").put("mountPath", MOUNT).put("readOnly", true).build(),
                        object().put("name", "models").put("mountPath", Launch.MODELS).build(),
                        object().put("name", "results").put("mountPath", RESULTS).build()))
                .build();
        return head("batch/v1", "Job", name).put("spec", object()
                .put("backoffLimit", 0)
                .put("template", object("spec", object()
                        .put("affinity", besideTheServer(name))
                        .put("restartPolicy", "Never")
                        .put("containers", array(container))
                        .put("volumes", array(
                                object().put("name", "test")
                                        .put("configMap", object("name", name + "-acceptance")).build(),
                                object().put("name", "models")
                                        .put("persistentVolumeClaim", object("claimName", name)).build(),
                                object().put("name", "results").put("emptyDir", object().build()).build()))
                        .build()))
                .build()).build();
    }

    /** A volume that one host alone mounts is reached from that host alone. */
    private static JsonObject besideTheServer(String name) {
        return object("podAffinity", object("requiredDuringSchedulingIgnoredDuringExecution", array(object()
                .put("topologyKey", "kubernetes.io/hostname")
                .put("labelSelector", object("matchLabels", object("app.kubernetes.io/name", name)))
                .build())));
    }

    private static JsonObject.Builder head(String version, String kind, String name) {
        return object().put("apiVersion", version).put("kind", kind)
                .put("metadata", object("name", name + "-acceptance"));
    }
}
