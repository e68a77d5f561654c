package dev.llmplanner.view;

import dev.llmplanner.view.scenario.Draft;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Problem;
import dev.llmplanner.view.scenario.Query;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.scenario.ScenarioLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page's address after {@code #}: the whole scenario or the tables' order, readable, defaults left out.
 *
 * <p>Opening an address takes over what can be used, field by field, and lists the rest.
 */
public final class Address {
    private static final String LANGUAGE = "lang";
    private static final String SEARCH = "q";
    private static final String SORT = "sort.";

    private Address() {}

    /** The hash of that state. */
    public static String of(State state) {
        return of(state, state.route(), state.scenario());
    }

    /** The hash that opens the Calculator on that scenario, with the rest as it is. */
    public static String of(State state, Scenario scenario) {
        return of(state, Route.CALCULATOR, scenario);
    }

    private static String of(State state, Route route, Scenario scenario) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (route.place() == Route.Place.CALCULATOR) {
            texts.putAll(ScenarioLink.write(scenario));
        }
        if (!state.search().isEmpty() && route.equals(state.route())) {
            texts.put(SEARCH, state.search());
        }
        for (String table : tablesOf(route.place())) {
            Table order = state.table(table);
            if (!order.equals(Table.UNSORTED)) {
                texts.put(SORT + table, order.descending() ? "-" + order.column() : order.column());
            }
        }
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
        opened = tables(texts, opened);
        if (opened.route().place() == Route.Place.CALCULATOR) {
            ScenarioLink.Read read = ScenarioLink.read(texts);
            ignored.addAll(read.ignored());
            opened = repaired(read.scenario(), opened, resources, ignored);
        } else {
            texts.forEach((name, text) -> ignored.add(name + "=" + text));
        }
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

    private static State tables(Map<String, String> texts, State state) {
        List<String> tables = tablesOf(state.route().place());
        if (tables.isEmpty()) {
            return state;
        }
        String search = texts.remove(SEARCH);
        State opened = state.withSearch(search == null ? "" : search);
        for (String table : tables) {
            String order = texts.remove(SORT + table);
            boolean descending = order != null && order.startsWith("-");
            opened = opened.withTable(table, order == null
                    ? Table.UNSORTED
                    : new Table(descending ? order.substring(1) : order, descending));
        }
        return opened;
    }

    /** Puts the default into each field that has no usable text, until the planner has an answer. */
    private static State repaired(Scenario read, State state, Resources resources, List<String> ignored) {
        Scenario scenario = read;
        for (int attempt = 0; attempt < Field.ALL.size(); attempt++) {
            Draft draft = Draft.of(scenario, state.speech());
            State tried = state.withScenario(scenario, resources);
            Map<Field, Problem> problems =
                    draft.problems().isEmpty() ? tried.outcome().problems() : draft.problems();
            if (tried.outcome().isCurrent()) {
                return tried;
            }
            Scenario mended = scenario;
            for (Field field : problems.keySet()) {
                String text = scenario.text(field);
                mended = mended.with(field, field.initial());
                if (!scenario.has(field, field.initial())) {
                    ignored.add(field.key() + "=" + text);
                }
            }
            if (mended.equals(scenario)) {
                break;
            }
            scenario = mended;
        }
        ScenarioLink.write(scenario).forEach((name, text) -> ignored.add(name + "=" + text));
        return state.withScenario(Scenario.INITIAL, resources);
    }

    /** The tables of that page. */
    private static List<String> tablesOf(Route.Place place) {
        return switch (place) {
            case MODELS -> List.of("models");
            case HARDWARE -> List.of("accelerators", "servers", "fabrics");
            default -> List.of();
        };
    }
}
