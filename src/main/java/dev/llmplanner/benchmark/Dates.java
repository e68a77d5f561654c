package dev.llmplanner.benchmark;

import java.util.Optional;
import java.util.OptionalDouble;

/** Days as ISO text, from the forms that the tools write. */
final class Dates {

    private static final double DAY_SECONDS = 86_400;

    private Dates() {}

    /** {@code 20260131-101500}, {@code 2026-01-31T10:15:00Z} or {@code 2026-01-31}. */
    static Optional<String> of(Optional<String> text) {
        return text.flatMap(written -> {
            StringBuilder digits = new StringBuilder();
            for (int i = 0; i < written.length() && digits.length() < 8; i++) {
                char c = written.charAt(i);
                if (c >= '0' && c <= '9') {
                    digits.append(c);
                } else if (c != '-' || digits.length() != 4 && digits.length() != 6) {
                    return Optional.empty();
                }
            }
            return digits.length() == 8
                    ? iso(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6)) : Optional.empty();
        });
    }

    /** Seconds since 1970. The calendar of http://howardhinnant.github.io/date_algorithms.html, civil_from_days. */
    static Optional<String> ofEpoch(OptionalDouble seconds) {
        if (seconds.isEmpty() || seconds.getAsDouble() < 0 || seconds.getAsDouble() > 1e11) {
            return Optional.empty();
        }
        int days = (int) Math.floor(seconds.getAsDouble() / DAY_SECONDS) + 719_468;
        int era = days / 146_097;
        int dayOfEra = days - era * 146_097;
        int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shifted = (5 * dayOfYear + 2) / 153;
        int month = shifted < 10 ? shifted + 3 : shifted - 9;
        int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return iso(padded(year), padded(month), padded(dayOfYear - (153 * shifted + 2) / 5 + 1));
    }

    private static Optional<String> iso(String year, String month, String day) {
        boolean right = month.compareTo("01") >= 0 && month.compareTo("12") <= 0 && day.compareTo("01") >= 0
                && day.compareTo("31") <= 0 && year.length() == 4;
        return right ? Optional.of(year + "-" + month + "-" + day) : Optional.empty();
    }

    private static String padded(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
