package dev.llmplanner.handover.launch;

import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.Order;
import dev.llmplanner.handover.Wording;
import dev.llmplanner.handover.text.Decimal;
import dev.llmplanner.handover.text.Shell;
import java.util.List;
import java.util.Map;

/**
 * What stands before separate pools: it gives each prompt to a prefill worker and lets a decode worker answer. The same script
 * serves on a host, in Compose and in Kubernetes; workers come in by two variables.
 */
public final class RouterScript {

    /** The port that serves. */
    public static final int PORT = 8000;

    /** Addresses of prefill workers with their ports, apart by spaces. */
    public static final String PREFILL = "PREFILL_WORKERS";

    /** Addresses of decode workers with their ports, apart by spaces. */
    public static final String DECODE = "DECODE_WORKERS";

    public static final String FILE = "router.sh";

    private static final String FOLDER = "launch/";

    /** In the image of vLLM Ascend. */
    private static final String ASCEND_PROXY =
            "/vllm-workspace/vllm-ascend/examples/disaggregated_prefill_v1/load_balance_proxy_server_example.py";

    /** As long as the first probe of a worker waits. */
    private static final String SECONDS_TO_START = "3600";

    private final Order order;
    private final EngineOptions options;
    private final Wording words;

    public RouterScript(Order order, HandoverCatalog catalog, Wording words) {
        this.order = order;
        this.options = catalog.engine(order.engine());
        this.words = words;
    }

    /** The script as a file; none where no router is known. */
    public List<Artifact> files() {
        return order.engine() == ServingEngine.MINDIE ? List.of() : List.of(Artifact.of(FOLDER + FILE, script()));
    }

    /** The script. */
    public String script() {
        StringBuilder text = new StringBuilder("#!/usr/bin/env bash\n");
        text.append(Shell.comment(words.say("handover-script.router", Map.of("name", order.name())))).append('\n');
        text.append(Shell.comment(words.say("handover-script.workers", Map.of("prefill", PREFILL, "decode", DECODE))))
                .append('\n');
        text.append("set -euo pipefail\n\n: \"${").append(PREFILL).append(":?}\" \"${").append(DECODE).append(":?}\"\n\n");
        switch (order.engine()) {
            case VLLM -> {
                if (order.vendor().equals("huawei")) {
                    ascend(text);
                    break;
                }
                router(new Package("--vllm-pd-disaggregation", "", "vllm-router", "command -v vllm-router > /dev/null",
                        "vllm-router"), text);
            }
            case SGLANG -> router(new Package("--pd-disaggregation", " " + PoolLaunch.BOOTSTRAP_PORT,
                    "python3 -m sglang_router.launch_router", "python3 -c 'import sglang_router' 2> /dev/null",
                    "sglang-router"), text);
            case TENSORRT_LLM -> orchestrator(text);
            case MINDIE -> throw new IllegalStateException("no router of MindIE is known");
        }
        return text.toString();
    }

    /**
     * A router that is a package of its own.
     *
     * @param separate its flag for separate pools
     * @param after    what follows a prefill worker's address
     * @param program  that starts it
     * @param installed a command that succeeds where it is there
     * @param name     in the package index
     */
    private record Package(String separate, String after, String program, String installed, String name) {}

    private void router(Package router, StringBuilder text) {
        text.append("args=(\n  ").append(option("--host")).append(" 0.0.0.0\n  ")
                .append(option("--port")).append(' ').append(Decimal.whole(PORT)).append("\n  ")
                .append(option(router.separate())).append("\n  ")
                .append(option("--worker-startup-timeout-secs")).append(' ').append(SECONDS_TO_START).append("\n)\n");
        workers(PREFILL, option("--prefill"), router.after(), text);
        workers(DECODE, option("--decode"), "", text);
        text.append('\n').append(router.installed()).append(" || python3 -m pip install ").append(router.name())
                .append("==").append(options.option(router.separate()).foundIn().orElseThrow()).append('\n')
                .append("exec ").append(router.program()).append(" \"${args[@]}\"\n");
    }

    /** The proxy of vLLM Ascend's own examples, which takes hosts and ports apart. */
    private void ascend(StringBuilder text) {
        text.append("args=(").append(option("--host")).append(" 0.0.0.0 ").append(option("--port")).append(' ')
                .append(Decimal.whole(PORT)).append(")\n");
        apart(PREFILL, option("--prefiller-hosts"), option("--prefiller-ports"), text);
        apart(DECODE, option("--decoder-hosts"), option("--decoder-ports"), text);
        text.append("\nexec python3 ").append(ASCEND_PROXY).append(" \"${args[@]}\"\n");
    }

    private static void apart(String variable, String hosts, String ports, StringBuilder text) {
        text.append("args+=(").append(hosts).append(")\nfor worker in $").append(variable)
                .append("; do args+=(\"${worker%:*}\"); done\nargs+=(").append(ports).append(")\nfor worker in $").append(variable)
                .append("; do args+=(\"${worker##*:}\"); done\n");
    }

    /** Where the router answers whether it is there. */
    public static String health(Order order) {
        return order.engine() == ServingEngine.VLLM && order.vendor().equals("huawei") ? "/healthcheck" : "/health";
    }

    private static void workers(String variable, String option, String after, StringBuilder text) {
        text.append("for worker in $").append(variable).append("; do\n  args+=(").append(option)
                .append(" \"http://$worker\"").append(after).append(")\ndone\n");
    }

    private void orchestrator(StringBuilder text) {
        text.append("urls() {\n  for worker in $1; do printf '      - \"%s\"\\n' \"$worker\"; done\n}\nconfig=$(mktemp)\n{\n")
                .append("  printf 'hostname: 0.0.0.0\\nport: ").append(Decimal.whole(PORT)).append("\\nbackend: pytorch\\n'\n");
        pool("context_servers", PREFILL, text);
        pool("generation_servers", DECODE, text);
        text.append("} > \"$config\"\n\nexec trtllm-serve disaggregated ").append(option("-c")).append(" \"$config\" ")
                .append(option("--server_start_timeout")).append(' ').append(SECONDS_TO_START).append('\n');
    }

    private void pool(String name, String variable, StringBuilder text) {
        text.append("  printf '").append(option(name)).append(":\\n  num_instances: %s\\n  urls:\\n' \"$(wc -w <<< \"$")
                .append(variable).append("\")\"\n  urls \"$").append(variable).append("\"\n");
    }

    private String option(String name) {
        return options.option(name).name();
    }
}
