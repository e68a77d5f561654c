package dev.llmplanner.view.program;

import java.util.List;

/** A new state, and what the platform is to do after it is shown. */
public record Step<S>(S state, List<Effect> effects) {

    public Step {
        effects = List.copyOf(effects);
    }

    public static <S> Step<S> to(S state, Effect... effects) {
        return new Step<>(state, List.of(effects));
    }
}
