package dev.llmplanner.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks a page, by a script of the test resources, what is wrong with how it can be read and worked. */
enum Reading {
    /** The page scrolls sideways. */
    SIDEWAYS("sideways"),
    /** Lines of prose that are too long to read. */
    LINES("lines"),
    /** Targets under 24 px with another one too near (WCAG 2.2, 2.5.8). */
    TARGETS("targets"),
    /** What the keyboard reaches and can't be seen: no ring, or under something that sticks (2.4.7, 2.4.11). */
    KEYBOARD("keyboard"),
    /** Controls after which nothing has the focus. */
    FOCUS("focus");

    private final String script;

    Reading(String script) {
        this.script = read(script);
    }

    @SuppressWarnings("unchecked")
    List<String> of(Page page) {
        return (List<String>) page.evaluate(script);
    }

    private static String read(String name) {
        try (InputStream in = Reading.class.getResourceAsStream("/reading/" + name + ".js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
