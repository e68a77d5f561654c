package dev.llmplanner.handover.report;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The nearest published measurements, beside the estimate of what was measured. */
final class Evidence {

    private final ReportText text;

    Evidence(ReportText text) {
        this.text = text;
    }

    void write() {
        if (text.report.estimate().get("evidence").isEmpty()) {
            // Nobody looked.
            return;
        }
        List<JsonCursor> rows = JsonCursor.of(text.report.estimate()).items("evidence");
        if (rows.isEmpty()) {
            text.paragraph(text.say("no-evidence"));
            return;
        }
        text.paragraph(text.say("evidence"));
        for (JsonCursor row : rows) {
            JsonCursor measured = row.at("measurement");
            JsonCursor request = measured.at("request");
            String device = request.findString("accelerator").or(() -> request.findString("server")).orElse("");
            text.row(text.say("deployment", Map.of("model", text.words.record(request.string("model")),
                            "accelerator", text.words.record(device),
                            "engine", request.findString("engine").map(code -> text.words.say("choice.engine." + code))
                                    .orElse(""))),
                    measured.findString("date").orElse(""),
                    seconds(measured), row.find("estimated").map(this::seconds).orElse(text.say("not-estimated")),
                    text.words.number(row.number("distance"), 2));
        }
        text.table(3, "measured", "date", "tpot-measured", "tpot-estimated", "distance");
    }

    private String seconds(JsonCursor figures) {
        Optional<JsonCursor> seconds = figures.find("tpotSeconds");
        return seconds.map(known -> text.words.seconds(
                known.value() instanceof JsonObject ? known.number("mid") : known.number())).orElse(text.say("not-measured"));
    }
}
