package dev.llmplanner.benchmark;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads a result file or a start-up log. What it is shows in its content, not in its name. Whatever the text holds, the answer
 * is a {@link Reading}, never an exception.
 */
public final class BenchmarkReader {

    /** Longest text that is looked at. */
    public static final int MOST_CHARACTERS = 64 * 1024 * 1024;

    /** Most runs of one file. */
    public static final int MOST_RUNS = 1_000;

    private final JsonParser parser;
    private final List<Run> runs = new ArrayList<>();
    private final List<Refused> skipped = new ArrayList<>();
    private Optional<FileKind> kind = Optional.empty();

    private BenchmarkReader(JsonParser parser) {
        this.parser = parser;
    }

    /** What that text says, read with the caller's parser. */
    public static Reading read(String text, JsonParser parser) {
        if (text.length() > MOST_CHARACTERS) {
            return Refused.file(RefusalCode.TOO_LARGE, 0);
        }
        String content = text.startsWith("\ufeff") ? text.substring(1) : text;
        int first = firstOf(content);
        if (first < 0) {
            return Refused.file(RefusalCode.EMPTY, 0);
        }
        if (content.charAt(first) != '{' && content.charAt(first) != '[') {
            return StartupLog.read(content).orElseGet(() -> Refused.file(RefusalCode.UNKNOWN_KIND, 0));
        }
        LeanText.Result lean = LeanText.of(content);
        Reading read = lean.tooDeep()
                ? Refused.file(RefusalCode.TOO_DEEP, 0) : new BenchmarkReader(parser).documents(lean.text());
        // A log of SGLang begins with a bracket too.
        return read instanceof Refused refused && refused.code() != RefusalCode.WRONG_VALUE
                ? StartupLog.read(content).orElse(read) : read;
    }

    private static int firstOf(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > ' ') {
                return i;
            }
        }
        return -1;
    }

    private Reading documents(String text) {
        Optional<Json> whole = parser.parse(text);
        if (whole.isPresent()) {
            if (MeasurementsFile.is(whole.get())) {
                return MeasurementsFile.read(whole.get());
            }
            document(whole.get(), 0);
            return answer();
        }
        int line = 0;
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            String part = text.substring(from, to).trim();
            line++;
            from = to + 1;
            if (part.isEmpty()) {
                continue;
            }
            Optional<Json> value = parser.parse(part);
            if (value.isEmpty()) {
                Refused refused = new Refused(RefusalCode.NOT_JSON, "", line, List.of(FileKind.values()));
                if (kind.isEmpty()) {
                    return refused;
                }
                skipped.add(refused);
            } else {
                document(value.get(), line);
            }
            if (runs.size() + skipped.size() > MOST_RUNS) {
                break;
            }
        }
        return answer();
    }

    private Reading answer() {
        if (runs.size() + skipped.size() > MOST_RUNS) {
            return Refused.at(RefusalCode.TOO_MANY_RUNS, "", 0);
        }
        if (!runs.isEmpty()) {
            return new Reading.Runs(kind.orElseThrow(), runs, skipped);
        }
        return skipped.isEmpty() ? Refused.file(RefusalCode.UNKNOWN_KIND, 0) : skipped.get(0);
    }

    private void document(Json value, int line) {
        if (value instanceof JsonObject object) {
            object(new Fields(object, ""), line);
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.items().size() && runs.size() + skipped.size() <= MOST_RUNS; i++) {
                if (array.items().get(i) instanceof JsonObject object) {
                    object(new Fields(object, "[" + i + "]"), line);
                }
            }
        }
    }

    private void object(Fields object, int line) {
        Optional<FileKind> serving = ServingResult.kind(object);
        if (serving.isPresent()) {
            add(serving.get(), line, () -> ServingResult.read(serving.get(), object));
        } else if (InferencexResult.is(object)) {
            add(FileKind.INFERENCEX, line, () -> InferencexResult.read(object));
        } else if (GuidellmReport.is(object)) {
            object.items("benchmarks").forEach(benchmark ->
                    add(FileKind.GUIDELLM, line, () -> GuidellmReport.read(object, benchmark)));
        } else if (AiperfExport.is(object)) {
            add(FileKind.AIPERF, line, () -> AiperfExport.read(object));
        }
    }

    private void add(FileKind found, int line, Supplier<Run> read) {
        kind = kind.or(() -> Optional.of(found));
        try {
            Run run = read.get();
            if (run.outcome().isEmpty()) {
                skipped.add(Refused.at(RefusalCode.NOTHING_MEASURED, "", line));
            } else {
                runs.add(run);
            }
        } catch (WrongValue wrong) {
            skipped.add(wrong.refused(line));
        }
    }
}
