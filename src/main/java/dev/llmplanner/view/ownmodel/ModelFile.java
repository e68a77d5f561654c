package dev.llmplanner.view.ownmodel;

import dev.llmplanner.checkpoint.Imported;
import dev.llmplanner.checkpoint.OwnModelFile;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import java.util.Optional;

/** The file of one model. */
final class ModelFile {

    private ModelFile() {}

    /** With the configuration, unless JSON has no word for one of its numbers. */
    static JsonObject of(JsonObject record, Optional<Draft> draft) {
        Imported model = (Imported) OwnModelFile.readRecord(record, "");
        return OwnModelFile.write(model, draft.flatMap(read -> read.files().config()).filter(ModelFile::isWritable));
    }

    /** NaN and the infinities, which Python writes, are no JSON. */
    private static boolean isWritable(Json json) {
        if (json instanceof JsonNumber number) {
            return number.value() - number.value() == 0;
        }
        if (json instanceof JsonArray array) {
            return array.items().stream().allMatch(ModelFile::isWritable);
        }
        return !(json instanceof JsonObject object) || object.members().values().stream().allMatch(ModelFile::isWritable);
    }
}
