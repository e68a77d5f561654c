package dev.llmplanner.handover.launch;

import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything that {@code handover-catalog} holds. */
public final class HandoverCatalog {

    private final Map<String, EngineOptions> engines = new LinkedHashMap<>();
    private final Map<String, DeviceAccess> devices = new LinkedHashMap<>();

    private HandoverCatalog() {}

    /**
     * Reads the bundle.
     *
     * @param bundle {@code engines}: files by engine; {@code devices}: the file of devices
     */
    public static HandoverCatalog read(JsonObject bundle) {
        HandoverCatalog catalog = new HandoverCatalog();
        JsonCursor root = JsonCursor.of(bundle);
        JsonCursor engines = root.at("engines");
        engines.names().forEach(name -> catalog.engines.put(name, EngineOptions.read(engines.at(name))));
        root.at("devices").items("vendors").forEach(vendor ->
                catalog.devices.put(vendor.string("vendor"), DeviceAccess.read(vendor)));
        return catalog;
    }

    /** What is known of that engine. */
    public EngineOptions engine(ServingEngine engine) {
        return engines.get(engine.code());
    }

    /** How containers get devices of that vendor, where it is known. */
    public Optional<DeviceAccess> devices(String vendor) {
        return Optional.ofNullable(devices.get(vendor));
    }
}
