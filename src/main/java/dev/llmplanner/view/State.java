package dev.llmplanner.view;

import dev.llmplanner.view.program.Screen;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.text.Words;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the page shows, as one value.
 *
 * @param words           by language, as far as they are loaded
 * @param language        of the text, once its words are loaded
 * @param languageChosen  by the reader or a link, not by the browser's preference
 * @param theme           colours
 * @param route           the page
 * @param scenario        the Calculator's fields
 * @param outcome         the Calculator's answer
 * @param picker          the list that is open
 * @param searches        what is typed in a page's search field, by the page's code
 * @param tables          order of each table that isn't in the catalog's order, by the table's name
 * @param details         sources, prices and notes of all records
 * @param guides          all guides
 * @param work            the formula that is open
 * @param ignored         pieces of the link that could not be used
 * @param message         key of a short message about something just done; blank for none
 */
public record State(
        Map<String, Words> words,
        String language,
        boolean languageChosen,
        Screen.Theme theme,
        Route route,
        Scenario scenario,
        Outcome outcome,
        Optional<Picker> picker,
        Map<String, String> searches,
        Map<String, Table> tables,
        Lazy details,
        Lazy guides,
        Work work,
        List<String> ignored,
        String message) {

    public State {
        words = Map.copyOf(words);
        searches = Collections.unmodifiableMap(new LinkedHashMap<>(searches));
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
        ignored = List.copyOf(ignored);
    }

    /** The state of an empty page in that language. */
    public static State initial(Map<String, Words> words, String language, boolean chosen, Screen.Theme theme) {
        return new State(words, language, chosen, theme, Route.CALCULATOR, Scenario.INITIAL, Outcome.NONE, Optional.empty(),
                Map.of(), Map.of(), Lazy.NOT_ASKED, Lazy.NOT_ASKED, Work.CLOSED, List.of(), "");
    }

    /** The words of the language; while they are loading, those of another. */
    public Words speech() {
        Words known = words.get(language);
        return known != null ? known : words.values().iterator().next();
    }

    /** What is typed in the search field of the present page. */
    public String search() {
        return searches.getOrDefault(route.place().code(), "");
    }

    /** The order of that table. */
    public Table table(String name) {
        return tables.getOrDefault(name, Table.UNSORTED);
    }

    State withWords(String loaded, Words next) {
        return new State(with(words, loaded, next, false), language, languageChosen, theme, route, scenario, outcome,
                picker, searches, tables, details, guides, work, ignored, message);
    }

    State withLanguage(String next, boolean chosen) {
        return new State(words, next, chosen, theme, route, scenario, outcome, picker, searches, tables, details,
                guides, work, ignored, message);
    }

    State withTheme(Screen.Theme next) {
        return new State(words, language, languageChosen, next, route, scenario, outcome, picker, searches, tables, details, guides, work, ignored, message);
    }

    State withRoute(Route next) {
        return new State(words, language, languageChosen, theme, next, scenario, outcome, Optional.empty(), searches, tables,
                details, guides, work, ignored, message);
    }

    /** Another scenario, with its answer. */
    State withScenario(Scenario next, Resources resources) {
        return new State(words, language, languageChosen, theme, route, next,
                Outcome.of(next, resources, speech(), outcome), picker, searches, tables, details, guides, Work.CLOSED,
                ignored, message);
    }

    State withPicker(Optional<Picker> next) {
        return new State(words, language, languageChosen, theme, route, scenario, outcome, next, searches, tables, details, guides, work, ignored, message);
    }

    State withSearch(String text) {
        return withTables(with(searches, route.place().code(), text, text.isEmpty()), tables);
    }

    State withTable(String name, Table next) {
        return withTables(searches, with(tables, name, next, next.equals(Table.UNSORTED)));
    }

    State withTables(Map<String, String> nextSearches, Map<String, Table> nextTables) {
        return new State(words, language, languageChosen, theme, route, scenario, outcome, picker, nextSearches, nextTables,
                details, guides, work, ignored, message);
    }

    State withDetails(Lazy next) {
        return new State(words, language, languageChosen, theme, route, scenario, outcome, picker, searches, tables, next, guides, work, ignored, message);
    }

    State withGuides(Lazy next) {
        return new State(words, language, languageChosen, theme, route, scenario, outcome, picker, searches, tables, details, next, work, ignored, message);
    }

    State withWork(Work next) {
        return new State(words, language, languageChosen, theme, route, scenario, outcome, picker, searches, tables, details, guides, next, ignored, message);
    }

    State withIgnored(List<String> next) {
        return new State(words, language, languageChosen, theme, route, scenario, outcome, picker, searches, tables, details, guides, work, next, message);
    }

    State withMessage(String next) {
        return new State(words, language, languageChosen, theme, route, scenario, outcome, picker, searches, tables, details, guides, work, ignored, next);
    }

    private static <T> Map<String, T> with(Map<String, T> map, String name, T value, boolean remove) {
        Map<String, T> next = new LinkedHashMap<>(map);
        if (remove) {
            next.remove(name);
        } else {
            next.put(name, value);
        }
        return next;
    }
}
