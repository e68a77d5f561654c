package dev.llmplanner.build.dist;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The guides of all languages: {@code {language: {slug: {title, body: [node, …]}}}}, see {@link MarkdownNodes}. */
final class Guides {

    private Guides() {
    }

    /** Reads {@code docs/guides/<language>/<slug>.md}. */
    static JsonObject read(Path root) {
        JsonObject.Builder languages = new JsonObject.Builder();
        for (Path language : sorted(root.resolve("docs/guides"))) {
            if (Files.isDirectory(language)) {
                languages.put(language.getFileName().toString(), guides(language));
            }
        }
        return languages.build();
    }

    private static JsonObject guides(Path language) {
        JsonObject.Builder guides = new JsonObject.Builder();
        for (Path file : sorted(language)) {
            String name = file.getFileName().toString();
            if (name.endsWith(".md")) {
                guides.put(name.substring(0, name.length() - ".md".length()), guide(file));
            }
        }
        return guides.build();
    }

    private static JsonObject guide(Path file) {
        try {
            MarkdownNodes.Rendered rendered = MarkdownNodes.render(Files.readString(file));
            List<Json> body = rendered.nodes();
            return new JsonObject.Builder().put("title", rendered.title()).put("body", new JsonArray(body)).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> sorted(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
