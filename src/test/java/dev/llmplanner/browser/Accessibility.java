package dev.llmplanner.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks axe about a page as it stands. */
public final class Accessibility {
    /**
     * Without preload: axe would fetch the style sheets, which the page's policy forbids. From the top: a control that lies
     * under a strip which stays in sight counts as covered there, though a reader scrolls it free.
     */
    private static final String RUN = """
            async rules => {
              const {scrollX, scrollY} = window;
              window.scrollTo({left: 0, top: 0, behavior: 'instant'});
              const result = await axe.run(document, {preload: false, runOnly: rules});
              window.scrollTo({left: scrollX, top: scrollY, behavior: 'instant'});
              return result.violations.flatMap(rule => rule.nodes.map(node =>
                  rule.id + ': ' + node.html + ' ' + node.any.concat(node.all).map(check => check.message).join(' ')));
            }
            """;

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<String> COLOURS = List.of("color-contrast");

    private Accessibility() {
    }

    /** Fails with rule and elements if the page breaks WCAG 2.2 A or AA as far as a machine can tell. */
    public static void verify(Page page) {
        assertThat(violations(page)).as("axe violations").isEmpty();
    }

    static List<String> violations(Page page) {
        return violations(page, true);
    }

    /**
     * What axe finds.
     *
     * @param whole whether all rules are asked; else those of colours alone, for a second theme of the same page
     */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page, boolean whole) {
        page.evaluate(script());
        return (List<String>) page.evaluate(RUN, whole ? RULES : COLOURS);
    }

    private static String script() {
        try (InputStream in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
