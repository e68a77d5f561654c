package dev.llmplanner.build.guide;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.guide.GuideFigures;
import dev.llmplanner.view.guide.GuideReading;
import dev.llmplanner.view.guide.GuideScenario;
import dev.llmplanner.view.guide.GuideSearch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Refuses guides with what a page couldn't keep. See {@code docs/guides/README.md}. */
final class GuideCheck {
    private static final List<String> PERSONAS = List.of("everyone", "architect", "product", "researcher");

    private final Path folder;
    private final Resources resources;
    private final JsonObject prices;
    private final GuideSearcher searches;
    private final Map<String, JsonObject> figures;
    private final GuideLinks links;
    private final Set<String> words = new LinkedHashSet<>();

    /** What a guide says in one language, as far as all languages must say it. */
    private record Said(String persona, String order, Set<String> quotes, List<String> scenarios) {

        /** What the other one lacks, for the message. */
        private String without(Said other) {
            Set<String> more = new TreeSet<>(quotes);
            more.removeAll(other.quotes);
            return persona + " " + order + " " + scenarios + " " + more;
        }
    }

    private final Map<String, Map<String, Said>> said = new LinkedHashMap<>();
    private final List<GuideProblem> problems = new ArrayList<>();

    GuideCheck(Path folder, Resources resources, JsonObject prices, Map<String, JsonObject> figures) {
        this.prices = prices;
        this.folder = folder;
        this.resources = resources;
        this.searches = new GuideSearcher(resources.planner(), prices);
        this.figures = figures;
        this.links = new GuideLinks(resources);
        for (String collection : List.of("models", "accelerators", "servers", "fabrics")) {
            ((JsonObject) resources.bundle().get(collection).orElseThrow()).members().forEach((id, record) -> {
                words.add(id);
                ((JsonObject) record).get("name").ifPresent(name -> words.add(((JsonString) name).value()));
            });
        }
        Path allowed = folder.resolve("words.json");
        if (Files.exists(allowed)) {
            words.addAll(((JsonObject) JacksonJson.read(allowed)).members().keySet());
        }
    }

    /** Takes a problem, to be told with all others. */
    void report(GuideProblem problem) {
        problems.add(problem);
    }

    private void report(Path file, int line, String what) {
        report(new GuideProblem(file, line, what));
    }

    /** Checks one guide in one language. */
    void add(String language, GuideFile guide, MarkdownNodes.Rendered rendered, List<Path> all) {
        Path file = guide.path();
        if (!PERSONAS.contains(guide.persona())) {
            throw new GuideProblem(file, 1, "guides lie in " + PERSONAS);
        }
        JsonObject json = figures.getOrDefault(guide.slug(), new JsonObject(Map.of()));
        GuideFigures own = read(guide.slug(), json);
        GuideReading reading = new GuideReading(resources, prices, own, language, searches);
        Set<String> allowed = new LinkedHashSet<>(words);
        if (json.get("words").orElse(null) instanceof JsonObject more) {
            allowed.addAll(more.members().keySet());
        }
        numbers(guide, rendered, new PlainNumbers(allowed));
        for (MarkdownNodes.Use quote : rendered.quotes()) {
            try {
                reading.text(quote.text());
            } catch (IllegalArgumentException wrong) {
                report(file, quote.line(), wrong.getMessage());
            }
        }
        for (MarkdownNodes.Use card : rendered.scenarios()) {
            if (!own.scenarios().containsKey(card.text()) && !own.searches().containsKey(card.text())) {
                report(file, card.line(), "no scenario " + card.text());
            }
        }
        for (MarkdownNodes.Use link : rendered.links()) {
            links.problem(link.text(), file, new LinkedHashSet<>(all), rendered.anchors(), ids(own))
                    .ifPresent(what -> report(file, link.line(), what));
        }
        scenarios(guide.slug(), own, reading);
        Set<String> quotes = new TreeSet<>();
        rendered.quotes().forEach(quote -> quotes.add(quote.text()));
        unused(guide.slug(), own, rendered);
        said.computeIfAbsent(guide.slug(), slug -> new TreeMap<>()).put(language, new Said(guide.persona(),
                guide.head().get("order"), quotes, rendered.scenarios().stream().map(MarkdownNodes.Use::text).toList()));
    }

