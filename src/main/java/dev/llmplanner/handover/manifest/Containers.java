package dev.llmplanner.handover.manifest;

import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.memory.MemoryPerGpu;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;
import dev.llmplanner.engine.serving.Pools;
import dev.llmplanner.handover.Order;
import dev.llmplanner.handover.Order.Role;
import dev.llmplanner.handover.launch.DeviceAccess;
import dev.llmplanner.handover.launch.HandoverCatalog;
import dev.llmplanner.handover.launch.Launch;
import dev.llmplanner.handover.text.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all containers of a launch have in common. */
final class Containers {

    private static final double GIBI = 1_073_741_824;

    /** Room beside the weights for the tokenizer, the cache of the hub client and a second revision's small files. */
    private static final double ROOM = 1.2;

    private static final double BYTES_OF_AN_UNKNOWN_FORMAT = 2;

    final Launch launch;
    final Order order;
    final Optional<DeviceAccess> devices;

    private final HandoverCatalog catalog;

    Containers(Launch launch, HandoverCatalog catalog) {
        this.launch = launch;
        this.order = launch.order();
        this.catalog = catalog;
        this.devices = catalog.devices(order.vendor());
    }

    /** The name of every object: a DNS label. */
    String name() {
        return Slug.of(order.name(), Slug.of(order.model().id(), "model"));
    }

    /** The engine's image; a name to be replaced where none is published for these devices. */
    String image() {
        return catalog.engine(order.engine()).image(order.vendor())
                .map(image -> image.name() + ":"
                        + order.engineVersion().or(launch::least).map(version -> image.tagPrefix() + version).orElse("latest"))
                .orElse("registry.example/" + order.engine().code() + ":version");
    }

    /** Size of the volume for weights, whole GiB. */
    double weightsGibibytes() {
        Optional<MemoryPerGpu> perGpu = order.role() == Role.PREFILL
                ? order.answer().estimate().pools().map(Pools::prefillMemory) : order.answer().estimate().memory();
        double bytes = perGpu
                .map(memory -> memory.weightsBytes() * order.layout().gpus())
                .orElse(order.model().totalParameters().orElse(0) * BYTES_OF_AN_UNKNOWN_FORMAT);
        return Math.max(1, Math.ceil(bytes * ROOM / GIBI));
    }

    /** Files of the host that a container reads beside its devices. */
    List<String> hostFiles() {
        return order.role() == Role.WHOLE ? List.of() : devices.map(DeviceAccess::settings).orElse(List.of());
    }

    /** What can't be expressed in containers. */
    List<Finding> problems() {
        List<Finding> problems = new ArrayList<>();
        if (catalog.engine(order.engine()).image(order.vendor()).isEmpty()) {
            problems.add(Finding.of(Severity.WARNING, "no-image"));
        } else if (order.engineVersion().isEmpty()) {
            problems.add(Finding.of(Severity.WARNING, "image-not-pinned"));
        }
        if (devices.isEmpty()) {
            problems.add(Finding.of(Severity.WARNING, "no-device-plugin"));
        }
        if (startedFromOutside()) {
            problems.add(Finding.of(Severity.BLOCKING, launch.mpi() ? "no-manifest-mpi" : "no-manifest-rank-table"));
        }
        return problems;
    }

    /** Whether hosts are started by something that containers don't bring along: MPI, or a table of the devices' addresses. */
    boolean startedFromOutside() {
        return order.hosts() > 1 && (launch.mpi() || order.engine() == ServingEngine.MINDIE);
    }
}
