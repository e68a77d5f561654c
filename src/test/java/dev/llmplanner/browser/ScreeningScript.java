package dev.llmplanner.browser;

import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.screening.Cell;
import dev.llmplanner.screening.Matrix;
import dev.llmplanner.screening.Profiles;
import dev.llmplanner.screening.Run;
import dev.llmplanner.screening.Terms;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** What the benchmark of screenings measures, compiled to a module of its own. */
public final class ScreeningScript {

    private static CatalogPlanner planner;
    private static Matrix matrix;
    private static Run<Cell> run;

    private ScreeningScript() {
    }

    public static void main(String[] arguments) {
    }

    /** Reads a catalog. */
    @JSExport
    public static void read(JSObject bundle) {
        planner = CatalogPlanner.ofReplicas((JsonObject) NativeJson.of(bundle));
    }

    /** Starts a matrix of everything; the number of its cells. */
    @JSExport
    public static int start() {
        matrix = Matrix.of(planner, Terms.REFERENCE);
        run = matrix.run();
        return run.size();
    }

    /** One slice; how many cells are computed then. */
    @JSExport
    public static int advance(int cells) {
        run = run.advance(cells);
        return run.computed();
    }

    /** The cells whose places are multiples of that number; their speeds, summed. */
    @JSExport
    public static double every(int nth) {
        double sum = 0;
        for (int place = 0; place < run.size(); place += nth) {
            int columns = matrix.accelerators().size();
            Cell cell = matrix.cell(place / columns, place % columns);
            sum += cell.outputTokensPerSecondPerServer().map(band -> band.mid()).orElse(0.0);
        }
        return sum;
    }

    /** One answer of the Calculator, that often: what a cell's time is compared with. */
    @JSExport
    public static double estimates(JSObject request, int times) {
        JsonObject asked = (JsonObject) NativeJson.of(request);
        double sum = 0;
        for (int i = 0; i < times; i++) {
            sum += planner.evaluate(asked).estimate().speed().orElseThrow().requestsPerSecond();
        }
        return sum;
    }

    /** The profiles of every model; their number. */
    @JSExport
    public static int profiles() {
        Profiles profiles = Profiles.of(planner, Terms.REFERENCE,
                planner.catalog().accelerator(Profiles.REFERENCE_ACCELERATOR).orElseThrow());
        return profiles.run().advance(Integer.MAX_VALUE / 2).computed();
    }
}
