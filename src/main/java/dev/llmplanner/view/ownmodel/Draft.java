package dev.llmplanner.view.ownmodel;

import dev.llmplanner.checkpoint.CheckpointFiles;
import dev.llmplanner.checkpoint.Imported;
import dev.llmplanner.checkpoint.OwnModelFile;
import dev.llmplanner.checkpoint.Reading;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The model that was read last.
 *
 * @param files what it was read from; empty where a model file has no configuration
 * @param model empty before anything was read
 * @param name  as the reader typed it
 * @param id    among the reader's records; blank until it is used
 */
record Draft(CheckpointFiles files, Optional<Imported> model, String name, String id) {

    static final Draft EMPTY = new Draft(
            new CheckpointFiles(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.empty(), "", "");

    static Draft of(CheckpointFiles files, Imported model) {
        return new Draft(files, Optional.of(model), model.model().name(), "");
    }

    Draft withName(String typed) {
        return new Draft(files, model, typed, id);
    }

    Draft withId(String given) {
        return new Draft(files, model, name, given);
    }

    /** The model as it is kept: checked once more, under the typed name or else its own. */
    Imported named() {
        Imported read = model.orElseThrow();
        Map<String, Json> members = new LinkedHashMap<>(read.record().members());
        if (!name.isBlank()) {
            members.put("name", new JsonString(name));
        }
        Reading again = OwnModelFile.readRecord(new JsonObject(members), "");
        return again instanceof Imported named ? named : read;
    }
}
