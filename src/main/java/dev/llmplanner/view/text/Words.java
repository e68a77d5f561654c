package dev.llmplanner.view.text;

import dev.llmplanner.json.JsonObject;
import java.util.OptionalDouble;

/** All text of one language. Views never build text from numbers or fragments of their own. */
public interface Words {

    /** BCP 47 tag: {@code en}, {@code zh-CN}. */
    String language();

    /** The message of that key, which takes no arguments. */
    String say(String key);

    /** The message of that key with these arguments. */
    String say(String key, Arguments arguments);

    /** Whether there is a message of that key: for texts that a record may have or lack. */
    boolean knows(String key);

    /** The same words with further messages. */
    Words with(JsonObject messages);

    /** A number with thousands grouped, rounded half away from zero. */
    String number(double value, int maximumFractionDigits);

    /** A number with thousands grouped, rounded to that many significant digits: 1,234,567 at 3 is 1,230,000. */
    String significant(double value, int digits);

    /** A fraction as per cent: 0.256 at 0 digits is 26%. */
    String percent(double fraction, int maximumFractionDigits);

    /** A date of the catalogs, {@code 2025-01-20} or {@code 2025-01}; anything else, such as {@code 2026-H1}, comes back as it is. */
    String date(String isoDate);

    /**
     * The number a person typed, with grouping, full-width digits or an exponent.
     *
     * @return empty if it isn't one number; {@code 1,5} is none, since it may mean two different ones
     */
    OptionalDouble parse(String typed);
}
