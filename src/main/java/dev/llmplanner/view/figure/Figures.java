package dev.llmplanner.view.figure;

import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.text.Words;

/** Writes figures. Capacity is binary (GiB), bandwidth and rates are decimal (GB/s). */
public final class Figures {
    private static final double KIBI = 1024;
    private static final double MEBI = KIBI * KIBI;
    private static final double GIBI = KIBI * MEBI;
    private static final int DIGITS = 3;

    private final Words words;

    public Figures(Words words) {
        this.words = words;
    }

    /** A capacity in GiB: 92.4 GiB. */
    public String gibibytes(double bytes) {
        return unit("unit.gib", gibibytesBare(bytes));
    }

    /** A capacity in GiB without its unit, for a table that names it in the header. */
    public String gibibytesBare(double bytes) {
        double gibibytes = bytes / GIBI;
        return words.number(gibibytes, Math.abs(gibibytes) < 10 ? 2 : 1);
    }

    /** An amount of bytes in the unit that suits it, from B to GiB. */
    public String bytes(double bytes) {
        double size = Math.abs(bytes);
        if (size >= GIBI) {
            return gibibytes(bytes);
        }
        return size >= MEBI
                ? unit("unit.mib", words.significant(bytes / MEBI, DIGITS))
                : size >= KIBI
                        ? unit("unit.kib", words.significant(bytes / KIBI, DIGITS))
                        : unit("unit.bytes", words.number(bytes, 0));
    }

    /** A bandwidth in GB/s. */
    public String gigabytesPerSecond(double bytesPerSecond) {
        return unit("unit.GBps", words.significant(bytesPerSecond / 1e9, 4));
    }

    /** A time: ms below a second, s above, minutes from 100 s. */
    public String seconds(double seconds) {
        return unit(timeUnit(seconds), words.significant(seconds / scaleOf(seconds), DIGITS));
    }

    private static double scaleOf(double seconds) {
        return seconds < 1e-3 ? 1e-6 : seconds < 1 ? 1e-3 : seconds < 100 ? 1 : 60;
    }

    private static String timeUnit(double seconds) {
        return seconds < 1e-3 ? "unit.us" : seconds < 1 ? "unit.ms" : seconds < 100 ? "unit.s" : "unit.min";
    }

    /** A rate of tokens. */
    public String tokensPerSecond(double tokensPerSecond) {
        return unit("unit.tokensPerSecond", words.significant(tokensPerSecond, DIGITS));
    }

    /** A number of tokens. */
    public String tokens(double tokens) {
        return unit("unit.tokens", words.number(Math.floor(tokens), 0));
    }

    /** A whole number, rounded down: what can't be had in part. */
    public String count(double count) {
        return words.number(Math.floor(count), 0);
    }

    /** A share. */
    public String percent(double fraction) {
        return words.percent(fraction, Math.abs(fraction) < 0.1 ? 1 : 0);
    }

    /** Floating-point operations, scaled. */
    public String flop(double flop) {
        return flop >= 1e12
                ? unit("unit.tflop", words.significant(flop / 1e12, DIGITS))
                : unit("unit.gflop", words.significant(flop / 1e9, DIGITS));
    }

    /** Parameters in billions, without the unit. */
    public String billions(double parameters) {
        double billions = parameters / 1e9;
        return words.number(billions, billions < 100 ? 1 : 0);
    }

    /** A time, from its low end to its high end in one unit. */
    public String secondsBand(Band band) {
        return band(band, scaleOf(band.high()), timeUnit(band.high()));
    }

    /** A rate of tokens, from its low end to its high end. */
    public String tokensPerSecondBand(Band band) {
        return band(band, 1, "unit.tokensPerSecond");
    }

    private String band(Band band, double scale, String unit) {
        return words.say("band.range", Arguments.of("low", words.significant(band.low() / scale, DIGITS))
                .and("high", unit(unit, words.significant(band.high() / scale, DIGITS))));
    }

    private String unit(String key, String value) {
        return words.say(key, Arguments.of("value", value));
    }
}
