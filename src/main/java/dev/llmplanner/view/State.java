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
 * @param inputs          what the reader entered into sections, by the name of its {@link Slot}; what is as at the beginning
 *                        is left out
 * @param parts           what else sections keep
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
        Map<String, Object> inputs,
        Map<String, Object> parts,
        Work work,
        List<String> ignored,
        String message) {

    public State {
        words = Map.copyOf(words);
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        ignored = List.copyOf(ignored);
    }

    /** The state of an empty page in that language. */
    public static State initial(Map<String, Words> words, String language, boolean chosen, Screen.Theme theme) {
        return new State(words, language, chosen, theme, Route.CALCULATOR, Scenario.INITIAL, Outcome.NONE, Optional.empty(),
                Map.of(), Map.of(), Work.CLOSED, List.of(), "");
    }

    /** The words of the language; while they are loading, those of another. */
    public Words speech() {
        Words known = words.get(language);
        return known != null ? known : words.values().iterator().next();
    }

    /** What stands in that slot. */
    @SuppressWarnings("unchecked")
    public <T> T get(Slot<T> slot) {
        return (T) (slot.input() ? inputs : parts).getOrDefault(slot.name(), slot.initial());
    }

    /** The state with that in the slot. */
    public <T> State with(Slot<T> slot, T value) {
        boolean initial = value.equals(slot.initial());
        return slot.input()
                ? withInputs(with(inputs, slot.name(), value, initial))
                : new State(words, language, languageChosen, theme, route, scenario, outcome, picker, inputs,
                        with(parts, slot.name(), value, initial), work, ignored, message);
    }

    /** Everything that the reader entered into sections. */
    public State withInputs(Map<String, Object> next) {
        return new State(words, language, languageChosen, theme, route, scenario, outcome, picker, next, parts, work, ignored,
                message);
    }

    public State withWords(String loaded, Words next) {
        return new State(with(words, loaded, next, false), language, languageChosen, theme, route, scenario, outcome,
                picker, inputs, parts, work, ignored, message);
    }

    public State withLanguage(String next, boolean chosen) {
        return new State(words, next, chosen, theme, route, scenario, outcome, picker, inputs, parts, work, ignored, message);
    }

    public State withTheme(Screen.Theme next) {
        return new State(words, language, languageChosen, next, route, scenario, outcome, picker, inputs, parts, work, ignored, message);
    }

    public State withRoute(Route next) {
        return new State(words, language, languageChosen, theme, next, scenario, outcome, Optional.empty(), inputs, parts, work, ignored, message);
    }

    /** Another scenario, with its answer. */
    public State withScenario(Scenario next, Resources resources) {
        return new State(words, language, languageChosen, theme, route, next,
                Outcome.of(next, resources, speech(), outcome), picker, inputs, parts, Work.CLOSED,
                ignored, message);
    }

    public State withPicker(Optional<Picker> next) {
        return new State(words, language, languageChosen, theme, route, scenario, outcome, next, inputs, parts, work, ignored, message);
    }

    public State withWork(Work next) {
        return new State(words, language, languageChosen, theme, route, scenario, outcome, picker, inputs, parts, next, ignored, message);
    }

    public State withIgnored(List<String> next) {
        return new State(words, language, languageChosen, theme, route, scenario, outcome, picker, inputs, parts, work, next, message);
    }

    public State withMessage(String next) {
        return new State(words, language, languageChosen, theme, route, scenario, outcome, picker, inputs, parts, work, ignored, next);
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
