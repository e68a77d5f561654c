package dev.llmplanner.handover.manifest;

import static dev.llmplanner.handover.text.Trees.array;
import static dev.llmplanner.handover.text.Trees.object;
import static dev.llmplanner.handover.text.Trees.texts;

import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.launch.DeviceAccess;
import dev.llmplanner.handover.launch.HandoverCatalog;
import dev.llmplanner.handover.launch.Launch;
import dev.llmplanner.handover.launch.Setting;
import dev.llmplanner.handover.launch.Setting.Hosts;
import dev.llmplanner.handover.launch.Value;
import dev.llmplanner.handover.text.Decimal;
import dev.llmplanner.handover.text.Yaml;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Docker Compose for one replica. Where it has several hosts, each host starts one of two profiles, {@code leader} or
 * {@code worker}, and is told its rank and the leader's address.
 */
public final class Compose {

    private static final String FILE = "compose/compose.yaml";
    private static final String MODELS = "models";

    private final Containers containers;

    public Compose(Launch launch, HandoverCatalog catalog) {
        this.containers = new Containers(launch, catalog);
    }

    /** One file; none where it can't be expressed. */
    public List<Artifact> files() {
        return containers.startedFromOutside() ? List.of() : List.of(Artifact.of(FILE, Yaml.of(document())));
    }

    /** The whole file. */
    public JsonObject document() {
        JsonObject.Builder services = object();
        services(services);
        return object()
                .put("services", services.build())
                .put("volumes", object(MODELS, object().build()))
                .build();
    }

    /** Adds what one host of each kind starts; workers of separate pools are named by their role. */
    void services(JsonObject.Builder services) {
        String role = containers.order.role().code();
        if (containers.order.hosts() > 1) {
            String prefix = role.isEmpty() ? "" : role + "-";
            services.put(prefix + "leader", service(true, prefix + "leader"));
            services.put(prefix + "worker", service(false, prefix + "worker"));
        } else if (role.isEmpty()) {
            services.put("server", service(true, ""));
        } else {
            services.put(role, service(true, role));
        }
    }

    private JsonObject service(boolean serves, String profile) {
        JsonObject.Builder service = object()
                .put("image", containers.image())
                .put("entrypoint", texts(List.of()))
                .put("command", texts(command(serves)))
                .put("environment", environment());
        if (!profile.isEmpty()) {
            service.put("profiles", texts(profile)).put("network_mode", "host");
        } else {
            String port = Decimal.whole(containers.launch.port());
            service.put("ports", texts(port + ":" + port));
        }
        service.put("volumes", volumes()).put("ipc", "host").put("restart", "unless-stopped");
        containers.devices.ifPresent(devices -> devices(devices, service));
        return service.build();
    }

    private void devices(DeviceAccess devices, JsonObject.Builder service) {
        int count = containers.order.gpusOnEachHost();
        if (devices.driver()) {
            service.put("deploy", object("resources", object("reservations", object("devices", array(object()
                    .put("driver", devices.vendor()).put("count", count).put("capabilities", texts("gpu")).build())))));
            return;
        }
        List<String> files = new ArrayList<>();
        devices.numbered().ifPresent(prefix -> {
            for (int device = 0; device < count; device++) {
                files.add(prefix + Decimal.whole(device));
            }
        });
        files.addAll(devices.files());
        List<String> mapped = new ArrayList<>();
        files.forEach(file -> mapped.add(file + ":" + file));
        service.put("devices", texts(mapped));
    }

    private List<String> command(boolean serves) {
        List<String> words = new ArrayList<>();
        containers.launch.program().forEach(word -> words.add(literal(word)));
        for (Setting flag : containers.launch.flags()) {
            if (flag.hosts() == Hosts.WORKERS && serves) {
                continue;
            }
            words.add(flag.option().name());
            flag.value().ifPresent(value -> words.add(word(value)));
        }
        return words;
    }

    private static String word(Value value) {
        if (value instanceof Value.Text text) {
            return literal(text.text());
        }
        if (value instanceof Value.Own) {
            return "${HOST_ADDRESS:?}";
        }
        if (value instanceof Value.Leader leader) {
            return "${LEADER_ADDRESS:?}" + leader.suffix();
        }
        return ((Value.Rank) value).factor() == 1 ? "${NODE_RANK:?}" : "${FIRST_RANK:?}";
    }

    /** A text in which Compose finds no variable. */
    private static String literal(String text) {
        return text.replace("$", "$$");
    }

    private Json environment() {
        JsonObject.Builder variables = object();
        for (Setting variable : containers.launch.environment()) {
            variables.put(variable.option().name(), word(variable.value().orElseThrow()));
        }
        return variables.build();
    }

    private Json volumes() {
        List<String> volumes = new ArrayList<>();
        volumes.add(MODELS + ":" + Launch.MODELS);
        containers.launch.files().forEach(file ->
                volumes.add("../launch/" + file.path() + ":" + Launch.FILES + "/" + file.path() + ":ro"));
        containers.hostFiles().forEach(file -> volumes.add(file + ":" + file + ":ro"));
        return texts(volumes);
    }
}
