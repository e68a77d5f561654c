package dev.llmplanner.handover.manifest;

import static dev.llmplanner.handover.text.Trees.array;
import static dev.llmplanner.handover.text.Trees.object;
import static dev.llmplanner.handover.text.Trees.texts;

import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.Order;
import dev.llmplanner.handover.launch.HandoverCatalog;
import dev.llmplanner.handover.launch.Launch;
import dev.llmplanner.handover.launch.RouterScript;
import dev.llmplanner.handover.text.Decimal;
import dev.llmplanner.handover.text.Yaml;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Separate pools in Kubernetes and in Compose: the workers of both kinds, and the router before them. A LeaderWorkerSet gives
 * every worker a name, by which the router reaches it.
 */
public final class PoolManifests {

    private static final String KUBERNETES = "kubernetes/kubernetes.yaml";
    private static final String COMPOSE = "compose/compose.yaml";
    private static final String ROUTER = "router";

    private final Order order;
    private final List<Launch> launches;
    private final HandoverCatalog catalog;
    private final String script;
    private final Containers whole;

    /**
     * @param launches of prefill and of decode
     * @param script   the router's
     */
    public PoolManifests(Order order, List<Launch> launches, HandoverCatalog catalog, String script) {
        this.order = order;
        this.launches = launches;
        this.catalog = catalog;
        this.script = script;
        this.whole = new Containers(launches.get(0), catalog);
    }

    /** Both files; none where workers can't be started by them. */
    public List<Artifact> files() {
        boolean outside = launches.stream().anyMatch(launch -> new Containers(launch, catalog).startedFromOutside());
        if (outside || order.engine() == ServingEngine.MINDIE) {
            return List.of();
        }
        StringBuilder text = new StringBuilder();
        for (JsonObject document : documents()) {
            text.append(text.length() == 0 ? "" : "---\n").append(Yaml.of(document));
        }
        return List.of(Artifact.of(KUBERNETES, text.toString()), Artifact.of(COMPOSE, Yaml.of(compose())));
    }

    private List<JsonObject> documents() {
        List<JsonObject> documents = new ArrayList<>();
        documents.add(new Kubernetes(launches.get(0), catalog).volume());
        launches.forEach(launch -> documents.addAll(new Kubernetes(launch, catalog).worker()));
        Kubernetes router = new Kubernetes(launches.get(0), catalog);
        documents.add(router.head("v1", "ConfigMap", name() + "-" + ROUTER, ROUTER)
                .put("data", object(RouterScript.FILE, script)).build());
        documents.add(router.head("apps/v1", "Deployment", name() + "-" + ROUTER, ROUTER).put("spec", object()
                .put("replicas", 1)
                .put("selector", object("matchLabels", router.labels(ROUTER)))
                .put("template", object().put("metadata", object("labels", router.labels(ROUTER))).put("spec", object()
                        .put("containers", array(container()))
                        .put("volumes", array(object().put("name", ROUTER)
                                .put("configMap", object("name", name() + "-" + ROUTER)).build()))
                        .build()).build())
                .build()).build());
        documents.add(router.head("v1", "Service", name(), ROUTER).put("spec", object()
                .put("type", "ClusterIP")
                .put("selector", router.labels(ROUTER))
                .put("ports", array(object().put("name", "http").put("port", RouterScript.PORT)
                        .put("targetPort", "http").put("protocol", "TCP").build()))
                .build()).build());
        return documents;
    }

    private String name() {
        return whole.name();
    }

    private JsonObject container() {
        return object()
                .put("name", ROUTER)
                .put("image", whole.image())
                .put("command", texts("/bin/bash", Launch.FILES + "/" + RouterScript.FILE))
                .put("env", array(
                        object().put("name", RouterScript.PREFILL).put("value", addresses(launches.get(0))).build(),
                        object().put("name", RouterScript.DECODE).put("value", addresses(launches.get(1))).build()))
                .put("ports", array(object().put("name", "http").put("containerPort", RouterScript.PORT)
                        .put("protocol", "TCP").build()))
                .put("startupProbe", PodContainer.probe(RouterScript.health(order), PodContainer.TRIES))
                .put("readinessProbe", PodContainer.probe(RouterScript.health(order), 3))
                .put("securityContext", object().put("allowPrivilegeEscalation", false).build())
                .put("volumeMounts", array(object().put("name", ROUTER).put("mountPath", Launch.FILES)
                        .put("readOnly", true).build()))
                .build();
    }

    /** Of the first host of each worker, as LeaderWorkerSet names them. */
    private static String addresses(Launch launch) {
        String set = Kubernetes.set(launch.order());
        StringBuilder all = new StringBuilder();
        for (int worker = 0; worker < launch.order().replicas(); worker++) {
            all.append(worker == 0 ? "" : " ").append(set).append('-').append(Decimal.whole(worker)).append('.').append(set)
                    .append(':').append(Decimal.whole(launch.port()));
        }
        return all.toString();
    }

    /** Each host starts the profile of what runs there. */
    private JsonObject compose() {
        JsonObject.Builder services = object();
        launches.forEach(launch -> new Compose(launch, catalog).services(services));
        services.put(ROUTER, object()
                .put("image", whole.image())
                .put("entrypoint", texts(List.of()))
                .put("command", texts("/bin/bash", Launch.FILES + "/" + RouterScript.FILE))
                .put("environment", object().put(RouterScript.PREFILL, "${" + RouterScript.PREFILL + ":?}")
                        .put(RouterScript.DECODE, "${" + RouterScript.DECODE + ":?}").build())
                .put("profiles", texts(ROUTER))
                .put("network_mode", "host")
                .put("volumes", texts("../launch/" + RouterScript.FILE + ":" + Launch.FILES + "/" + RouterScript.FILE + ":ro"))
                .put("restart", "unless-stopped")
                .build());
        return object().put("services", services.build()).put("volumes", object("models", object().build())).build();
    }
}
