package dev.llmplanner.browser;

import dev.llmplanner.view.program.Effect;
import java.util.function.Consumer;

/** Answers searches, and computes the matrix, aside. */
interface Searching {

    /** Runs that search in the place of the one that runs. */
    void run(Effect.Search search, Consumer<Object> events);

    /** Ends the search that runs. */
    void stop();

    /** Computes those rows beside what else runs. */
    void screen(Effect.Screen screen, Consumer<Object> events);

    /** Gets ready for rows that are likely to be wanted soon. */
    default void prepare() {
    }

    /** For an edition whose pages never search. */
    final class None implements Searching {
        @Override
        public void run(Effect.Search search, Consumer<Object> events) {
            throw new IllegalStateException("no page of this edition searches");
        }

        @Override
        public void stop() {
        }

        @Override
        public void screen(Effect.Screen screen, Consumer<Object> events) {
            throw new IllegalStateException("no page of this edition screens");
        }
    }
}
