package dev.llmplanner.build.guide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that stand in a guide's prose though nothing computes or sources them.
 *
 * <p>Digits are no number in a name: after a Latin letter or a hyphen (H200, FP8, Llama-3.1), and in the words that are
 * allowed. A number in the text of a link to https has its source there, and never comes here.
 */
final class PlainNumbers {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{IsLatin}\\d.,_-])\\d[\\d.,]*+\\p{IsLatin}*+");

    private final List<Pattern> words;

    /**
     * @param words names and phrases that may hold digits
     */
    PlainNumbers(Set<String> words) {
        this.words = words.stream().sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
                .map(word -> Pattern.compile("(?<![\\p{IsLatin}\\d.,_])" + Pattern.quote(word) + "(?![\\p{IsLatin}\\d]|[.,]\\d)"))
                .toList();
    }

    /** The numbers in that text, as they are written. */
    List<String> in(String text) {
        if (text.chars().noneMatch(Character::isDigit)) {
            return List.of();
        }
        String rest = text;
        for (Pattern word : words) {
            rest = word.matcher(rest).replaceAll(" ");
        }
        List<String> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(rest);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }
}
