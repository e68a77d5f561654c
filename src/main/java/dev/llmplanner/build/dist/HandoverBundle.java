package dev.llmplanner.build.dist;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.json.JsonObject;
import java.nio.file.Path;

/** {@code handover-catalog} as one tree. */
public final class HandoverBundle {

    private HandoverBundle() {}

    /** Reads the files of all engines, and that of devices. */
    public static JsonObject read(Path root) {
        Path folder = root.resolve("handover-catalog");
        JsonObject.Builder engines = new JsonObject.Builder();
        for (ServingEngine engine : ServingEngine.values()) {
            engines.put(engine.code(), JacksonJson.read(folder.resolve("engines").resolve(engine.code() + ".json")));
        }
        return new JsonObject.Builder()
                .put("engines", engines.build())
                .put("devices", JacksonJson.read(folder.resolve("devices.json")))
                .build();
    }
}
