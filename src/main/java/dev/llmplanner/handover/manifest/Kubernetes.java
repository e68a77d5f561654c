package dev.llmplanner.handover.manifest;

import static dev.llmplanner.handover.text.Trees.array;
import static dev.llmplanner.handover.text.Trees.object;
import static dev.llmplanner.handover.text.Trees.texts;

import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.Order;
import dev.llmplanner.handover.Order.Role;
import dev.llmplanner.handover.launch.HandoverCatalog;
import dev.llmplanner.handover.launch.Launch;
import dev.llmplanner.handover.text.Decimal;
import dev.llmplanner.handover.text.Slug;
import dev.llmplanner.handover.text.Yaml;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Kubernetes objects of a launch: a Deployment where a replica has one host, a LeaderWorkerSet where it has several, with the
 * volume, the service and what keeps replicas apart.
 */
public final class Kubernetes {

    private static final String FILE = "kubernetes/kubernetes.yaml";

    private final Containers containers;
    private final String name;
    private final String set;
    private final String component;
    private final int replicas;
    private final boolean several;

    public Kubernetes(Launch launch, HandoverCatalog catalog) {
        this.containers = new Containers(launch, catalog);
        this.name = containers.name();
        this.set = set(launch.order());
        this.component = launch.order().role() == Role.WHOLE ? "inference" : launch.order().role().code();
        this.replicas = launch.order().replicas();
        this.several = launch.order().hosts() > 1;
    }

    /**
     * The name of a LeaderWorkerSet, which makes a headless service of that name by which pods find each other: no other
     * service may have it.
     */
    static String set(Order order) {
        String name = Slug.of(order.name(), Slug.of(order.model().id(), "model"));
        return name + "-" + (order.role() == Role.WHOLE ? "hosts" : order.role().code());
    }

    /** What can't be expressed. */
    public List<Finding> problems() {
        return containers.problems();
    }

    /** One file with all objects; none where they can't be expressed. */
    public List<Artifact> files() {
        StringBuilder text = new StringBuilder();
        for (JsonObject document : documents()) {
            text.append(text.length() == 0 ? "" : "---\n").append(Yaml.of(document));
        }
        return text.length() == 0 ? List.of() : List.of(Artifact.of(FILE, text.toString()));
    }

    /** The objects in the order in which they are applied. */
    public List<JsonObject> documents() {
        if (containers.startedFromOutside()) {
            return List.of();
        }
        List<JsonObject> documents = new ArrayList<>();
        documents.add(volume());
        if (!containers.launch.files().isEmpty()) {
            documents.add(settings());
        }
        documents.add(several ? leaderWorkerSet() : deployment());
        documents.add(service());
        documents.add(disruption());
        return documents;
    }

    /** The objects of one kind of worker: a LeaderWorkerSet also where a worker has one host, for its names. */
    List<JsonObject> worker() {
        List<JsonObject> documents = new ArrayList<>();
        if (!containers.launch.files().isEmpty()) {
            documents.add(settings());
        }
        documents.add(leaderWorkerSet());
        documents.add(disruption());
        return documents;
    }

    private JsonObject.Builder head(String version, String kind) {
        return head(version, kind, name, component);
    }

    JsonObject.Builder head(String version, String kind, String object, String part) {
        return object().put("apiVersion", version).put("kind", kind).put("metadata", object()
                .put("name", object)
                .put("labels", labels(part))
                .put("annotations", object("llm-deployment-planner/plan", containers.order.name()))
                .build());
    }

    private JsonObject labels() {
        return labels(component);
    }

    JsonObject labels(String part) {
        return object().put("app.kubernetes.io/name", name).put("app.kubernetes.io/component", part).build();
    }

    private boolean pooled() {
        return containers.order.role() != Role.WHOLE;
    }

