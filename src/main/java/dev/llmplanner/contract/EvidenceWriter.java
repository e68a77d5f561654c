package dev.llmplanner.contract;

import dev.llmplanner.catalog.MeasuredRows;
import dev.llmplanner.engine.evidence.Measurement;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Writes measurements beside an estimate by {@code docs/contract/result.schema.json}. */
final class EvidenceWriter {

    private EvidenceWriter() {}

    static JsonArray write(List<EvidenceFinder.Found> near, MeasuredRows rows) {
        List<Json> all = new ArrayList<>();
        for (EvidenceFinder.Found found : near) {
            JsonObject.Builder one = new JsonObject.Builder()
                    .put("measurement", measurement(found.row().measurement(), found.row().request(), rows))
                    .put("distance", found.distance());
            found.estimated().ifPresent(speed -> one.put("estimated", estimated(speed)));
            all.add(one.build());
        }
        return new JsonArray(all);
    }

    private static JsonObject measurement(Measurement measured, JsonObject request, MeasuredRows rows) {
        JsonObject.Builder all = new JsonObject.Builder().put("id", measured.id()).put("request", request);
        measured.engineVersion().ifPresent(version -> all.put("engineVersion", version));
        measured.ttftSeconds().ifPresent(value -> all.put("ttftSeconds", value));
        measured.tpotSeconds().ifPresent(value -> all.put("tpotSeconds", value));
        measured.outputTokensPerSecondPerGpu().ifPresent(value -> all.put("outputTokensPerSecondPerGpu", value));
        measured.date().ifPresent(date -> all.put("date", date));
        return all.put("source", rows.sources().get(measured.source())).build();
    }

    private static JsonObject estimated(Speed speed) {
        return new JsonObject.Builder()
                .put("ttftSeconds", ResultWriter.band(speed.ttftSeconds()))
                .put("tpotSeconds", ResultWriter.band(speed.tpotSeconds()))
                .put("outputTokensPerSecondPerGpu", ResultWriter.band(speed.outputTokensPerSecondPerGpu()))
                .build();
    }
}