    private void numbers(GuideFile guide, MarkdownNodes.Rendered rendered, PlainNumbers plain) {
        for (MarkdownNodes.Use prose : rendered.prose()) {
            List<String> numbers = plain.in(prose.text());
            if (!numbers.isEmpty()) {
                report(guide.path(), prose.line(), "nothing computes or sources " + numbers + " in: " + prose.text());
            }
        }
        for (String name : List.of("title", "summary")) {
            if (!plain.in(guide.head().get(name)).isEmpty()) {
                report(guide.path(), 1, "a number stands in the " + name);
            }
        }
    }

    private GuideFigures read(String slug, JsonObject json) {
        try {
            return GuideFigures.read(json);
        } catch (IllegalArgumentException wrong) {
            throw new GuideProblem(figuresFile(slug), 1, wrong.getMessage());
        }
    }

    /** Of estimates and searches. */
    private static Set<String> ids(GuideFigures figures) {
        Set<String> ids = new LinkedHashSet<>(figures.scenarios().keySet());
        ids.addAll(figures.searches().keySet());
        return ids;
    }

    private void scenarios(String slug, GuideFigures own, GuideReading reading) {
        for (GuideScenario scenario : own.scenarios().values()) {
            try {
                reading.check(scenario);
            } catch (IllegalArgumentException wrong) {
                report(figuresFile(slug), 1, wrong.getMessage());
            }
        }
        for (GuideSearch search : own.searches().values()) {
            try {
                reading.check(search);
            } catch (IllegalArgumentException wrong) {
                report(figuresFile(slug), 1, wrong.getMessage());
            }
        }
    }

    /** A scenario or a name that no sentence uses would rot. */
    private void unused(String slug, GuideFigures own, MarkdownNodes.Rendered rendered) {
        StringBuilder uses = new StringBuilder();
        rendered.quotes().forEach(use -> uses.append(' ').append(use.text()));
        rendered.scenarios().forEach(use -> uses.append(' ').append(use.text()).append('.'));
        rendered.links().forEach(use -> uses.append(' ').append(use.text().replace("=", "")).append('.'));
        own.named().values().forEach(quote -> uses.append(' ').append(quote.expression()));
        own.scenarios().values().forEach(scenario -> uses.append(' ').append(scenario.like().orElse("")).append('.')
                .append(JacksonJson.compact(scenario.request())));
        own.searches().values().forEach(search -> uses.append(' ').append(search.like().orElse("")).append('.')
                .append(String.join(" ", search.fields().values())));
        Set<String> names = new LinkedHashSet<>(own.chosen().keySet());
        names.removeAll(GuideReading.TERMS);
        names.addAll(own.named().keySet());
        names.addAll(ids(own));
        for (String name : names) {
            if (!uses.toString().matches("(?s).*(?<![\\w-])" + name + "(?![\\w-]).*")) {
                report(figuresFile(slug), 1, "no sentence uses " + name);
            }
        }
    }

    private Path figuresFile(String slug) {
        return folder.resolve("figures").resolve(slug + ".json");
    }

    /** Refuses languages that differ by guides, places, scenarios or figures; then tells all problems. */
    void finish() {
        said.forEach((slug, byLanguage) -> {
            if (byLanguage.size() < Resources.LANGUAGES.size()) {
                report(folder, 1, slug + " is there only in " + byLanguage.keySet());
            }
            Said first = byLanguage.values().iterator().next();
            byLanguage.forEach((language, other) -> {
                if (!other.equals(first)) {
                    report(folder.resolve(language), 1, slug + " differs between languages: " + first.without(other)
                            + " against " + other.without(first));
                }
            });
        });
        figures.keySet().stream().filter(slug -> !said.containsKey(slug)).forEach(slug ->
                report(figuresFile(slug), 1, "there is no guide " + slug));
        if (!problems.isEmpty()) {
            throw new GuideProblem(problems);
        }
    }
}
