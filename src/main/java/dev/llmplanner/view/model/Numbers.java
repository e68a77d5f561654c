package dev.llmplanner.view.model;

import dev.llmplanner.view.Scene;
import dev.llmplanner.view.text.Arguments;

/** Numbers whose parts span five magnitudes. */
final class Numbers {

    private Numbers() {}

    /** Elements in billions, or in millions below one: three digits. */
    static String parameters(double count, Scene scene) {
        return count >= 1e9
                ? scene.say("unit.billion", Arguments.of("value", scene.words().significant(count / 1e9, 3)))
                : scene.say("model.million", Arguments.of("value", scene.words().significant(count / 1e6, 3)));
    }

    /** A share; what is below a hundredth with two decimals. */
    static String share(double fraction, Scene scene) {
        return fraction < 0.01 ? scene.words().percent(fraction, 2) : scene.figures().percent(fraction);
    }
}
