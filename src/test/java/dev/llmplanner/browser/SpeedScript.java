package dev.llmplanner.browser;

import dev.llmplanner.benchmark.SpeedCases;
import dev.llmplanner.json.JsonObject;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** The cases that are timed on the JVM too, compiled as the page is. */
public final class SpeedScript {
    private static SpeedCases cases;

    private SpeedScript() {
    }

    public static void main(String[] arguments) {
    }

    /** Reads a catalog in which each model stands that often. */
    @JSExport
    public static void read(JSObject bundle, JSObject prices, JSObject requests, int times) {
        cases = new SpeedCases((JsonObject) NativeJson.of(bundle), (JsonObject) NativeJson.of(prices),
                (JsonObject) NativeJson.of(requests), times);
    }

    /** Does that case once; what that was. */
    @JSExport
    public static double run(String name) {
        return cases.run(name);
    }
}
