package dev.llmplanner.screening;

import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Many answers that are being computed, in slices. A value: {@link #advance} gives the next one and leaves this as it is.
 *
 * <p>Answers come in the order of their places, unless {@link #first} asks for others before them.
 *
 * @param <T> an answer
 */
public final class Run<T> {

    private final IntFunction<T> answer;
    private final Object[] answers;
    private final int computed;
    private final int scan;
    private final int from;
    private final int to;

    private Run(IntFunction<T> answer, Object[] answers, int computed, int scan, int from, int to) {
        this.answer = answer;
        this.answers = answers;
        this.computed = computed;
        this.scan = scan;
        this.from = from;
        this.to = to;
    }

    /** Nothing computed yet of the answers in places 0 … {@code size} − 1. */
    public static <T> Run<T> of(int size, IntFunction<T> answer) {
        return new Run<>(answer, new Object[size], 0, 0, 0, 0);
    }

    /** The same run, which computes the places from {@code place}, and before {@code end}, next: those that are in sight. */
    public Run<T> first(int place, int end) {
        return new Run<>(answer, answers, computed, scan, Math.max(0, place), Math.min(end, answers.length));
    }

    /** The run after at most that many more answers. */
    public Run<T> advance(int most) {
        Object[] next = answers.clone();
        int left = most;
        int first = from;
        for (; first < to && left > 0; first++) {
            left -= compute(next, first);
        }
        int rest = scan;
        for (; rest < next.length && left > 0; rest++) {
            left -= compute(next, rest);
        }
        return new Run<>(answer, next, computed + most - left, rest, first, to);
    }

    private int compute(Object[] next, int place) {
        if (next[place] != null) {
            return 0;
        }
        next[place] = answer.apply(place);
        return 1;
    }

    /** The answer in that place, once it is computed. */
    @SuppressWarnings("unchecked")
    public Optional<T> get(int place) {
        return Optional.ofNullable((T) answers[place]);
    }

    /** Answers that are computed. */
    public int computed() {
        return computed;
    }

    /** All places. */
    public int size() {
        return answers.length;
    }

    /** Whether nothing is left. */
    public boolean isDone() {
        return computed == answers.length;
    }
}
