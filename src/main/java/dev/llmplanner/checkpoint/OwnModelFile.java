package dev.llmplanner.checkpoint;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.List;
import java.util.Optional;

/**
 * The file in which a user keeps a model of their own: its record, and the configuration that it was read from.
 *
 * <p>What comes back is checked figure by figure before the catalog's reader sees it. Where the file holds the
 * configuration and still says the same, the derivation comes back too.
 */
public final class OwnModelFile {

    /** What stands under {@code kind}. */
    public static final String KIND = "llm-deployment-planner/model";

    /** What stands under {@code version}. */
    public static final int VERSION = 1;

    private OwnModelFile() {}

    /** The file of that model. */
    public static JsonObject write(Imported model, Optional<Json> config) {
        JsonObject.Builder file = new JsonObject.Builder()
                .put("kind", KIND)
                .put("version", VERSION)
                .put("record", model.record());
        config.ifPresent(source -> file.put("config", source));
        return file.build();
    }

    /** The model of that file, or what is wrong with it. */
    public static Reading read(Json file) {
        try {
            TreeLimits.check(file, "");
            if (!(file instanceof JsonObject object)) {
                throw Refusal.of(RefusalCode.WRONG_TYPE, "", "object");
            }
            if (!object.get("kind").equals(Optional.of(new JsonString(KIND)))) {
                throw Refusal.of(RefusalCode.NOT_OWN_MODEL, "kind", KIND);
            }
            if (!object.get("version").equals(Optional.of(new JsonNumber(VERSION)))) {
                throw Refusal.of(RefusalCode.NOT_OWN_MODEL, "version", Integer.toString(VERSION));
            }
            Imported stored = OwnRecord.read(object.get("record").orElseThrow(
                    () -> Refusal.of(RefusalCode.MISSING_FIELD, "record", "record")), "record");
            return object.get("config").map(config -> derived(stored, config)).orElse(stored);
        } catch (Refusal refusal) {
            return refusal.refused();
        }
    }

    /** The model of a record alone, as a request may hold it; {@code path} is the way to it. */
    public static Reading readRecord(Json record, String path) {
        try {
            TreeLimits.check(record, path);
            return OwnRecord.read(record, path);
        } catch (Refusal refusal) {
            return refusal.refused();
        }
    }

    private static Imported derived(Imported stored, Json config) {
        Reading again = CheckpointReader.read(CheckpointFiles.of(config));
        if (again instanceof Imported fresh
                && fresh.model().architecture().equals(stored.model().architecture())
                && fresh.model().nativeRecipe().equals(stored.model().nativeRecipe())) {
            return new Imported(stored.record(), stored.model(), fresh.family(), fresh.derivation(), fresh.notices());
        }
        return new Imported(stored.record(), stored.model(), stored.family(), List.of(),
                List.of(Notice.of("differs-from-config", List.of("config"))));
    }
}
