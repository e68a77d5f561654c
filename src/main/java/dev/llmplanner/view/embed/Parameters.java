package dev.llmplanner.view.embed;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.program.Screen.Theme;
import dev.llmplanner.view.scenario.Choices;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.scenario.Query;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.widget.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the frame's address asks for. A wrong value never takes another's place in silence: a field keeps its wrong text and
 * shows what is allowed, anything else is listed in {@link #wrong} and the default is taken.
 *
 * @param language blank: as the browser prefers
 * @param hidden   parts that are left out
 * @param origin   the only page that is talked to; blank: the one that says hello first
 * @param open     whether any page may be talked to: not where {@code origin} is given and wrong
 * @param scenario every field, with wrong texts of fields that take any text
 */
record Parameters(
        String language, Theme theme, Shape shape, Set<Part> hidden, String origin, boolean open, Scenario scenario,
        List<Wrong> wrong) {
    private static final String MODEL = "model";
    private static final String HARDWARE = "hardware";
    private static final String LANGUAGE = "lang";
    private static final String THEME = "theme";
    private static final String VIEW = "view";
    private static final String HIDE = "hide";
    private static final String ORIGIN = "origin";
    private static final List<String> OWN = List.of(MODEL, HARDWARE, LANGUAGE, THEME, VIEW, HIDE, ORIGIN);
    private static final List<String> NAMES = Stream.concat(OWN.stream(),
            Field.ALL.stream().map(Field::key).filter(key -> !OWN.contains(key))).toList();
    private static final List<String> THEMES = Stream.of(Theme.values()).map(Frame::code).toList();
    private static final String EXAMPLE_ORIGIN = "https://wiki.example.org";

    Parameters {
        hidden = Set.copyOf(hidden);
        wrong = List.copyOf(wrong);
    }

    /** The language that the address names, if it is one of ours. */
    static Optional<String> language(String address) {
        return Optional.ofNullable(Query.parse(address).texts().get(LANGUAGE)).filter(Resources.LANGUAGES::contains);
    }

    /** Reads what stands after the frame's {@code #}. */
    static Parameters read(String address, Catalog catalog) {
        Query query = Query.parse(address);
        Reader reader = new Reader(query.texts());
        query.broken().forEach(piece -> reader.wrong.add(new Wrong(piece, "", NAMES, true)));
        return reader.read(catalog);
    }

    private static final class Reader {
        private final Map<String, String> texts;
        private final List<Wrong> wrong = new ArrayList<>();

        Reader(Map<String, String> texts) {
            this.texts = new LinkedHashMap<>(texts);
        }

        Parameters read(Catalog catalog) {
            String language = choice(LANGUAGE, "", Resources.LANGUAGES);
            Theme theme = Frame.theme(choice(THEME, "", THEMES));
            Shape shape = Shape.of(choice(VIEW, "", Shape.CODES)).orElse(Shape.CALCULATOR);
            Set<Part> hidden = hidden();
            boolean named = texts.containsKey(ORIGIN);
            String origin = origin();
            Scenario scenario = scenario(catalog);
            return new Parameters(language, theme, shape, hidden, origin, !named || !origin.isEmpty(), scenario, wrong);
        }

        private String choice(String name, String otherwise, List<String> allowed) {
            String text = texts.remove(name);
            if (text == null || allowed.contains(text)) {
                return text == null ? otherwise : text;
            }
            wrong.add(new Wrong(name, text, allowed, false));
            return otherwise;
        }

        private Set<Part> hidden() {
            Set<Part> hidden = new LinkedHashSet<>();
            String text = texts.remove(HIDE);
            int at = 0;
            while (text != null && at <= text.length()) {
                int comma = text.indexOf(',', at);
                String code = text.substring(at, comma < 0 ? text.length() : comma).trim();
                Optional<Part> part = Part.of(code);
                if (part.isPresent()) {
                    hidden.add(part.get());
                } else if (!code.isEmpty()) {
                    wrong.add(new Wrong(HIDE, code, Part.CODES, false));
                }
                at = comma < 0 ? text.length() + 1 : comma + 1;
            }
            return hidden;
        }

        private String origin() {
            String text = texts.remove(ORIGIN);
            if (text == null || Counterpart.isOrigin(text)) {
                return text == null ? "" : text;
            }
            wrong.add(new Wrong(ORIGIN, text, List.of(EXAMPLE_ORIGIN), false));
            return "";
        }

        private Scenario scenario(Catalog catalog) {
            Scenario scenario = Scenario.INITIAL;
            String hardware = texts.remove(HARDWARE);
            if (hardware != null) {
                boolean server = catalog.server(hardware).isPresent();
                scenario = server
                        ? scenario.with(Field.HARDWARE, Choices.BY_SERVER).with(Field.SERVER, hardware).with(Field.GPUS, "")
                        : scenario.with(Field.ACCELERATOR, hardware);
            }
            for (Map.Entry<String, String> entry : texts.entrySet()) {
                Field field = Field.ofKey(entry.getKey()).orElse(null);
                if (field == null) {
                    wrong.add(new Wrong(entry.getKey(), entry.getValue(), NAMES, true));
                } else if (field.kind() == Field.Kind.CHOICE && !Choices.of(field).contains(entry.getValue())) {
                    wrong.add(new Wrong(entry.getKey(), entry.getValue(),
                            Choices.of(field).stream().filter(code -> !code.isEmpty()).toList(), false));
                } else {
                    scenario = scenario.with(field, entry.getValue());
                }
            }
            return scenario;
        }
    }
}