    JsonObject volume() {
        boolean shared = replicas > 1 || several || pooled();
        return head("v1", "PersistentVolumeClaim").put("spec", object()
                .put("accessModes", texts(shared ? "ReadWriteMany" : "ReadWriteOnce"))
                .put("resources", object("requests",
                        object("storage", Decimal.whole(containers.weightsGibibytes()) + "Gi")))
                .build()).build();
    }

    private JsonObject settings() {
        JsonObject.Builder data = object();
        containers.launch.files().forEach(file -> data.put(file.path(), file.text().orElseThrow()));
        return head("v1", "ConfigMap", pooled() ? set : name, component).put("data", data.build()).build();
    }

    private JsonObject deployment() {
        return head("apps/v1", "Deployment").put("spec", object()
                .put("replicas", replicas)
                .put("selector", object("matchLabels", labels()))
                .put("strategy", object().put("type", "RollingUpdate").put("rollingUpdate",
                        object().put("maxSurge", 0).put("maxUnavailable", 1).build()).build())
                .put("template", template(true))
                .build()).build();
    }

    private JsonObject leaderWorkerSet() {
        JsonObject.Builder template = object()
                .put("size", containers.order.hosts())
                .put("restartPolicy", "RecreateGroupOnPodRestart");
        if (several) {
            template.put("leaderTemplate", template(true));
        }
        return head("leaderworkerset.x-k8s.io/v1", "LeaderWorkerSet", set, component).put("spec", object()
                .put("replicas", replicas)
                .put("rolloutStrategy", object().put("type", "RollingUpdate").put("rollingUpdateConfiguration",
                        object().put("maxSurge", 0).put("maxUnavailable", 1).build()).build())
                .put("leaderWorkerTemplate", template.put("workerTemplate", template(!several)).build())
                .build()).build();
    }

    private JsonObject template(boolean serves) {
        return object().put("metadata", object("labels", labels())).put("spec", object()
                .put("affinity", object("podAntiAffinity", object("preferredDuringSchedulingIgnoredDuringExecution",
                        array(object().put("weight", 100).put("podAffinityTerm", object()
                                .put("topologyKey", "kubernetes.io/hostname")
                                .put("labelSelector", object("matchLabels", labels()))
                                .build()).build()))))
                .put("terminationGracePeriodSeconds", 120)
                .put("containers", array(new PodContainer(containers, serves).build()))
                .put("volumes", volumes())
                .build()).build();
    }

    private Json volumes() {
        List<JsonObject> volumes = new ArrayList<>();
        volumes.add(object().put("name", "models")
                .put("persistentVolumeClaim", object("claimName", name)).build());
        volumes.add(object().put("name", "shared-memory").put("emptyDir", object("medium", "Memory")).build());
        if (!containers.launch.files().isEmpty()) {
            volumes.add(object().put("name", "settings").put("configMap", object("name", pooled() ? set : name)).build());
        }
        for (int i = 0; i < containers.hostFiles().size(); i++) {
            volumes.add(object().put("name", PodContainer.HOST_FILE + Decimal.whole(i)).put("hostPath",
                    object().put("path", containers.hostFiles().get(i)).put("type", "File").build()).build());
        }
        return array(volumes);
    }

    private JsonObject service() {
        JsonObject selector = several
                ? object().put("leaderworkerset.sigs.k8s.io/name", set)
                        .put("leaderworkerset.sigs.k8s.io/worker-index", "0").build()
                : labels();
        return head("v1", "Service").put("spec", object()
                .put("type", "ClusterIP")
                .put("selector", selector)
                .put("ports", array(object().put("name", "http").put("port", containers.launch.port())
                        .put("targetPort", "http").put("protocol", "TCP").build()))
                .build()).build();
    }

    private JsonObject disruption() {
        return head("policy/v1", "PodDisruptionBudget", pooled() ? set : name, component).put("spec", object()
                .put("maxUnavailable", 1)
                .put("selector", object("matchLabels", labels()))
                .build()).build();
    }
}
