package dev.llmplanner.view.text;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One message, read once and formatted often: a subset of ICU MessageFormat.
 *
 * <p>Known: <code>{name}</code>, <code>{n, number}</code>, <code>{n, number, integer}</code>, <code>{n, number,
 * percent}</code>, <code>{n, plural, offset:1 =0 {…} one {…} other {… # …}}</code>, <code>{x, select, a {…} other
 * {…}}</code>, and apostrophes: {@code ''} is one, and one before a brace quotes. Everything else is refused when the
 * message is read. A test holds the subset equal to ICU4J.
 *
 * @see <a href="https://unicode-org.github.io/icu/userguide/format_parse/messages/">ICU: formatting messages</a>
 */
public final class Message {
    /** ICU's default for a number without a style. */
    private static final int DEFAULT_FRACTION_DIGITS = 3;

    private final List<Part> parts;

    private Message(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException if it breaks the subset; the message says where
     */
    public static Message parse(String pattern) {
        return new Message(new MessageParser(pattern).parse());
    }

    /** Name and type of each argument, sorted: two translations of a key agree in this. */
    public SortedMap<String, String> arguments() {
        SortedMap<String, String> found = new TreeMap<>();
        collect(parts, found);
        return found;
    }

    /** The text with these arguments, in that language. */
    String format(String language, LocaleFormatter formatter, Arguments arguments) {
        StringBuilder out = new StringBuilder();
        write(parts, new Context(language, formatter, arguments), OptionalDouble.empty(), out);
        return out.toString();
    }

    private static void write(List<Part> parts, Context context, OptionalDouble counted, StringBuilder out) {
        for (Part part : parts) {
            if (part instanceof Part.Literal literal) {
                out.append(literal.text());
            } else if (part instanceof Part.Plain plain) {
                Object value = context.value(plain.name());
                out.append(value instanceof Double number ? context.number(number) : (String) value);
            } else if (part instanceof Part.Number number) {
                out.append(context.number(context.numeric(number.name()), number.style()));
            } else if (part instanceof Part.Counted) {
                out.append(context.number(counted.orElseThrow()));
            } else if (part instanceof Part.Plural plural) {
                double number = context.numeric(plural.name());
                write(choose(plural, number, context.language), context, OptionalDouble.of(number - plural.offset()), out);
            } else if (part instanceof Part.Select select) {
                String chosen = (String) context.value(select.name());
                List<Part> branch = select.branches().get(chosen);
                write(branch == null ? select.branches().get("other") : branch, context, counted, out);
            }
        }
    }

    private static List<Part> choose(Part.Plural plural, double number, String language) {
        for (Map.Entry<Double, List<Part>> exact : plural.exact().entrySet()) {
            if (exact.getKey() == number) {
                return exact.getValue();
            }
        }
        List<Part> branch = plural.branches().get(PluralRules.category(language, number - plural.offset()));
        return branch == null ? plural.branches().get("other") : branch;
    }

    private static void collect(List<Part> parts, SortedMap<String, String> found) {
        for (Part part : parts) {
            if (part instanceof Part.Plain plain) {
                found.putIfAbsent(plain.name(), "plain");
            } else if (part instanceof Part.Number number) {
                found.put(number.name(), "number");
            } else if (part instanceof Part.Plural plural) {
                found.put(plural.name(), "number");
                plural.exact().values().forEach(branch -> collect(branch, found));
                plural.branches().values().forEach(branch -> collect(branch, found));
            } else if (part instanceof Part.Select select) {
                found.put(select.name(), "select");
                select.branches().values().forEach(branch -> collect(branch, found));
            }
        }
    }

    private record Context(String language, LocaleFormatter formatter, Arguments arguments) {

        Object value(String name) {
            return arguments.get(name).orElseThrow(() -> new IllegalArgumentException("missing argument: " + name));
        }

        double numeric(String name) {
            if (value(name) instanceof Double number) {
                return number;
            }
            throw new IllegalArgumentException("not a number: argument " + name);
        }

        String number(double value) {
            return formatter.decimal(value, DEFAULT_FRACTION_DIGITS);
        }

        String number(double value, String style) {
            return switch (style) {
                case "integer" -> formatter.decimal(value, 0);
                case "percent" -> formatter.percent(value, 0);
                default -> number(value);
            };
        }
    }

    /** A piece of a message. */
    sealed interface Part {

        record Literal(String text) implements Part {
        }

        record Plain(String name) implements Part {
        }

        record Number(String name, String style) implements Part {
        }

        /** The {@code #} of the plural around it. */
        record Counted() implements Part {
        }

        record Plural(String name, double offset, Map<Double, List<Part>> exact, Map<String, List<Part>> branches)
                implements Part {
        }

        record Select(String name, Map<String, List<Part>> branches) implements Part {
        }
    }
}
