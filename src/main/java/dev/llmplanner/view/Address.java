package dev.llmplanner.view;

import dev.llmplanner.view.scenario.Query;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.scenario.ScenarioLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page's address after {@code #}: the page, what its section keeps there, the language; readable, defaults left out.
 *
 * <p>Opening an address takes over what can be used, field by field, and lists the rest.
 */
public final class Address {
    private static final String LANGUAGE = "lang";

    private Address() {}

    /** The hash of that state. */
    public static String of(State state, Resources resources) {
        return of(state, resources.edition().section(state.route().place()).link(state), state.route());
    }

    /** The hash that opens the Calculator on that scenario, with the rest as it is. */
    public static String of(State state, Scenario scenario) {
        return of(state, state.get(Additions.SLOT).carried(ScenarioLink.write(scenario)), Route.CALCULATOR);
    }

    /** The hash of another page with these texts of its section. */
    public static String of(State state, Map<String, String> section, Route route) {
        Map<String, String> texts = new LinkedHashMap<>(section);
        if (state.languageChosen()) {
            texts.put(LANGUAGE, state.language());
        }
        return route.hash(texts);
    }

    /** The language that a hash names; blank if it names none. */
    public static String language(String hash) {
        String language = Query.parse(hash.substring(hash.indexOf('?') + 1)).texts().get(LANGUAGE);
        return language == null ? "" : language;
    }

    /** The state after opening that hash. */
    public static State open(String hash, State state, Resources resources) {
        int mark = hash.indexOf('?');
        String path = mark < 0 ? hash : hash.substring(0, mark);
        Query query = Query.parse(mark < 0 ? "" : hash.substring(mark + 1));
        List<String> ignored = new ArrayList<>(query.broken());
        Optional<Route> route = path.isEmpty() ? Optional.of(Route.CALCULATOR) : Route.parse(path);
        if (route.isEmpty()) {
            ignored.add(0, path);
        }
        Map<String, String> texts = new LinkedHashMap<>(query.texts());
        State opened = language(texts, state, ignored).withRoute(route.orElse(Route.CALCULATOR));
        opened = resources.edition().section(opened.route().place()).opened(texts, opened, resources, ignored);
        texts.forEach((name, text) -> ignored.add(name + "=" + text));
        return opened.withIgnored(ignored);
    }

    private static State language(Map<String, String> texts, State state, List<String> ignored) {
        String language = texts.remove(LANGUAGE);
        if (language == null) {
            return state;
        }
        if (Resources.LANGUAGES.contains(language)) {
            return state.withLanguage(language, true);
        }
        ignored.add(LANGUAGE + "=" + language);
        return state;
    }
}
