package dev.llmplanner.docs;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.support.TestCatalog;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Names in the documentation's expressions.
 *
 * <ul>
 *   <li>{@code answer:memoryPerGpu.weightsBytes}: the planner's answer to the request of that name; {@code
 *       answer:operators.decode.routed-experts.seconds} sums the operators of that phase and name ({@code *}: all).
 *   <li>{@code models/deepseek-r1:architecture.layers}, {@code accelerators/…}, {@code servers/…}, {@code fabrics/…}: a record
 *       of the catalog.
 *   <li>{@code constant:gemm.fp8.compute@hopper}: a constant with its scope; {@code constants:uncertainty.cell.tpot.low}: the
 *       rest of the constants file.
 *   <li>{@code measured:tpot.median}: the planner against {@code measurements/serving.csv}, see {@link Measured}.
 *   <li>{@code format:nvfp4}: bytes per element of a weight format.
 *   <li>{@code GiB MiB KiB GB}: bytes.
 *   <li>anything without a colon: a value that the same file names above.
 * </ul>
 */
final class Lookup {

    private static final JsonObject CONSTANTS =
            (JsonObject) JacksonJson.read(Path.of("calibration/constants.json"));

    private final JsonObject requests;
    private final Map<String, JsonObject> answers = new HashMap<>();
    private final Map<String, Double> named = new HashMap<>();

    Lookup(JsonObject requests) {
        this.requests = requests;
        named.put("GiB", 1_073_741_824.0);
        named.put("MiB", 1_048_576.0);
        named.put("KiB", 1024.0);
        named.put("GB", 1e9);
    }

    /** The planner's answer to that request. */
    JsonObject answer(String name) {
        return answers.computeIfAbsent(name, key -> TestCatalog.planner().estimate(
                (JsonObject) requests.get(key).orElseThrow(() -> new IllegalArgumentException("no request " + key))));
    }

    void name(String name, double value) {
        named.put(name, value);
    }

    /** The number of that name. */
    double number(String name) {
        Double own = named.get(name);
        if (own != null) {
            return own;
        }
        if (name.startsWith("constant:")) {
            return constant(name.substring("constant:".length()));
        }
        if (name.startsWith("measured:")) {
            return Measured.figure(name.substring("measured:".length()));
        }
        if (name.startsWith("format:")) {
            return Arrays.stream(WeightFormat.values())
                    .filter(format -> format.code().equals(name.substring("format:".length())))
                    .findFirst().orElseThrow().bytesPerElement();
        }
        Json value = value(name);
        if (!(value instanceof JsonNumber number)) {
            throw new IllegalArgumentException(name + " is not a number but " + JacksonJson.compact(value));
        }
        return number.value();
    }

    /** The word of that name. */
    String word(String name) {
        Json value = value(name);
        return value instanceof JsonString string ? string.value() : JacksonJson.compact(value);
    }

    private Json value(String name) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no value " + name + " above");
        }
        String root = name.substring(0, colon);
        int slash = root.indexOf('/');
        Json value = root.equals("constants") ? CONSTANTS
                : slash < 0 ? answer(root)
                : member(member(TestCatalog.bundle(), root.substring(0, slash)), root.substring(slash + 1));
        String path = name.substring(colon + 1);
        if (path.startsWith("operators.")) {
            String[] steps = path.split("\\.");
            return new JsonNumber(operators((JsonArray) member(value, "operators"), steps[1], steps[2], steps[3]));
        }
        for (String step : path.split("\\.")) {
            value = value instanceof JsonArray array ? array.items().get(Integer.parseInt(step)) : member(value, step);
        }
        return value;
    }

    private static double operators(JsonArray operators, String phase, String name, String figure) {
        double sum = 0;
        int found = 0;
        for (Json operator : operators.items()) {
            boolean wanted = ((JsonString) member(operator, "phase")).value().equals(phase)
                    && (name.equals("*") || ((JsonString) member(operator, "name")).value().equals(name));
            if (wanted) {
                found++;
                sum += ((JsonNumber) member(operator, figure)).value();
            }
        }
        if (found == 0) {
            throw new IllegalArgumentException("no operator " + phase + "." + name);
        }
        return sum;
    }

    private static Json member(Json value, String name) {
        return ((JsonObject) value).get(name).orElseThrow(() -> new IllegalArgumentException("no member " + name));
    }

    private static double constant(String name) {
        int at = name.indexOf('@');
        String plain = at < 0 ? name : name.substring(0, at);
        String scope = at < 0 ? "" : name.substring(at + 1);
        for (Json constant : ((JsonArray) member(CONSTANTS, "constants")).items()) {
            JsonObject one = (JsonObject) constant;
            String itsScope = one.get("scope").map(value -> ((JsonString) value).value()).orElse("");
            if (((JsonString) member(one, "name")).value().equals(plain) && itsScope.equals(scope)) {
                return ((JsonNumber) member(one, "value")).value();
            }
        }
        throw new IllegalArgumentException("no constant " + plain + " with scope \"" + scope + "\"");
    }
}
