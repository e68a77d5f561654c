package dev.llmplanner.engine.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Evaluates an expression of {@code docs/model/formulas.json}: numbers, symbols, {@code + - * /}, brackets, and the
 * functions min, max, floor and sum, which adds every symbol whose name starts with its argument and a dot.
 */
final class Formula {

    private final String text;
    private final Map<String, Double> symbols;
    private int at;

    private Formula(String text, Map<String, Double> symbols) {
        this.text = text;
        this.symbols = symbols;
    }

    static double evaluate(String text, Map<String, Double> symbols) {
        Formula formula = new Formula(text, symbols);
        double value = formula.sum();
        formula.space();
        if (formula.at < text.length()) {
            throw new IllegalArgumentException("left over in " + text + ": " + text.substring(formula.at));
        }
        return value;
    }

    private double sum() {
        double value = product();
        while (true) {
            if (taken('+')) {
                value += product();
            } else if (taken('-')) {
                value -= product();
            } else {
                return value;
            }
        }
    }

    private double product() {
        double value = factor();
        while (true) {
            if (taken('*')) {
                value *= factor();
            } else if (taken('/')) {
                value /= factor();
            } else {
                return value;
            }
        }
    }

    private double factor() {
        if (taken('(')) {
            double value = sum();
            expect(')');
            return value;
        }
        String word = word();
        if (Character.isDigit(word.charAt(0))) {
            return Double.parseDouble(word);
        }
        if (word.equals("sum")) {
            expect('(');
            String prefix = word();
            expect(')');
            return symbols.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(prefix + "."))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
        }
        if (taken('(')) {
            List<Double> arguments = new ArrayList<>();
            do {
                arguments.add(sum());
            } while (taken(','));
            expect(')');
            return switch (word) {
                case "min" -> arguments.stream().mapToDouble(x -> x).min().orElseThrow();
                case "max" -> arguments.stream().mapToDouble(x -> x).max().orElseThrow();
                case "floor" -> Math.floor(arguments.get(0));
                default -> throw new IllegalArgumentException("no function " + word);
            };
        }
        Double value = symbols.get(word);
        if (value == null) {
            throw new IllegalArgumentException("no symbol " + word + " in " + symbols.keySet());
        }
        return value;
    }

    private String word() {
        space();
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (start == at) {
            throw new IllegalArgumentException("a symbol is missing at " + start + " of " + text);
        }
        return text.substring(start, at);
    }

    private void expect(char c) {
        if (!taken(c)) {
            throw new IllegalArgumentException(c + " is missing at " + at + " of " + text);
        }
    }

    private boolean taken(char c) {
        space();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void space() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
