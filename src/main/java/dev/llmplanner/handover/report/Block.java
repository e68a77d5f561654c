package dev.llmplanner.handover.report;

import java.util.List;

/** A part of a report, in words, for any medium. */
public sealed interface Block {

    /**
     * A heading.
     *
     * @param level 1 for the title, 2 for a chapter
     * @param id    of the chapter, for the contents
     */
    record Heading(int level, String id, String text) implements Block {}

    record Paragraph(String text) implements Block {}

    record Bullets(List<String> items) implements Block {

        public Bullets {
            items = List.copyOf(items);
        }
    }

    /**
     * A table.
     *
     * @param numbers how many columns at the end hold figures
     */
    record Table(List<String> head, List<List<String>> rows, int numbers) implements Block {

        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }
}
