package dev.llmplanner.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * No text that people read on the page stands in Java. A literal looks like one if it has a letter and a blank, starts with
 * a capital and a small letter, or holds a Chinese character.
 */
class NoTextInCodeTest {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern TEXT = Pattern.compile(".*[A-Za-z].* .*|.* .*[A-Za-z].*|[A-Z][a-z].*|.*\\p{IsHan}.*");

    /** What is left out before looking: comments, scripts of natives, and messages of bugs. */
    private static final Pattern APART = Pattern.compile(
            "(?s)/\\*.*?\\*/|//[^\n]*|'(?:\\\\.|[^'])'|endsWith\\(\"\\w+\"\\)|@JSBody\\(.*?\\)\\s*(?:private )?(?:public )?static native|Exception\\((?:[^;]|\\n)*?;"
                    + "|wrong\\((?:[^;])*?;");

    /** Names of classes in the style sheet: the second argument of {@code el}, and that of {@code cls}. */
    private static final Pattern CLASSES = Pattern.compile("(?:el\\(\"[a-z0-9]+\", |cls\\()\"[a-z -]*\"");

    /**
     * Words of HTML and SVG, names of keys on a keyboard, a list of element ids, endings of catalog keys, and what the
     * message parser expected, which only its exception says.
     */
    private static final List<String> ALLOWED = List.of("rotate(45)", "memory-bar-title memory-bar-desc",
            "noopener noreferrer", "allow-scripts allow-popups", "Ctrl+z", "Ctrl+y", "Ctrl+Shift+z", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "PageDown", "PageUp", "Home", "End", "Enter", "Escape", "Gbps", "GiB", "MiB", "Watts", "Kw",
            "Tflops", "Billion", "Microseconds", "Tokens", "argument name", "argument type", "number style");

    @Test
    void noSourceOfThePageHoldsTextForPeople() throws IOException {
        List<String> found = new ArrayList<>();
        for (String source : MessagesTest.sources()) {
            String code = CLASSES.matcher(APART.matcher(source).replaceAll("")).replaceAll("");
            Matcher matcher = LITERAL.matcher(code);
            while (matcher.find()) {
                if (TEXT.matcher(matcher.group(1)).matches() && !ALLOWED.contains(matcher.group(1))) {
                    found.add(matcher.group(1));
                }
            }
        }

        assertThat(found).isEmpty();
    }
}
