package dev.llmplanner.support;

import dev.llmplanner.build.calibrate.MeasuredPoint;
import dev.llmplanner.build.calibrate.MeasuredPoints;
import dev.llmplanner.json.JsonCursor;
import java.nio.file.Path;
import java.util.List;

/** Clean rows of {@code measurements/serving.csv} whose model is in the catalog, as calibration turns them into requests. */
public final class ServingRows {

    // Of the rows that calibration accepts, only those of serving.csv have a TTFT.
    private static final List<MeasuredPoint> ROWS = MeasuredPoints.read(Path.of("")).stream()
            .filter(point -> point.ttftSeconds().isPresent())
            .toList();

    private ServingRows() {}

    /** Prefill and decode on the same GPUs. */
    public static List<MeasuredPoint> aggregated() {
        return ROWS.stream().filter(point -> !isPools(point)).toList();
    }

    /** Prefill and decode on GPUs of their own. */
    public static List<MeasuredPoint> pools() {
        return ROWS.stream().filter(ServingRows::isPools).toList();
    }

    private static boolean isPools(MeasuredPoint point) {
        return point.request().get("mode").isPresent();
    }

    /** Model, accelerator, format of the weights and engine. */
    public static String cell(MeasuredPoint point) {
        JsonCursor request = JsonCursor.of(point.request());
        return request.string("model") + " " + request.string("accelerator") + " "
                + request.at("precision").string("weights") + " " + request.string("engine");
    }
}
