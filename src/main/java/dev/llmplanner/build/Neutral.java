package dev.llmplanner.build;

import java.util.Locale;

/** Programs answer alike whatever the machine's language. */
public final class Neutral {

    private Neutral() {
    }

    /**
     * Takes the machine's language out of this Java machine. In Turkish the small letter of I has no dot, so that codes, ids and
     * repositories would not be found; in the browser letters have no language.
     */
    public static void language() {
        Locale.setDefault(Locale.ROOT);
    }
}
