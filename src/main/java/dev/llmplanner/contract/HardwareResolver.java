package dev.llmplanner.contract;

import static dev.llmplanner.contract.RequestReader.integer;
import static dev.llmplanner.contract.RequestReader.shaped;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.Catalog;
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
    private final Optional<InlineHardware> records;

    /**
     * @param records reads records in the place of ids; absent where requests hold none
     */
    HardwareResolver(Catalog catalog, Optional<InlineHardware> records) {
        this.catalog = catalog;
        this.records = records;
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
                    inline ? records.orElseThrow().accelerator(named) : accelerator(named),
                    inline, Optional.empty(), 1, fabric);
        }
        if (server.get().value() instanceof JsonObject) {
            return ofRecord(server.get(), nodes, fabric);
        }
        ServerEntry entry = server(shaped(() -> server.get().string()));
        AcceleratorEntry devices = catalog.accelerator(entry.acceleratorId())
                .orElseThrow(() -> new IllegalStateException(
                        "server " + entry.id() + " names accelerator " + entry.acceleratorId()));
        return new Hardware(devices, false, Optional.of(entry), nodes, fabric);
    }

    private Hardware ofRecord(JsonCursor server, int nodes, Optional<FabricEntry> fabric) {
        ServerEntry entry = records.orElseThrow().server(server);
        JsonCursor device = server.at("accelerator");
        boolean inline = device.value() instanceof JsonObject;
        return new Hardware(inline ? records.orElseThrow().accelerator(device) : accelerator(device),
                inline, Optional.of(entry), nodes, fabric);
    }

    private AcceleratorEntry accelerator(JsonCursor named) {
        if (!(named.value() instanceof JsonString)) {
            throw new RequestException("wrong-type", named.path(), List.of("a catalog id", "an inline record"),
                    named.path() + " is neither a text nor an object; write a catalog id or an inline record");
        }
        String id = named.string();
        return catalog.accelerator(id).orElseThrow(() -> unknown("accelerator", named.path(), id,
                catalog.acceleratorIds()));
    }

    private ServerEntry server(String id) {
        return catalog.server(id).orElseThrow(() ->
                unknown("server", "server", id, catalog.serverIds()));
    }

    private FabricEntry fabric(String id) {
        return catalog.fabric(id).orElseThrow(() ->
                unknown("fabric", "fabric", id, catalog.fabricIds()));
    }

    private static RequestException unknown(String kind, String path, String id, List<String> ids) {
        List<String> near = Nearest.to(id, ids);
        return new RequestException("unknown-" + kind, path, near,
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
