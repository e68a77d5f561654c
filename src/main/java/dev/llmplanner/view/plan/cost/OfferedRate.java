package dev.llmplanner.view.plan.cost;

import dev.llmplanner.catalog.ExchangeRate;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Lazy;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.State;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.text.Words;
import java.util.Optional;

/** The catalog's exchange rate, as a field takes it where the reader reckons in yuan. It comes with the prices. */
public final class OfferedRate {
    private static final int DIGITS = 6;

    private OfferedRate() {}

    /** The rate; empty before the prices are read, and where they hold none. */
    public static Optional<ExchangeRate> in(State state) {
        return DataFile.PRICES.in(state).data().map(JsonCursor::of).flatMap(ExchangeRate::newest);
    }

    /** Whether it may still come. */
    public static boolean isAwaited(State state) {
        Lazy.Status status = DataFile.PRICES.in(state).status();
        return status == Lazy.Status.NOT_ASKED || status == Lazy.Status.LOADING;
    }

    /** As it is typed. */
    public static String text(ExchangeRate rate, Words words) {
        return words.number(rate.cnyPerUsd(), DIGITS);
    }

    /** What stands below the field. */
    public static String help(Scene scene) {
        if (isAwaited(scene.state())) {
            return scene.say("plan-rate.awaited");
        }
        return in(scene.state()).map(rate -> scene.say("plan-rate.offered", Arguments.of("rate", text(rate, scene.words()))
                .and("date", scene.words().date(rate.date())))).orElseGet(() -> scene.say("plan-rate.none"));
    }
}
