package dev.llmplanner.view;

import dev.llmplanner.view.program.Effect;
import java.util.Optional;

/**
 * The pages that one script holds. The first load holds the Calculator alone; the workbench holds everything, and takes
 * over where the first leaves off.
 */
public interface Edition {

    /** The section that shows that place. */
    Section section(Route.Place place);

    /** What takes over when the reader goes to that place; empty where this edition shows it. */
    Optional<Effect> successor(Route.Place place);

    /** The script of dist that holds the messages of that language. */
    String messagesFile(String language);

    /** The global that this script sets. */
    String messagesGlobal(String language);
}
