package dev.llmplanner.view.node;

import java.util.List;

/**
 * What a handler may know of a browser's event.
 *
 * @param value the field's text, or empty
 * @param checked whether the box or radio button is on
 * @param open whether the {@code details}, {@code dialog} or popover is open after the event
 * @param key the key's name, such as {@code Enter}, or empty
 * @param files the files that were chosen or dropped; the event arrives when all are read
 */
public record DomEvent(
        String value,
        boolean checked,
        boolean open,
        String key,
        boolean ctrl,
        boolean shift,
        boolean alt,
        boolean meta,
        List<FileText> files) {

    public DomEvent {
        files = List.copyOf(files);
    }

    /** An event without any detail, as a click makes it. */
    public static DomEvent plain() {
        return typed("");
    }

    /** An event of a field that holds this text. */
    public static DomEvent typed(String value) {
        return new DomEvent(value, false, false, "", false, false, false, false, List.of());
    }

    /** An event of a box that is now on or off. */
    public static DomEvent ticked(boolean checked) {
        return new DomEvent("", checked, false, "", false, false, false, false, List.of());
    }

    /** A key without modifiers. */
    public static DomEvent pressed(String key) {
        return new DomEvent("", false, false, key, false, false, false, false, List.of());
    }

    /**
     * A file that a person chose or dropped.
     *
     * @param text of a text file; where the file begins with {@code GGUF}, its first bytes, one in the lower eight bits of each
     *             character; empty where it can't be read, as a folder
     */
    public record FileText(String name, String text) {
    }
}
