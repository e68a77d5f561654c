package dev.llmplanner.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The numbers of one page, from {@code docs/figures/}: what each is computed from, and how the page writes it.
 *
 * <p>A file names its {@code pages} (the same page in each language), {@code requests} to the planner, {@code values} (an
 * expression {@code is}, the {@code text} that the page shows, a {@code name} for later expressions, and {@code equals}, an
 * expression that must give the same), {@code says} (words of an answer that the page relies on) and {@code given} (numbers
 * that are chosen, not computed, with the reason).
 */
final class Figures {

    private static final double SAME = 1e-9;

    /** Stands beside a number that was replaced, so that it isn't taken for another's old text. */
    private static final String DONE = "\u0001";

    private final Path file;
    private final JsonObject document;
    private final Lookup lookup;

    private Figures(Path file, JsonObject document) {
        this.file = file;
        this.document = document;
        this.lookup = new Lookup((JsonObject) document.get("requests").orElse(new JsonObject(Map.of())));
    }

    static Figures read(Path file) {
        return new Figures(file, (JsonObject) JacksonJson.read(file));
    }

    List<Path> pages() {
        return items("pages").stream().map(page -> Path.of(((JsonString) page).value())).toList();
    }

    /** A value whose text is no longer what it computes to. */
    private record Drift(String is, String old, String now) {}

    /** Fails where a value has drifted from its text; writes the new text where the run asks for it. */
    void valuesHold() {
        List<Drift> drifted = new ArrayList<>();
        List<String> different = new ArrayList<>();
        Map<String, Set<String>> shownAs = new LinkedHashMap<>();
        for (Json item : items("values")) {
            JsonObject value = (JsonObject) item;
            String is = text(value, "is");
            double result = Expression.evaluate(is, lookup::number);
            value.get("name").ifPresent(name -> lookup.name(((JsonString) name).value(), result));
            value.get("equals").ifPresent(equal -> {
                double other = Expression.evaluate(((JsonString) equal).value(), lookup::number);
                if (!(Math.abs(other - result) <= SAME * Math.max(Math.abs(other), Math.abs(result)))) {
                    different.add(is + " is " + result + ", but " + ((JsonString) equal).value() + " is " + other);
                }
            });
            value.get("text").ifPresent(shown -> {
                String old = ((JsonString) shown).value();
                String now = written(result, old);
                shownAs.computeIfAbsent(old, key -> new LinkedHashSet<>()).add(now);
                if (!now.equals(old)) {
                    drifted.add(new Drift(is, old, now));
                    different.add(is + " is " + result + ": the page says " + old + ", write " + now);
                }
            });
        }
        if (Boolean.getBoolean("figures.update")) {
            update(drifted, shownAs);
        }
        assertThat(different).as(file + "; run again with -Dfigures.update=true to write what has moved").isEmpty();
    }

    /** A text that stood for several values, or for a given number, is left for the writer to change on the page. */
    private void update(List<Drift> drifted, Map<String, Set<String>> shownAs) {
        String own = PageText.read(file);
        Map<Path, String> texts = new LinkedHashMap<>();
        pages().forEach(page -> texts.put(page, PageText.read(page)));
        for (Drift drift : drifted) {
            own = own.lines()
                    .map(line -> line.contains("\"is\": \"" + drift.is() + "\"")
                            ? line.replace("\"text\": \"" + drift.old() + "\"", "\"text\": \"" + drift.now() + "\"")
                            : line)
                    .collect(Collectors.joining("\n", "", "\n"));
            boolean given = document.get("given")
                    .map(numbers -> ((JsonObject) numbers).get(drift.old()).isPresent()).orElse(false);
            if (shownAs.get(drift.old()).size() == 1 && !given) {
                texts.replaceAll((page, markdown) ->
                        PageText.replaced(markdown, drift.old(), DONE + drift.now() + DONE));
            }
        }
        PageText.write(file, own);
        texts.forEach((page, markdown) -> PageText.write(page, markdown.replace(DONE, "")));
    }

    /** Fails where an answer no longer says what the page relies on. */
    void wordsHold() {
        for (Json item : items("says")) {
            JsonObject one = (JsonObject) item;
            assertThat(lookup.word(text(one, "of"))).as(file + ": " + text(one, "of")).isEqualTo(text(one, "is"));
        }
    }

    /** Fails where a page shows a number that isn't listed, or doesn't show one that is. */
    void pageShowsWhatIsListed(Path page) {
        Set<String> listed = new LinkedHashSet<>();
        for (Json item : items("values")) {
            ((JsonObject) item).get("text").ifPresent(shown -> listed.add(((JsonString) shown).value()));
        }
        Set<String> known = new LinkedHashSet<>(listed);
        document.get("given").ifPresent(given -> known.addAll(((JsonObject) given).members().keySet()));
        List<String> shown = PageText.numbers(PageText.read(page));
        assertThat(known).as("numbers of " + page + " in " + file).containsAll(shown);
        assertThat(shown).as("numbers of " + file + " on " + page).containsAll(listed);
    }

    /** The requests in full, as the planner echoes them, by name. */
    Map<String, JsonObject> filledRequests() {
        Map<String, JsonObject> filled = new LinkedHashMap<>();
        document.get("requests").ifPresent(requests -> ((JsonObject) requests).members().keySet().forEach(name ->
                filled.put(name, (JsonObject) lookup.answer(name).get("request").orElseThrow())));
        return filled;
    }

    /** A number with as many decimals as the text has. */
    private static String written(double value, String like) {
        int point = like.indexOf('.');
        int decimals = point < 0 ? 0 : like.length() - point - 1;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private List<Json> items(String member) {
        return document.get(member).map(array -> ((JsonArray) array).items()).orElse(List.of());
    }

    private static String text(JsonObject object, String name) {
        return ((JsonString) object.get(name).orElseThrow(() -> new IllegalArgumentException("no " + name))).value();
    }
}
