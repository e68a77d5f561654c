package dev.llmplanner.view.text;

/**
 * Which plural form a count takes, after CLDR.
 *
 * @see <a href="https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html">CLDR plural rules</a>
 */
final class PluralRules {

    private PluralRules() {
    }

    /** {@code one} or {@code other}. */
    static String category(String language, double count) {
        if (language.equals("en") || language.startsWith("en-")) {
            return Math.abs(count) == 1 ? "one" : "other";
        }
        if (language.equals("zh") || language.startsWith("zh-")) {
            return "other";
        }
        throw new IllegalArgumentException("no plural rules for language " + language);
    }
}
