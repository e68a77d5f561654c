package dev.llmplanner.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The prose of a page, and the numbers in it. Code, formulas in backticks and the targets of links are left out. */
final class PageText {

    private static final Pattern LEFT_OUT =
            Pattern.compile("(?s)^```.*?^```|`[^`]*`|(?<=\\])\\([^)]*\\)", Pattern.MULTILINE);

    /** Digits with a decimal part or a unit stuck to them; not digits inside a name such as H200 or Llama-3.1. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{IsLatin}\\d.,_-])\\d[\\d,]*+(?:\\.\\d++)?+\\p{IsLatin}*+(?![\\w-])");

    private PageText() {}

    static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path page, String text) {
        try {
            Files.write(page, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers of that page as they are written, in order. */
    static List<String> numbers(String markdown) {
        String prose = LEFT_OUT.matcher(markdown).replaceAll(" ");
        List<String> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(prose);
        while (matcher.find()) {
            String number = matcher.group();
            int end = number.length();
            while (number.charAt(end - 1) == ',') {
                end--;
            }
            String line = prose.substring(prose.lastIndexOf('\n', matcher.start()) + 1, matcher.start());
            boolean ordinal = prose.startsWith(". ", matcher.end()) && line.chars().allMatch(c -> c == '#' || c == ' ');
            if (!ordinal) {
                numbers.add(number.substring(0, end));
            }
        }
        return numbers;
    }

    /** The page with one number in its prose written otherwise. */
    static String replaced(String markdown, String number, String by) {
        Matcher matcher = Pattern.compile("(?<![\\p{IsLatin}\\d.,_-])" + Pattern.quote(number) + "(?![\\d.,-]*\\d)(?!\\p{IsLatin})")
                .matcher(markdown);
        return matcher.replaceAll(Matcher.quoteReplacement(by));
    }

    /** The targets of links to the Calculator. */
    static List<String> calculatorLinks(String markdown) {
        List<String> links = new ArrayList<>();
        Matcher matcher = Pattern.compile("\\]\\((#/calculator\\?[^)]*)\\)").matcher(markdown);
        while (matcher.find()) {
            links.add(matcher.group(1));
        }
        return links;
    }
}
