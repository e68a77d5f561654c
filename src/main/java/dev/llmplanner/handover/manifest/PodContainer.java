package dev.llmplanner.handover.manifest;

import static dev.llmplanner.handover.text.Trees.array;
import static dev.llmplanner.handover.text.Trees.object;
import static dev.llmplanner.handover.text.Trees.texts;

import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.handover.Order.Role;
import dev.llmplanner.handover.launch.Launch;
import dev.llmplanner.handover.launch.Setting;
import dev.llmplanner.handover.launch.Setting.Hosts;
import dev.llmplanner.handover.launch.Value;
import dev.llmplanner.handover.text.Decimal;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The container of a pod. What each pod finds out for itself stands as a reference to a variable that LeaderWorkerSet sets;
 * a multiple of its rank is computed by a shell around the command.
 */
final class PodContainer {

    private static final String LEADER = "$(LWS_LEADER_ADDRESS)";
    private static final String RANK = "$(LWS_WORKER_INDEX)";

    /** With its place behind it: the volume of a file of the host. */
    static final String HOST_FILE = "host-file-";

    /** Tries of the first probe: at one in ten seconds, an hour to fetch and load the weights. */
    static final int TRIES = 360;

    private static final int SECONDS_BETWEEN_TRIES = 10;

    private final Containers containers;
    private final boolean serves;

    /** @param serves whether it answers requests; false for all hosts of a replica but the first */
    PodContainer(Containers containers, boolean serves) {
        this.containers = containers;
        this.serves = serves;
    }

    JsonObject build() {
        boolean several = containers.order.hosts() > 1;
        JsonObject.Builder container = object()
                .put("name", "server")
                .put("image", containers.image())
                .put("command", texts(command()))
                .put("env", environment());
        if (serves) {
            container.put("ports", array(object().put("name", "http").put("containerPort", containers.launch.port())
                    .put("protocol", "TCP").build()));
            String health = containers.launch.health();
            container.put("startupProbe", probe(health, TRIES));
            container.put("readinessProbe", probe(health, 3));
            container.put("livenessProbe", probe(health, 6));
        }
        containers.devices.ifPresent(devices -> {
            JsonObject amount = object(devices.resource(), Decimal.whole(containers.order.gpusOnEachHost()));
            container.put("resources", object().put("limits", amount).put("requests", amount).build());
        });
        JsonObject.Builder security = object().put("allowPrivilegeEscalation", false);
        if (several || containers.order.role() != Role.WHOLE) {
            // RDMA pins memory.
            security.put("capabilities", object("add", texts("IPC_LOCK")));
        }
        return container.put("securityContext", security.build()).put("volumeMounts", mounts()).build();
    }

    private List<String> command() {
        List<String> words = new ArrayList<>();
        List<String> computed = new ArrayList<>();
        containers.launch.program().forEach(word -> words.add(literal(word)));
        for (Setting flag : containers.launch.flags()) {
            if (flag.hosts() == Hosts.WORKERS && serves) {
                continue;
            }
            String name = flag.option().name();
            if (flag.value().orElse(null) instanceof Value.Rank rank && rank.factor() > 1) {
                computed.add(name + " \"$$((LWS_WORKER_INDEX * " + Decimal.whole(rank.factor()) + "))\"");
                continue;
            }
            words.add(name);
            flag.value().ifPresent(value -> words.add(word(value)));
        }
        if (computed.isEmpty()) {
            return words;
        }
        List<String> shell = new ArrayList<>(List.of("/bin/sh", "-c",
                "exec \"$@\" " + String.join(" ", computed), "start"));
        shell.addAll(words);
        return shell;
    }

    private static String word(Value value) {
        if (value instanceof Value.Text text) {
            return literal(text.text());
        }
        return value instanceof Value.Leader leader ? LEADER + leader.suffix() : RANK;
    }

    /** A text in which Kubernetes finds no reference. */
    private static String literal(String text) {
        return text.replace("$(", "$$(");
    }

    private Json environment() {
        List<JsonObject> variables = new ArrayList<>();
        for (Setting variable : containers.launch.environment()) {
            if (variable.value().orElse(null) instanceof Value.Own) {
                variables.add(address(variable.option().name()));
                continue;
            }
            variables.add(object().put("name", variable.option().name())
                    .put("value", word(variable.value().orElseThrow())).build());
        }
        if (containers.order.engine() == ServingEngine.MINDIE) {
            for (String address : List.of("MIES_CONTAINER_IP", "MIES_CONTAINER_MANAGEMENT_IP")) {
                variables.add(address(address));
            }
        }
        return array(variables);
    }

    private static JsonObject address(String variable) {
        return object().put("name", variable).put("valueFrom",
                object("fieldRef", object("fieldPath", "status.podIP"))).build();
    }

    static JsonObject probe(String health, int tries) {
        return object()
                .put("httpGet", object().put("path", health).put("port", "http").build())
                .put("periodSeconds", SECONDS_BETWEEN_TRIES)
                .put("timeoutSeconds", 5)
                .put("failureThreshold", tries)
                .build();
    }

    private Json mounts() {
        List<JsonObject> mounts = new ArrayList<>();
        mounts.add(object().put("name", "models").put("mountPath", Launch.MODELS).build());
        mounts.add(object().put("name", "shared-memory").put("mountPath", "/dev/shm").build());
        if (!containers.launch.files().isEmpty()) {
            mounts.add(object().put("name", "settings").put("mountPath", Launch.FILES).put("readOnly", true).build());
        }
        for (int i = 0; i < containers.hostFiles().size(); i++) {
            mounts.add(object().put("name", HOST_FILE + Decimal.whole(i)).put("mountPath", containers.hostFiles().get(i))
                    .put("readOnly", true).build());
        }
        return array(mounts);
    }
}
