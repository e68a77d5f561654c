package dev.llmplanner.contract;

import static dev.llmplanner.contract.RequestReader.onlyMembers;
import static dev.llmplanner.contract.RequestReader.shaped;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.checkpoint.CheckpointFiles;
import dev.llmplanner.checkpoint.CheckpointReader;
import dev.llmplanner.checkpoint.Imported;
import dev.llmplanner.checkpoint.OwnModelFile;
import dev.llmplanner.checkpoint.Reading;
import dev.llmplanner.checkpoint.Refused;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Models of the user's own: a configuration with its index, or a record. */
final class CheckpointImporter implements ModelImporter {

    /** The last model that was read: the remedies of one request ask for it again and again. */
    private record Known(Json json, ModelEntry model) {}

    private volatile Known known;

    @Override
    public ModelEntry read(JsonCursor model) {
        Known last = known;
        if (last != null && last.json() == model.value()) {
            return last.model();
        }
        if (!(model.value() instanceof JsonObject)) {
            throw new RequestException("wrong-type", "model", List.of("a catalog id", "a model of your own"),
                    "model is neither a text nor an object; write a catalog id, or {config: …}");
        }
        onlyMembers(model, Choices.OWN_MODEL);
        Optional<Json> config = model.find("config").map(JsonCursor::value);
        Optional<Json> record = model.find("record").map(JsonCursor::value);
        if (config.isPresent() == record.isPresent()) {
            throw new RequestException("one-of-two", record.isPresent() ? "model.record" : "model.config",
                    List.of("config", "record"),
                    "a model of your own has either a config or a record; write one of them");
        }
        ModelEntry entry = config.isPresent() ? configured(model, config.get()) : recorded(model, record.get());
        known = new Known(model.value(), entry);
        return entry;
    }

    private static ModelEntry configured(JsonCursor model, Json config) {
        Optional<Json> index = model.find("index").map(JsonCursor::value);
        Optional<String> name = shaped(() -> model.findString("name"));
        Reading reading = CheckpointReader.read(
                new CheckpointFiles(Optional.of(config), index, Optional.empty(), name));
        if (reading instanceof Refused refused) {
            boolean inIndex = refused.path().startsWith("index");
            throw refusal(refused, inIndex ? "model" : "model.config");
        }
        return ((Imported) reading).model();
    }

    private static ModelEntry recorded(JsonCursor model, Json record) {
        for (String other : List.of("index", "name")) {
            if (model.find(other).isPresent()) {
                throw new RequestException("unknown-member", "model." + other, List.of("record"),
                        "model." + other + " belongs to a config; a record has its own");
            }
        }
        Reading reading = OwnModelFile.readRecord(record, "");
        if (reading instanceof Refused refused) {
            throw refusal(refused, "model.record");
        }
        return ((Imported) reading).model();
    }

    private static RequestException refusal(Refused refused, String prefix) {
        String path = refused.path().isEmpty() ? prefix : prefix + "." + refused.path();
        List<String> allowed = new ArrayList<>(refused.allowed());
        if (refused.limits().containsKey("least")) {
            allowed.add(whole(refused.limits().get("least")) + " to " + whole(refused.limits().get("most")));
        }
        return new RequestException("invalid-config", path, allowed, path + sentence(refused, allowed));
    }

    private static String sentence(Refused refused, List<String> allowed) {
        String joined = RequestReader.join(allowed);
        return switch (refused.code()) {
            case NOT_JSON, NOT_GGUF, NOTHING_GIVEN -> " can't be read";
            case TOO_LARGE -> " is larger than is read";
            case TOO_DEEP -> " is nested deeper than is read; write at most " + joined + " levels";
            case DUPLICATE_FIELD -> " stands twice";
            case WRONG_TYPE -> " is of another kind; write " + joined;
            case NOT_WHOLE -> " is not a whole number";
            case OUT_OF_RANGE -> " is out of range" + (allowed.isEmpty() ? "" : "; write " + joined);
            case MISSING_FIELD -> " is missing; it may be called " + joined;
            case FIELDS_DISAGREE -> " and " + joined + " mean the same and differ";
            case DOES_NOT_DIVIDE -> " doesn't divide " + joined;
            case WRONG_LENGTH -> " has another length than there are layers";
            case VARIES_BY_LAYER -> " differs between layers, which isn't understood";
            case UNKNOWN_VALUE, UNKNOWN_ARCHITECTURE -> " isn't understood; understood are " + joined;
            case UNKNOWN_FIELD -> " could change the architecture and isn't understood";
            case NOT_OWN_MODEL -> " isn't that of a model file";
        };
    }

    /** A whole number below 10¹⁵ as text. */
    private static String whole(double value) {
        return value < 1_000_000_000 ? Integer.toString((int) value)
                : Integer.toString((int) (value / 1_000_000_000)) + "000000000";
    }
}
