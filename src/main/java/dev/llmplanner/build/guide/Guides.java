package dev.llmplanner.build.guide;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.build.json.JacksonTexts;
import dev.llmplanner.build.message.JvmWords;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.app.Workbench;
import dev.llmplanner.view.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The guides of all languages, and what they compute:
 * {@code {texts: {language: {slug: {title, persona, order, summary, contents, body}}}, figures: {slug: …}}}.
 */
public final class Guides {

    private Guides() {
    }

    /**
     * Reads {@code docs/guides/<language>/<persona>/<slug>.md} and {@code docs/guides/figures/<slug>.json}.
     *
     * @param catalog the bundle's records
     * @param prices  as the page loads them
     * @throws RuntimeException that names file and line where a guide holds what a page can't keep
     */
    public static JsonObject read(Path root, JsonObject catalog, JsonObject prices) {
        return read(root.resolve("docs/guides"), resources(root, catalog), prices);
    }

    static JsonObject read(Path folder, Resources resources, JsonObject prices) {
        JsonObject.Builder figures = new JsonObject.Builder();
        Map<String, JsonObject> figuresBySlug = new LinkedHashMap<>();
        for (Path file : files(folder.resolve("figures"), ".json")) {
            String name = file.getFileName().toString();
            JsonObject json = (JsonObject) JacksonJson.read(file);
            figuresBySlug.put(name.substring(0, name.length() - ".json".length()), json);
        }
        GuideCheck check = new GuideCheck(folder, resources, prices, figuresBySlug);
        JsonObject.Builder languages = new JsonObject.Builder();
        for (String language : Resources.LANGUAGES) {
            List<Path> files = files(folder.resolve(language), ".md");
            JsonObject.Builder texts = new JsonObject.Builder();
            for (Path file : files) {
                try {
                    GuideFile guide = GuideFile.read(file);
                    MarkdownNodes.Rendered rendered = MarkdownNodes.render(file, guide.text());
                    check.add(language, guide, rendered, files);
                    texts.put(guide.slug(), written(guide, rendered));
                } catch (GuideProblem problem) {
                    check.report(problem);
                }
            }
            languages.put(language, texts.build());
        }
        check.finish();
        figuresBySlug.forEach((slug, json) -> figures.put(slug, shipped(json)));
        return new JsonObject.Builder().put("texts", languages.build()).put("figures", figures.build()).build();
    }

    private static JsonObject written(GuideFile guide, MarkdownNodes.Rendered rendered) {
        List<Json> contents = new ArrayList<>();
        rendered.contents().forEach((id, text) ->
                contents.add(new JsonObject.Builder().put("id", id).put("text", text).build()));
        return new JsonObject.Builder()
                .put("title", guide.head().get("title"))
                .put("persona", guide.persona())
                .put("order", Double.parseDouble(guide.head().get("order")))
                .put("summary", guide.head().get("summary"))
                .put("contents", new JsonArray(contents))
                .put("body", new JsonArray(rendered.nodes()))
                .build();
    }

    /** What the page needs; statements and words are for the build. */
    private static JsonObject shipped(JsonObject json) {
        JsonObject.Builder kept = new JsonObject.Builder();
        for (String name : List.of("chosen", "scenarios", "named")) {
            json.get(name).ifPresent(value -> kept.put(name, value));
        }
        return kept.build();
    }

    /** The application as the page has it, for trying scenarios and places. */
    private static Resources resources(Path root, JsonObject catalog) {
        Map<String, Words> words = new LinkedHashMap<>();
        Resources.LANGUAGES.forEach(language -> words.put(language, JvmWords.read(root, language)));
        return new Resources(
                CatalogPlanner.of(catalog), catalog, words, JvmWords::of, new JacksonTexts(), new Workbench());
    }

    private static List<Path> files(Path directory, String ending) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
