package dev.llmplanner.view.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Arithmetic as guides write it: {@code + - * /}, parentheses, {@code min max ceil floor}, whole numbers and names. A name
 * may hold {@code - . / *}, so a space stands before and after each operator. What is computed from an unknown is unknown.
 */
final class Expression {
    private final String text;
    private final Function<String, Value> names;
    private int at;

    private Expression(String text, Function<String, Value> names) {
        this.text = text;
        this.names = names;
    }

    /**
     * The value of that text. A name alone keeps its measure; a sum keeps that of its parts where it is the same one.
     *
     * @throws IllegalArgumentException where it can't be read
     */
    static Value evaluate(String text, Function<String, Value> names) {
        Expression expression = new Expression(text, names);
        Value value = expression.sum();
        expression.skipSpace();
        if (expression.at < text.length()) {
            throw expression.wrong("an operator");
        }
        return value;
    }

    private Value sum() {
        Value value = product();
        while (true) {
            boolean plus = take('+');
            if (!plus && !take('-')) {
                return value;
            }
            Value other = product();
            value = combined(value, other, plus ? '+' : '-',
                    value.measure() == other.measure() ? value.measure() : Measure.NUMBER);
        }
    }

    private Value product() {
        Value value = term();
        while (true) {
            boolean times = take('*');
            if (!times && !take('/')) {
                return value;
            }
            value = combined(value, term(), times ? '*' : '/', Measure.NUMBER);
        }
    }

    private Value combined(Value first, Value second, char operator, Measure measure) {
        requireNumber(first);
        requireNumber(second);
        if (first.number().isEmpty() || second.number().isEmpty()) {
            return Value.of(measure, OptionalDouble.empty());
        }
        double a = first.number().getAsDouble();
        double b = second.number().getAsDouble();
        if (operator == '/' && b == 0) {
            return Value.of(measure, OptionalDouble.empty());
        }
        return Value.of(measure, switch (operator) {
            case '+' -> a + b;
            case '-' -> a - b;
            case '*' -> a * b;
            default -> a / b;
        });
    }

    private void requireNumber(Value value) {
        if (value.measure() == Measure.WORD) {
            throw wrong("a number beside the operator");
        }
    }

    private Value term() {
        skipSpace();
        if (take('(')) {
            Value value = sum();
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
        if (isDigit(word.charAt(0))) {
            return Value.of(Measure.NUMBER, whole(word));
        }
        return at < text.length() && text.charAt(at) == '(' ? function(word) : names.apply(word);
    }

    private double whole(String digits) {
        double value = 0;
        for (int i = 0; i < digits.length(); i++) {
            if (!isDigit(digits.charAt(i))) {
                throw wrong("a whole number");
            }
            value = value * 10 + (digits.charAt(i) - '0');
        }
        return value;
    }

    private Value function(String name) {
        expect('(');
        List<Value> arguments = new ArrayList<>();
        do {
            arguments.add(sum());
        } while (take(','));
        expect(')');
        Value first = arguments.get(0);
        for (Value argument : arguments) {
            requireNumber(argument);
            if (argument.number().isEmpty()) {
                return Value.of(first.measure(), OptionalDouble.empty());
            }
        }
        double a = first.number().getAsDouble();
        double b = arguments.get(arguments.size() - 1).number().getAsDouble();
        return Value.of(first.measure(), switch (name) {
            case "min" -> Math.min(a, b);
            case "max" -> Math.max(a, b);
            case "ceil" -> Math.ceil(a);
            case "floor" -> Math.floor(a);
            default -> throw wrong("min, max, ceil or floor");
        });
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || "-./*:_".indexOf(c) >= 0;
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    /** An operator has a space after it; a name may begin with none of them. */
    private boolean take(char c) {
        skipSpace();
        boolean operator = "+-*/".indexOf(c) >= 0;
        if (at < text.length() && text.charAt(at) == c
                && (!operator || at + 1 < text.length() && text.charAt(at + 1) == ' ')) {
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
