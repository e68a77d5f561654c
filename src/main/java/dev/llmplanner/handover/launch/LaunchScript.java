package dev.llmplanner.handover.launch;

import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.Wording;
import dev.llmplanner.handover.launch.Setting.Hosts;
import dev.llmplanner.handover.text.Decimal;
import dev.llmplanner.handover.text.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The launch as shell scripts and files, for hosts without an orchestrator. */
public final class LaunchScript {

    private static final String FOLDER = "launch/";

    private final Launch launch;
    private final Wording words;

    public LaunchScript(Launch launch, Wording words) {
        this.launch = launch;
        this.words = words;
    }

    /** The script and the files that the engine reads. */
    public List<Artifact> files() {
        List<Artifact> files = new ArrayList<>();
        String role = launch.order().role().code();
        files.add(Artifact.of(FOLDER + (role.isEmpty() ? "launch" : role) + ".sh", script()));
        launch.files().forEach(file -> files.add(Artifact.of(FOLDER + file.path(), file.text().orElseThrow())));
        return files;
    }

    /** The script that starts one host of a replica. */
    public String script() {
        StringBuilder text = new StringBuilder("#!/usr/bin/env bash\n");
        String role = launch.order().role().code();
        comment(role.isEmpty() ? "handover-script.title" : "handover-script." + role, Map.of("name", launch.order().name()),
                text);
        boolean several = launch.order().hosts() > 1;
        if (several) {
            comment(launch.mpi() ? "handover-script.mpi" : "handover-script.hosts",
                    Map.of("hosts", (double) launch.order().hosts()), text);
        }
        if (!launch.files().isEmpty()) {
            comment("handover-script.files", Map.of("folder", Launch.FILES), text);
        }
        boolean own = launch.environment().stream().anyMatch(variable ->
                variable.value().orElse(null) instanceof Value.Own);
        if (own) {
            comment("handover-script.own-address", Map.of(), text);
        }
        text.append("set -euo pipefail\n\n");
        if (several && !launch.mpi()) {
            text.append(": \"${NODE_RANK:?}\" \"${LEADER_ADDRESS:?}\"\n");
        }
        if (own) {
            text.append(": \"${HOST_ADDRESS:?}\"\n");
        }
        for (Setting variable : launch.environment()) {
            text.append("export ").append(variable.option().name()).append('=')
                    .append(variable.value().map(LaunchScript::expression).orElse("")).append('\n');
        }
        text.append("\nargs=(\n");
        flags(Hosts.ALL, "  ", text);
        text.append(")\n");
        if (launch.flags().stream().anyMatch(flag -> flag.hosts() == Hosts.WORKERS)) {
            text.append("if [ \"$NODE_RANK\" -ne 0 ]; then\n  args+=(\n");
            flags(Hosts.WORKERS, "    ", text);
            text.append("  )\nfi\n");
        }
        text.append("\nexec ");
        if (launch.mpi()) {
            text.append("mpirun -np ").append(Decimal.whole(launch.order().layout().gpus()))
                    .append(" --hostfile \"${HOSTFILE:?}\" trtllm-llmapi-launch ");
        }
        launch.program().forEach(word -> text.append(Shell.word(word)).append(' '));
        return text.append("\"${args[@]}\"\n").toString();
    }

    private void flags(Hosts hosts, String indent, StringBuilder text) {
        for (Setting flag : launch.flags()) {
            if (flag.hosts() == hosts) {
                text.append(indent).append(flag.option().name());
                flag.value().ifPresent(value -> text.append(' ').append(expression(value)));
                text.append('\n');
            }
        }
    }

    private void comment(String key, Map<String, Object> arguments, StringBuilder text) {
        text.append(Shell.comment(words.say(key, arguments))).append('\n');
    }

    private static String expression(Value value) {
        if (value instanceof Value.Text text) {
            return Shell.word(text.text());
        }
        if (value instanceof Value.Own) {
            return "\"$HOST_ADDRESS\"";
        }
        if (value instanceof Value.Leader leader) {
            return "\"${LEADER_ADDRESS}" + leader.suffix() + "\"";
        }
        int factor = ((Value.Rank) value).factor();
        return factor == 1 ? "\"$NODE_RANK\"" : "\"$((NODE_RANK * " + Decimal.whole(factor) + "))\"";
    }
}
