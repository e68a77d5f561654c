package dev.llmplanner.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Arithmetic as the documentation writes it: {@code + - * /}, parentheses, {@code min max ceil floor sqrt pow exp ln}, numbers
 * and names. A name may hold {@code - . / : @ *}, so a space stands before and after each operator.
 */
final class Expression {

    private final String text;
    private final ToDoubleFunction<String> names;
    private int at;

    private Expression(String text, ToDoubleFunction<String> names) {
        this.text = text;
        this.names = names;
    }

    /** The value of that text, with names looked up. */
    static double evaluate(String text, ToDoubleFunction<String> names) {
        Expression expression = new Expression(text, names);
        double value = expression.sum();
        expression.skipSpace();
        if (expression.at < text.length()) {
            throw expression.wrong("an operator");
        }
        return value;
    }

    private double sum() {
        double value = product();
        while (true) {
            if (take('+')) {
                value += product();
            } else if (take('-')) {
                value -= product();
            } else {
                return value;
            }
        }
    }

    private double product() {
        double value = term();
        while (true) {
            if (take('*')) {
                value *= term();
            } else if (take('/')) {
                value /= term();
            } else {
                return value;
            }
        }
    }

    private double term() {
        skipSpace();
        if (take('(')) {
            double value = sum();
            expect(')');
            return value;
        }
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.isEmpty()) {
            throw wrong("a number or a name");
        }
        if (Character.isDigit(word.charAt(0))) {
            return Double.parseDouble(word);
        }
        return at < text.length() && text.charAt(at) == '(' ? function(word) : names.applyAsDouble(word);
    }

    private double function(String name) {
        expect('(');
        List<Double> arguments = new ArrayList<>();
        do {
            arguments.add(sum());
        } while (take(','));
        expect(')');
        double first = arguments.get(0);
        return switch (name) {
            case "min" -> Math.min(first, arguments.get(1));
            case "max" -> Math.max(first, arguments.get(1));
            case "pow" -> Math.pow(first, arguments.get(1));
            case "ceil" -> Math.ceil(first);
            case "floor" -> Math.floor(first);
            case "sqrt" -> Math.sqrt(first);
            case "exp" -> Math.exp(first);
            case "ln" -> Math.log(first);
            default -> throw new IllegalArgumentException("no function " + name + " in " + text);
        };
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || "-./:@_*".indexOf(c) >= 0;
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean take(char c) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!take(c)) {
            throw wrong("'" + c + "'");
        }
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("expected " + expected + " at " + at + " of: " + text);
    }
}
