package dev.llmplanner.view.calculator;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.text.Arguments;
import java.util.Optional;

/** What the planner filled in where the reader left the choice to it. */
final class Chosen {

    private Chosen() {}

    /** The value of a blank field in the last answer, as text; blank if there is none. */
    static String value(Field field, Scene scene) {
        Optional<Answer> answer = scene.state().outcome().answer();
        Json value = answer.isEmpty() ? null : at(answer.get(), field.path()).orElse(null);
        return value instanceof JsonNumber number
                ? scene.words().number(number.value(), 3)
                : value instanceof JsonString string ? string.value() : "";
    }

    /** The layout of the last answer in words. */
    static String layout(Scene scene) {
        Optional<Answer> answer = scene.state().outcome().answer();
        Arguments arguments = Arguments.none()
                .and("tensor", number(answer, Field.TENSOR_PARALLEL))
                .and("pipeline", number(answer, Field.PIPELINE_PARALLEL))
                .and("expert", number(answer, Field.EXPERT_PARALLEL))
                .and("data", number(answer, Field.ATTENTION_DATA_PARALLEL));
        return answer.isPresent() && at(answer.get(), "layout").isPresent()
                ? scene.say("layout.chosen", arguments)
                : scene.say("layout.none");
    }

    /** Why the planner took that layout; blank where there is none. */
    static String layoutReason(Scene scene) {
        Optional<Answer> answer = scene.state().outcome().answer();
        String key = "layout-reason." + answer.map(Answer::layoutReason).orElse("");
        return scene.words().knows(key) ? scene.say(key) : "";
    }

    /** The number at that field's path in the answered request; 1 where it holds none. */
    static double number(Optional<Answer> answer, Field field) {
        return answer.isPresent() && at(answer.get(), field.path()).orElse(null) instanceof JsonNumber number
                ? number.value()
                : 1;
    }

    /** The text at that place of the answered request; blank if there is none. */
    static String text(Answer answer, String path) {
        return at(answer, path).orElse(null) instanceof JsonString string ? string.value() : "";
    }

    private static Optional<Json> at(Answer answer, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return answer.request().get(path);
        }
        Optional<Json> group = answer.request().get(path.substring(0, dot));
        return group.isPresent() && group.get() instanceof JsonObject object
                ? object.get(path.substring(dot + 1))
                : Optional.empty();
    }
}
