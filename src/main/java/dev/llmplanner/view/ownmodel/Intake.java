package dev.llmplanner.view.ownmodel;

import dev.llmplanner.checkpoint.CheckpointFiles;
import dev.llmplanner.checkpoint.CheckpointReader;
import dev.llmplanner.checkpoint.CheckpointText;
import dev.llmplanner.checkpoint.GgufHeader;
import dev.llmplanner.checkpoint.GgufReader;
import dev.llmplanner.checkpoint.Imported;
import dev.llmplanner.checkpoint.OwnModelFile;
import dev.llmplanner.checkpoint.Reading;
import dev.llmplanner.checkpoint.Refused;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.node.DomEvent.FileText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells what each of the given texts is, by its content, and reads them together. Of several files with a {@code config.json}
 * among them, as of a whole folder, only those of the architecture count.
 */
final class Intake {
    private static final String CONFIG = "config.json";
    private static final String INDEX = ".index.";
    private static final String GGUF = "GGUF";
    private static final String OF_PLANNER = "llm-deployment-planner/";
    /** An index has its table near its beginning. */
    private static final int BEGINNING = 2000;

    /**
     * What came of it: exactly one of these.
     *
     * @param records the text of a file with records of one's own
     */
    record Taken(Optional<Draft> draft, Optional<Wrong> wrong, Optional<String> records) {}

    /**
     * What can't be used.
     *
     * @param file its name; blank for a pasted text
     */
    record Wrong(String file, Refused refused) {}

    private Optional<Json> config = Optional.empty();
    private Optional<Json> index = Optional.empty();
    private Optional<GgufHeader> gguf = Optional.empty();
    private Optional<Json> modelFile = Optional.empty();
    private Optional<String> records = Optional.empty();
    private String baseName = "";
    private String indexName = "";

    private Intake() {}

    /** Reads those files; an index that comes alone joins the configuration that is there. */
    static Taken of(List<FileText> given, Draft before) {
        Intake intake = new Intake();
        for (FileText file : wanted(given)) {
            Optional<Refused> refused = intake.take(file);
            if (refused.isPresent()) {
                return wrong(file.name(), refused.get());
            }
        }
        if (intake.records.isPresent()) {
            return new Taken(Optional.empty(), Optional.empty(), intake.records);
        }
        return intake.modelFile.isPresent() ? intake.fromModelFile(intake.modelFile.get()) : intake.joined(before);
    }

    private static List<FileText> wanted(List<FileText> given) {
        boolean folder = given.size() > 1 && given.stream().anyMatch(file -> file.name().equals(CONFIG));
        List<FileText> wanted = new ArrayList<>();
        for (FileText file : given) {
            if (!folder || file.name().equals(CONFIG) || file.name().contains(INDEX) || file.text().startsWith(GGUF)) {
                wanted.add(file);
            }
        }
        return wanted;
    }

    private Optional<Refused> take(FileText file) {
        if (file.text().startsWith(GGUF)) {
            GgufReader.Parsed header = GgufReader.read(new TextBytes(file.text()));
            gguf = header.header();
            baseName = file.name();
            return header.refused();
        }
        CheckpointText.Parsed parsed = mayBeIndex(file)
                ? CheckpointText.index(file.text()) : CheckpointText.config(file.text());
        parsed.json().ifPresent(json -> sort(json, file));
        return parsed.refused();
    }

    private static boolean mayBeIndex(FileText file) {
        return file.name().contains(INDEX)
                || file.text().substring(0, Math.min(BEGINNING, file.text().length())).contains("\"weight_map\"");
    }

    private void sort(Json json, FileText file) {
        String kind = json instanceof JsonObject object && object.get("kind").orElse(null) instanceof JsonString text
                ? text.value() : "";
        if (kind.equals(OwnModelFile.KIND)) {
            modelFile = Optional.of(json);
            baseName = file.name();
        } else if (kind.startsWith(OF_PLANNER)) {
            records = Optional.of(file.text());
        } else if (json instanceof JsonObject object && object.get("weight_map").isPresent()) {
            index = Optional.of(json);
            indexName = file.name();
        } else {
            config = Optional.of(json);
            baseName = file.name();
        }
    }

    private Taken fromModelFile(Json file) {
        CheckpointFiles files = new CheckpointFiles(((JsonObject) file).get("config"), Optional.empty(), Optional.empty(),
                Optional.empty());
        return taken(OwnModelFile.read(file), files);
    }

    private Taken joined(Draft before) {
        boolean alone = config.isEmpty() && gguf.isEmpty();
        CheckpointFiles files = alone
                ? new CheckpointFiles(before.files().config(), index, before.files().gguf(), Optional.empty())
                : new CheckpointFiles(config, index, gguf, Optional.empty());
        Taken taken = taken(CheckpointReader.read(files), files);
        return alone ? new Taken(taken.draft().map(next -> next.withName(before.name()).withId(before.id())),
                taken.wrong(), taken.records()) : taken;
    }

    private Taken taken(Reading reading, CheckpointFiles files) {
        if (reading instanceof Refused refused) {
            return wrong(refused.path().startsWith("index") || baseName.isEmpty() ? indexName : baseName, refused);
        }
        return new Taken(Optional.of(Draft.of(files, (Imported) reading)), Optional.empty(), Optional.empty());
    }

    private static Taken wrong(String file, Refused refused) {
        return new Taken(Optional.empty(), Optional.of(new Wrong(file, refused)), Optional.empty());
    }
}
