package dev.llmplanner.view.node;

import java.util.List;
import java.util.Map;

/** The HTML text of a tree, escaped. For tests on the JVM and for static pages; listeners and keys are left out. */
public final class Markup {
    private static final List<String> VOID = List.of("area", "base", "br", "col", "embed", "hr", "img", "input", "link",
            "meta", "source", "track", "wbr");

    private Markup() {
    }

    /** On one line, without any space that the tree doesn't hold. */
    public static String of(Content content) {
        StringBuilder out = new StringBuilder();
        write(content.node(), out);
        return out.toString();
    }

    /** The text that people read: all texts of the tree, in order, one blank between elements. */
    public static String words(Content content) {
        StringBuilder out = new StringBuilder();
        read(content.node(), out);
        return out.toString().trim();
    }

    private static void write(Node node, StringBuilder out) {
        if (node instanceof Text text) {
            escape(text.value(), false, out);
        } else if (node instanceof Element element) {
            out.append('<').append(element.tag());
            for (Map.Entry<String, Attribute> attribute : element.attributes().entrySet()) {
                write(attribute.getKey(), attribute.getValue(), out);
            }
            out.append('>');
            if (VOID.contains(element.tag())) {
                return;
            }
            for (Node child : element.children()) {
                write(child, out);
            }
            out.append("</").append(element.tag()).append('>');
        }
    }

    private static void write(String name, Attribute attribute, StringBuilder out) {
        if (attribute instanceof Attribute.Flag flag) {
            if (flag.present()) {
                out.append(' ').append(name);
            }
        } else if (attribute instanceof Attribute.Value value) {
            out.append(' ').append(name).append("=\"");
            escape(value.text(), true, out);
            out.append('"');
        }
    }

    private static void escape(String text, boolean quoted, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(quoted ? "&quot;" : "\"");
                default -> out.append(c);
            }
        }
    }

    private static void read(Node node, StringBuilder out) {
        if (node instanceof Text text) {
            out.append(text.value());
        } else if (node instanceof Element element) {
            for (Node child : element.children()) {
                if (child instanceof Element && out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
                read(child, out);
            }
        }
    }
}
