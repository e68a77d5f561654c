package dev.llmplanner.view.text;

/**
 * Numbers in English and Chinese as {@code Intl} writes them, for the first screen: a browser takes a while to make its own
 * formats. Both languages group by thousands with a comma.
 */
public final class DecimalText {
    private static final int GROUP = 3;

    private DecimalText() {
    }

    /**
     * A finite number, times a power of ten, rounded half away from zero by its shortest decimal text, without trailing zeros.
     *
     * @param shortest that text with an exponent: {@code -1.005e+3}
     * @param power    2 for hundredths
     * @param fraction most digits after the point
     */
    public static String decimal(String shortest, int power, int fraction) {
        return write(shortest, power, exponent(shortest) + 1 + power + fraction);
    }

    /** The same, rounded to significant digits. */
    public static String significant(String shortest, int digits) {
        return write(shortest, 0, digits);
    }

    private static int exponent(String shortest) {
        int at = shortest.indexOf('e') + 1;
        return Integer.parseInt(shortest.substring(shortest.charAt(at) == '+' ? at + 1 : at));
    }

    private static String write(String shortest, int power, int kept) {
        boolean negative = shortest.charAt(0) == '-';
        int first = negative ? 1 : 0;
        int end = shortest.indexOf('e');
        String digits = shortest.charAt(first) + (end > first + 2 ? shortest.substring(first + 2, end) : "");
        int point = exponent(shortest) + 1 + power;
        if (kept < digits.length()) {
            boolean up = kept >= 0 && digits.charAt(kept) >= '5';
            digits = digits.substring(0, Math.max(0, kept));
            if (up) {
                String raised = raised(digits);
                point += raised.length() - digits.length();
                digits = raised;
            }
        }
        int last = digits.length();
        while (last > 0 && digits.charAt(last - 1) == '0') {
            last--;
        }
        if (last == 0) {
            return "0";
        }
        StringBuilder out = new StringBuilder(negative ? "-" : "");
        if (point <= 0) {
            out.append('0');
        }
        for (int i = 0; i < point; i++) {
            if (i > 0 && (point - i) % GROUP == 0) {
                out.append(',');
            }
            out.append(i < last ? digits.charAt(i) : '0');
        }
        if (last > point) {
            out.append('.');
            for (int i = point; i < last; i++) {
                out.append(i < 0 ? '0' : digits.charAt(i));
            }
        }
        return out.toString();
    }

    /** The digits one higher in their last place; one digit more where all were nines. */
    private static String raised(String digits) {
        int at = digits.length() - 1;
        StringBuilder zeros = new StringBuilder();
        while (at >= 0 && digits.charAt(at) == '9') {
            zeros.append('0');
            at--;
        }
        return at < 0 ? "1" + zeros : digits.substring(0, at) + (char) (digits.charAt(at) + 1) + zeros;
    }
}
