package dev.llmplanner.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Gives a reader many texts, made from samples by a seed. It fails with the seed, the number and the text when the reader
 * throws anything, or needs more than a second of the processor for one.
 *
 * <p>{@code -Dfuzz.factor=20} multiplies how many, {@code -Dfuzz.seed=7} makes others.
 */
public final class Fuzz {

    private static final long SEED = Long.getLong("fuzz.seed", 20261123);
    private static final double FACTOR = Double.parseDouble(System.getProperty("fuzz.factor", "1"));
    private static final long NANOSECONDS = 1_000_000_000L;
    private static final int SHOWN = 2_000;
    private static final Path SUMMARY = Path.of("target/fuzz.txt");

    private Fuzz() {}

    /** Gives the reader {@code count} mutations of the samples, each through {@link TextMutator}. */
    public static void read(String name, int count, List<String> samples, Consumer<String> reader) {
        int inputs = (int) Math.min(Integer.MAX_VALUE, Math.round(count * FACTOR));
        TextMutator mutator = new TextMutator(new Random(SEED + name.hashCode()), samples);
        long slowest = 0;
        long begun = System.nanoTime();
        for (int i = 0; i < inputs; i++) {
            String text = i < samples.size() ? samples.get(i) : mutator.next();
            long taken = time(name, i, text, reader);
            // A first second may be the compiler's or the collector's.
            taken = taken > NANOSECONDS ? Math.min(taken, time(name, i, text, reader)) : taken;
            if (taken > NANOSECONDS) {
                throw new AssertionError(about(name, i, text) + " takes " + taken / 1_000_000 + " ms");
            }
            slowest = Math.max(slowest, taken);
        }
        say(String.format(Locale.ROOT, "%-24s %,10d inputs, seed %d, %.1f s, slowest %d ms%n", name, inputs, SEED,
                (System.nanoTime() - begun) / 1e9, slowest / 1_000_000));
    }

    private static long time(String name, int number, String text, Consumer<String> reader) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            reader.accept(text);
        } catch (Throwable thrown) {
            throw new AssertionError(about(name, number, text) + " throws " + thrown, thrown);
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }

    private static String about(String name, int number, String text) {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "… (" + text.length() + " characters)" : text;
        return name + ", input " + number + " of seed " + SEED + ": " + shown + "\n";
    }

    private static synchronized void say(String line) {
        System.out.print("fuzz " + line);
        try {
            Files.createDirectories(SUMMARY.getParent());
            Files.writeString(SUMMARY, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
