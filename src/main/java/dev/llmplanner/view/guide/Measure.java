package dev.llmplanner.view.guide;

import dev.llmplanner.view.Scene;
import dev.llmplanner.view.scenario.Numeral;
import dev.llmplanner.view.text.Arguments;
import java.util.Optional;

/** What a quoted figure measures, in base units, and so how it is written. */
public enum Measure {
    SECONDS("seconds"),
    BYTES("bytes"),
    /** Bytes as data sheets print them, 10⁹. */
    GIGABYTES("gigabytes"),
    BANDWIDTH("bytes-per-second"),
    /** Bits as network cards are named by. */
    LINE_RATE("bits-per-second"),
    RATE("tokens-per-second"),
    TOKENS("tokens"),
    COUNT("count"),
    PERCENT("percent"),
    PARAMETERS("parameters"),
    FLOP("flop"),
    FLOP_RATE("flop-per-second"),
    WATTS("watts"),
    USD("usd"),
    CNY("cny"),
    /** A ratio, or a number of something that the sentence names. */
    NUMBER("number"),
    /** A number as programs take it. */
    DIGITS("digits"),
    /** Words, such as a verdict. */
    WORD("word");

    private static final double TERA = 1e12;
    private static final int PLAIN_FROM = 10;

    private final String code;

    Measure(String code) {
        this.code = code;
    }

    /** The name that a quote uses. */
    public String code() {
        return code;
    }

    static Optional<Measure> of(String code) {
        for (Measure measure : values()) {
            if (measure.code.equals(code) && measure != WORD) {
                return Optional.of(measure);
            }
        }
        return Optional.empty();
    }

    /** The value with its unit. */
    String text(double value, Scene scene) {
        return switch (this) {
            case SECONDS -> scene.figures().seconds(value);
            case BYTES -> scene.figures().bytes(value);
            case GIGABYTES -> unit(scene, "record-unit.GB", scene.words().number(value / 1e9, 1));
            case BANDWIDTH -> value < TERA
                    ? scene.figures().gigabytesPerSecond(value)
                    : unit(scene, "guide-unit.TBps", scene.words().significant(value / TERA, 3));
            case LINE_RATE -> unit(scene, "record-unit.Gbps", scene.words().number(value / 1e9, 0));
            case RATE -> scene.figures().tokensPerSecond(value);
            case TOKENS -> scene.figures().tokens(value);
            case COUNT -> scene.figures().count(value);
            case PERCENT -> scene.figures().percent(value);
            case PARAMETERS -> parameters(value, scene);
            case FLOP -> scene.figures().flop(value);
            case FLOP_RATE -> unit(scene, "record-unit.Tflops", scene.words().significant(value / TERA, 4));
            case WATTS -> value < 1000
                    ? unit(scene, "record-unit.Watts", scene.words().number(value, 0))
                    : unit(scene, "record-unit.Kw", scene.words().significant(value / 1000, 3));
            case USD -> money("guide-unit.usd", "guide-unit.usd-large", value, scene);
            case CNY -> money("guide-unit.cny", "guide-unit.cny-large", value, scene);
            case DIGITS -> Numeral.text(value);
            case NUMBER, WORD -> number(value, scene);
        };
    }

    /** Whole numbers in full, ratios with two digits. */
    private static String number(double value, Scene scene) {
        return Math.floor(value) == value || Math.abs(value) >= PLAIN_FROM
                ? scene.words().number(value, 0)
                : scene.words().significant(value, 2);
    }

    /** Large numbers by the language's own step: billions, or hundreds of millions. */
    private static String parameters(double value, Scene scene) {
        double step = scene.words().parse(scene.say("guide-unit.parameters-step")).orElse(1);
        double amount = value / step;
        return unit(scene, "guide-unit.parameters", scene.words().number(amount, amount < 100 ? 1 : 0));
    }

    /** Large amounts by the language's own step: millions, or tens of thousands; small ones to the cent. */
    private static String money(String key, String large, double value, Scene scene) {
        double step = scene.words().parse(scene.say("guide-unit.money-step")).orElse(1);
        if (value >= step) {
            return unit(scene, large, scene.words().significant(value / step, 3));
        }
        return unit(scene, key, value < 100 ? scene.words().number(value, 2) : scene.words().number(value, 0));
    }

    private static String unit(Scene scene, String key, String value) {
        return scene.say(key, Arguments.of("value", value));
    }
}
