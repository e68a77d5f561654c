package dev.llmplanner.contract;

import static dev.llmplanner.contract.RequestReader.integer;
import static dev.llmplanner.contract.RequestReader.shaped;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.AcceleratorReader;
import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.Constants;
import dev.llmplanner.catalog.FabricEntry;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.engine.hardware.CalibrationClass;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.List;
import java.util.Optional;

/** Finds the devices that a request names. */
final class HardwareResolver {

    /** Below this, engines start with smaller batches. */
    private static final double SMALL_DEVICE_BYTES = 70.0 * 1_073_741_824;

    private final Catalog catalog;
    private final AcceleratorReader inlineReader;

    HardwareResolver(Catalog catalog, Constants constants) {
        this.catalog = catalog;
        this.inlineReader = new AcceleratorReader(constants.marketingShareFraction());
    }

    Hardware resolve(JsonCursor root) {
        Optional<JsonCursor> accelerator = shaped(() -> root.find("accelerator"));
        Optional<JsonCursor> server = shaped(() -> root.find("server"));
        if (accelerator.isPresent() == server.isPresent()) {
            throw new RequestException("one-of-two", accelerator.isPresent() ? "server" : "accelerator",
                    List.of("accelerator", "server"),
                    accelerator.isPresent()
                            ? "both accelerator and server are given; write one of them"
                            : "neither accelerator nor server is given; write one of them");
        }
        Optional<FabricEntry> fabric = shaped(() -> root.findString("fabric")).map(this::fabric);
        int nodes = integer(root, "nodes", 1, 512, "a whole number from 1 to 512").orElse(1);
        if (accelerator.isPresent()) {
            if (shaped(() -> root.find("nodes")).isPresent()) {
                throw new RequestException("nodes-without-server", "nodes", List.of(),
                        "nodes counts servers; name a server, or leave nodes out");
            }
            JsonCursor named = accelerator.get();
            boolean inline = named.value() instanceof JsonObject;
            return new Hardware(
                    inline ? own(named) : accelerator(named),
                    inline, Optional.empty(), 1, fabric);
        }
        ServerEntry entry = server(shaped(() -> server.get().string()));
        AcceleratorEntry devices = catalog.accelerator(entry.acceleratorId())
                .orElseThrow(() -> new IllegalStateException(
                        "server " + entry.id() + " names accelerator " + entry.acceleratorId()));
        return new Hardware(devices, false, Optional.of(entry), nodes, fabric);
    }

    private AcceleratorEntry own(JsonCursor record) {
        InlineAccelerator.check(record);
        return shaped(() -> inlineReader.read("own", record));
    }

    private AcceleratorEntry accelerator(JsonCursor named) {
        if (!(named.value() instanceof JsonString)) {
            throw new RequestException("wrong-type", "accelerator", List.of("a catalog id", "an inline record"),
                    "accelerator is neither a text nor an object; write a catalog id or an inline record");
        }
        String id = named.string();
        return catalog.accelerator(id).orElseThrow(() -> unknown("accelerator", id,
                catalog.accelerators().stream().map(AcceleratorEntry::id).toList()));
    }

    private ServerEntry server(String id) {
        return catalog.server(id).orElseThrow(() ->
                unknown("server", id, catalog.servers().stream().map(ServerEntry::id).toList()));
    }

    private FabricEntry fabric(String id) {
        return catalog.fabric(id).orElseThrow(() ->
                unknown("fabric", id, catalog.fabrics().stream().map(FabricEntry::id).toList()));
    }

    private static RequestException unknown(String kind, String id, List<String> ids) {
        List<String> near = Nearest.to(id, ids);
        return new RequestException("unknown-" + kind, kind, near,
                kind + " \"" + id + "\" is not in the catalog; did you mean " + RequestReader.join(near) + "?");
    }

    /** Whether engines start with their smaller defaults. */
    static boolean isSmall(Hardware hardware) {
        boolean small = hardware.accelerator().accelerator().memory()
                .map(DeviceMemory::capacityBytes)
                .map(bytes -> bytes < SMALL_DEVICE_BYTES)
                .orElse(false);
        return small || hardware.accelerator().accelerator().calibration() == CalibrationClass.AMPERE;
    }
}
