package dev.llmplanner.view.calculator;

import dev.llmplanner.contract.Remedy;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.scenario.Choices;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.text.Arguments;
import java.util.Map;

/** Says what a remedy does: the fields that it sets, each with its new value. */
final class Remedies {

    private Remedies() {}

    static String text(Remedy remedy, Scene scene) {
        StringBuilder out = new StringBuilder();
        write(remedy.change(), "", scene, out);
        return out.toString();
    }

    private static void write(JsonObject change, String prefix, Scene scene, StringBuilder out) {
        for (Map.Entry<String, Json> member : change.members().entrySet()) {
            String path = prefix + member.getKey();
            if (member.getValue() instanceof JsonObject group) {
                write(group, path + ".", scene, out);
            } else {
                Field.ofPath(path).ifPresent(field -> out.append(out.length() == 0 ? "" : scene.say("list.separator"))
                        .append(scene.say("remedy.set", Arguments.of("field", scene.say("field." + field.key() + ".label"))
                                .and("value", value(field, member.getValue(), scene)))));
            }
        }
    }

    private static String value(Field field, Json value, Scene scene) {
        if (value instanceof JsonNumber number) {
            return scene.words().number(number.value(), 3);
        }
        String text = value instanceof JsonString string ? string.value() : "";
        return Choices.of(field).contains(text)
                ? scene.say("choice." + field.key() + "." + text)
                : Options.label(field, text, scene);
    }
}
