package dev.llmplanner.view.text;

/** Tells a date of the catalogs from other time words. */
final class IsoDate {

    private IsoDate() {
    }

    /** Whether it is {@code yyyy-mm} or {@code yyyy-mm-dd} with a month and a day that exist in some year. */
    static boolean fits(String text) {
        if (text.length() != 7 && text.length() != 10) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean dash = i == 4 || i == 7;
            if (dash ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return within(text.substring(5, 7), 12) && (text.length() == 7 || within(text.substring(8), 31));
    }

    private static boolean within(String digits, int last) {
        int value = Integer.parseInt(digits);
        return value >= 1 && value <= last;
    }
}
