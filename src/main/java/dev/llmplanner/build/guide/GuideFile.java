package dev.llmplanner.build.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One guide as it is written: a head of {@code name: text} between two lines of {@code ---}, then Markdown.
 *
 * @param path    {@code docs/guides/<language>/<persona>/<slug>.md}
 * @param head    title, order, summary
 * @param text    with blank lines in the place of the head, so that lines keep their numbers
 */
record GuideFile(Path path, Map<String, String> head, String text) {
    private static final String FENCE = "---";
    private static final List<String> NAMES = List.of("title", "order", "summary");

    static GuideFile read(Path path) {
        try {
            return parse(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static GuideFile parse(Path path, String content) {
        List<String> lines = content.lines().toList();
        int end = lines.isEmpty() || !lines.get(0).equals(FENCE) ? -1 : lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (end < 1) {
            throw new GuideProblem(path, 1, "a guide starts with title, order and summary between two lines of ---");
        }
        Map<String, String> head = new LinkedHashMap<>();
        for (int i = 1; i < end; i++) {
            int colon = lines.get(i).indexOf(": ");
            String name = colon < 0 ? "" : lines.get(i).substring(0, colon);
            if (!NAMES.contains(name)) {
                throw new GuideProblem(path, i + 1, "the head holds " + NAMES + ", not: " + lines.get(i));
            }
            head.put(name, lines.get(i).substring(colon + 2).trim());
        }
        if (!head.keySet().containsAll(NAMES) || !head.get("order").matches("\\d+")) {
            throw new GuideProblem(path, 1, "the head holds all of " + NAMES + ", order as a whole number");
        }
        List<String> body = new ArrayList<>(lines);
        for (int i = 0; i <= end; i++) {
            body.set(i, "");
        }
        return new GuideFile(path, head, String.join("\n", body));
    }

    String slug() {
        String name = path.getFileName().toString();
        return name.substring(0, name.length() - ".md".length());
    }

    String persona() {
        return path.getParent().getFileName().toString();
    }
}
