package dev.llmplanner.view.own;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.FactProblem;
import dev.llmplanner.catalog.RecordRules;
import dev.llmplanner.checkpoint.Imported;
import dev.llmplanner.checkpoint.OwnModelFile;
import dev.llmplanner.checkpoint.Reading;
import dev.llmplanner.checkpoint.Refused;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonDepth;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records as a file: {@code {kind, version, records: {collection: {id: record}}}}. A file is used whole or not at all.
 */
public final class OwnFile {
    private static final double VERSION = 1;
    private static final int LARGEST = 2_000_000;
    private static final int DEEPEST = 32;
    private static final int MOST_RECORDS = 200;
    private static final int MOST_PROBLEMS = 8;
    private static final int LONGEST_ID = 60;

    private final Resources resources;
    private final List<OwnProblem> problems = new ArrayList<>();

    private OwnFile(Resources resources) {
        this.resources = resources;
    }

    /**
     * What a file holds.
     *
     * @param records  none where there are problems
     * @param problems the first few
     */
    public record Read(OwnRecords records, List<OwnProblem> problems) {

        public Read {
            problems = List.copyOf(problems);
        }
    }

    /** The file of the records of that kind. */
    public static JsonObject of(OwnKind kind, OwnRecords records) {
        return new JsonObject.Builder()
                .put("kind", kind.fileKind())
                .put("version", VERSION)
                .put("records", records.only(kind).tree())
                .build();
    }

    /** Reads a file, or says what is wrong with it. */
    public static Read read(OwnKind kind, String text, Resources resources) {
        OwnFile file = new OwnFile(resources);
        OwnRecords records = file.parsed(text).map(json -> file.file(kind, json)).orElse(OwnRecords.NONE);
        return new Read(file.problems.isEmpty() ? records : OwnRecords.NONE, file.problems);
    }

    /** Reads records without the file around them, as a link carries them. */
    static Read readTree(String text, Resources resources) {
        OwnFile file = new OwnFile(resources);
        List<String> collections = new ArrayList<>();
        for (OwnKind kind : OwnKind.values()) {
            collections.addAll(kind.collections());
        }
        OwnRecords records = file.parsed(text).map(json -> file.records(json, collections)).orElse(OwnRecords.NONE);
        return new Read(file.problems.isEmpty() ? records : OwnRecords.NONE, file.problems);
    }

    /** A reader of JSON goes as deep as the text does: whether it may is counted first. */
    private Optional<Json> parsed(String text) {
        if (text.length() > LARGEST) {
            say("too-large", "");
            return Optional.empty();
        }
        if (JsonDepth.of(text) > DEEPEST) {
            say("too-deep", "");
            return Optional.empty();
        }
        Optional<Json> json = resources.json().read(text);
        if (json.isEmpty()) {
            say("not-json", "");
        }
        return json;
    }

    private OwnRecords file(OwnKind kind, Json json) {
        if (!(json instanceof JsonObject file) || !(file.get("kind").orElse(null) instanceof JsonString found)) {
            say("other-kind", "");
        } else if (kind == OwnKind.MODELS && found.value().equals(OwnModelFile.KIND)) {
            return model(OwnModelFile.read(json));
        } else if (!found.value().equals(kind.fileKind())) {
            say("other-kind", found.value());
        } else if (!(file.get("version").orElse(null) instanceof JsonNumber version) || version.value() != VERSION) {
            say("other-version", "");
        } else {
            return records(file.get("records").orElse(null), kind.collections());
        }
        return OwnRecords.NONE;
    }

    /** The file of one model. */
    private OwnRecords model(Reading reading) {
        if (reading instanceof Refused refused) {
            problems.add(OwnProblem.of("", refused));
            return OwnRecords.NONE;
        }
        Imported model = (Imported) reading;
        String id = Own.freeId("models", model.model().name(), OwnRecords.NONE);
        return OwnRecords.NONE.with("models", id, model.record());
    }

    private OwnRecords records(Json json, List<String> collections) {
        if (!(json instanceof JsonObject tree)) {
            say("wrong-shape", "records");
            return OwnRecords.NONE;
        }
        OwnRecords read = OwnRecords.NONE;
        int count = 0;
        for (Map.Entry<String, Json> collection : tree.members().entrySet()) {
            String name = collection.getKey();
            if (!collections.contains(name) || !(collection.getValue() instanceof JsonObject records)) {
                say("wrong-shape", name);
                continue;
            }
            for (Map.Entry<String, Json> record : records.members().entrySet()) {
                count++;
                if (!isId(record.getKey())) {
                    say("bad-id", record.getKey());
                } else if (!(record.getValue() instanceof JsonObject facts)) {
                    say("wrong-shape", record.getKey());
                } else {
                    read = read.with(name, record.getKey(), facts);
                }
            }
        }
        if (count > MOST_RECORDS) {
            say("too-many", "");
        }
        return problems.isEmpty() ? checked(read) : read;
    }

    /** The records with each model written anew: what the engine doesn't read is left out. */
    private OwnRecords checked(OwnRecords read) {
        OwnRecords records = read;
        for (Map.Entry<String, Json> model : read.of("models").entrySet()) {
            Reading reading = OwnModelFile.readRecord(model.getValue(), "");
            if (reading instanceof Imported imported) {
                records = records.with("models", model.getKey(), imported.record());
            } else if (problems.size() < MOST_PROBLEMS) {
                problems.add(OwnProblem.of(model.getKey(), (Refused) reading));
            }
        }
        check(records);
        return records;
    }

    /** Servers are judged last, among devices that are known to be right. */
    private void check(OwnRecords records) {
        records.of("accelerators").forEach((id, record) ->
                check("accelerators", id, (JsonObject) record, resources.planner().catalog()));
        if (problems.isEmpty() && !records.of("servers").isEmpty()) {
            JsonObject devices = new JsonObject(Map.of("accelerators", new JsonObject(records.of("accelerators"))));
            Catalog catalog = resources.planner().with(devices).catalog();
            records.of("servers").forEach((id, record) -> check("servers", id, (JsonObject) record, catalog));
        }
    }

    private void check(String collection, String id, JsonObject record, Catalog catalog) {
        for (FactProblem problem : RecordRules.check(collection, record, catalog)) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(OwnProblem.of(id, problem));
            }
        }
    }

    private static boolean isId(String id) {
        if (!id.startsWith(Catalog.OWN) || id.length() == Catalog.OWN.length() || id.length() > LONGEST_ID) {
            return false;
        }
        for (int i = Catalog.OWN.length(); i < id.length(); i++) {
            char c = id.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    private void say(String code, String text) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(OwnProblem.of(code, text));
        }
    }
}
