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

    /** Answers that a slice copies together: what is computed already is shared between values. */
    private static final int CHUNK = 256;

    private final IntFunction<T> answer;
    private final int size;
    private final Object[][] chunks;
    private final int computed;
    private final int scan;
    private final int from;
    private final int to;

    private Run(IntFunction<T> answer, int size, Object[][] chunks, int computed, int scan, int from, int to) {
        this.answer = answer;
        this.size = size;
        this.chunks = chunks;
        this.computed = computed;
        this.scan = scan;
        this.from = from;
        this.to = to;
    }

    /** Nothing computed yet of the answers in places 0 … {@code size} − 1. */
    public static <T> Run<T> of(int size, IntFunction<T> answer) {
        return new Run<>(answer, size, new Object[(size + CHUNK - 1) / CHUNK][], 0, 0, 0, 0);
    }

    /** The same run, which computes the places from {@code place}, and before {@code end}, next: those that are in sight. */
    public Run<T> first(int place, int end) {
        return new Run<>(answer, size, chunks, computed, scan, Math.max(0, place), Math.min(end, size));
    }

    /** The run after at most that many more answers. */
    public Run<T> advance(int most) {
        Object[][] next = chunks.clone();
        int left = most;
        int first = from;
        for (; first < to && left > 0; first++) {
            left -= compute(next, first);
        }
        int rest = scan;
        for (; rest < size && left > 0; rest++) {
            left -= compute(next, rest);
        }
        return new Run<>(answer, size, next, computed + most - left, rest, first, to);
    }

    private int compute(Object[][] next, int place) {
        int chunk = place / CHUNK;
        if (next[chunk] != null && next[chunk][place % CHUNK] != null) {
            return 0;
        }
        if (next[chunk] == chunks[chunk]) {
            next[chunk] = chunks[chunk] == null ? new Object[CHUNK] : chunks[chunk].clone();
        }
        next[chunk][place % CHUNK] = answer.apply(place);
        return 1;
    }

    /** The answer in that place, once it is computed. */
    @SuppressWarnings("unchecked")
    public Optional<T> get(int place) {
        Object[] chunk = chunks[place / CHUNK];
        return chunk == null ? Optional.empty() : Optional.ofNullable((T) chunk[place % CHUNK]);
    }

    /** Answers that are computed. */
    public int computed() {
        return computed;
    }

    /** All places. */
    public int size() {
        return size;
    }

    /** Whether nothing is left. */
    public boolean isDone() {
        return computed == size;
    }
}
