package dev.llmplanner.build.calibrate;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The constants file: which of its constants are free, and the file with other values, one constant to a line. */
final class ConstantsFile {

    private static final MathContext DIGITS = new MathContext(4);

    private ConstantsFile() {}

    /** The constants with a prior, in the file's order. */
    static List<FreeConstant> free(JsonObject file) {
        List<FreeConstant> free = new ArrayList<>();
        for (JsonCursor constant : JsonCursor.of(file).items("constants")) {
            constant.find("prior").ifPresent(prior -> {
                List<JsonCursor> range = constant.items("range");
                free.add(new FreeConstant(
                        constant.string("name"), constant.findString("scope").orElse(""),
                        prior.number("value"), prior.number("deviation"), number(range.get(0)), number(range.get(1))));
            });
        }
        return free;
    }

    private static double number(JsonCursor cursor) {
        return ((JsonNumber) cursor.value()).value();
    }

    /** A value with as many digits as the file holds. */
    static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    /** The file with those values for the free constants, and other members in place of its own. */
    static JsonObject with(JsonObject file, Map<FreeConstant, Double> values, Map<String, Json> members) {
        Map<String, Double> byKey = new LinkedHashMap<>();
        values.forEach((constant, value) -> byKey.put(constant.name() + " " + constant.scope(), value));
        List<Json> constants = new ArrayList<>();
        for (Json item : ((JsonArray) file.get("constants").orElseThrow()).items()) {
            JsonCursor constant = JsonCursor.of(item);
            Double value = byKey.get(constant.string("name") + " " + constant.findString("scope").orElse(""));
            Map<String, Json> changed = new LinkedHashMap<>(constant.object().members());
            if (value != null) {
                changed.put("value", new JsonNumber(value));
            }
            constants.add(new JsonObject(changed));
        }
        Map<String, Json> all = new LinkedHashMap<>(file.members());
        all.put("constants", new JsonArray(constants));
        all.putAll(members);
        return new JsonObject(all);
    }

    /** The text of the file. */
    static String text(JsonObject file) {
        StringBuilder out = new StringBuilder("{\n");
        for (Iterator<Map.Entry<String, Json>> i = file.members().entrySet().iterator(); i.hasNext();) {
            Map.Entry<String, Json> member = i.next();
            out.append("  \"").append(member.getKey()).append("\": ");
            out.append(member.getKey().equals("constants") ? lines((JsonArray) member.getValue())
                    : JacksonJson.pretty(member.getValue()).stripTrailing().replace("\n", "\n  "));
            out.append(i.hasNext() ? ",\n" : "\n");
        }
        return out.append("}\n").toString();
    }

    private static String lines(JsonArray items) {
        StringBuilder out = new StringBuilder("[\n");
        for (Iterator<Json> i = items.items().iterator(); i.hasNext();) {
            out.append("    ").append(spaced(i.next())).append(i.hasNext() ? ",\n" : "\n");
        }
        return out.append("  ]").toString();
    }

    /** One line, with a space after each colon and comma. */
    static String spaced(Json json) {
        if (json instanceof JsonObject object) {
            List<String> members = new ArrayList<>();
            object.members().forEach((name, value) -> members.add("\"" + name + "\": " + spaced(value)));
            return "{" + String.join(", ", members) + "}";
        }
        if (json instanceof JsonArray array) {
            return "[" + String.join(", ", array.items().stream().map(ConstantsFile::spaced).toList()) + "]";
        }
        return JacksonJson.compact(json).stripTrailing();
    }
}
