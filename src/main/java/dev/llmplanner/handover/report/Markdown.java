package dev.llmplanner.handover.report;

import dev.llmplanner.handover.text.Lines;
import java.util.List;

/** Blocks as Markdown with tables (GitHub Flavored). What stands in a name is shown, never taken for markup. */
public final class Markdown {

    private static final String ANYWHERE = "\\`*_{}[]<>|~&";
    private static final String AT_START = "#+-=.):";

    private Markdown() {}

    /** The text of those blocks. */
    public static String of(List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        for (Block block : blocks) {
            text.append(text.length() == 0 ? "" : "\n");
            write(block, text);
        }
        return text.toString();
    }

    private static void write(Block block, StringBuilder text) {
        if (block instanceof Block.Heading heading) {
            text.append("#".repeat(heading.level())).append(' ').append(escaped(heading.text())).append('\n');
        } else if (block instanceof Block.Paragraph paragraph) {
            text.append(escaped(paragraph.text())).append('\n');
        } else if (block instanceof Block.Bullets bullets) {
            bullets.items().forEach(item -> text.append("- ").append(escaped(item)).append('\n'));
        } else if (block instanceof Block.Table table) {
            row(table.head(), text);
            for (int i = 0; i < table.head().size(); i++) {
                text.append(i < table.head().size() - table.numbers() ? "|---" : "|--:");
            }
            text.append("|\n");
            table.rows().forEach(row -> row(row, text));
        }
    }

    private static void row(List<String> cells, StringBuilder text) {
        cells.forEach(cell -> text.append("| ").append(escaped(cell)).append(' '));
        text.append("|\n");
    }

    /** A text on one line, of which nothing begins markup; figures and names stay as readable as they can. */
    static String escaped(String value) {
        String line = Lines.single(value);
        StringBuilder text = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean between = c == '_' && i > 0 && Character.isLetterOrDigit(line.charAt(i - 1))
                    && i + 1 < line.length() && Character.isLetterOrDigit(line.charAt(i + 1));
            boolean markup = ANYWHERE.indexOf(c) >= 0 && !between || start && AT_START.indexOf(c) >= 0;
            text.append(markup ? "\\" : "").append(c);
            // A number at the start may begin a list.
            start = start && (c == ' ' || c >= '0' && c <= '9');
        }
        return text.toString();
    }
}
