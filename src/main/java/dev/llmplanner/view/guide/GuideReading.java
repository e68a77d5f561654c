package dev.llmplanner.view.guide;

import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.State;
import dev.llmplanner.view.program.Screen;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A guide's figures as they read before any edit: for the build, which tries every name before a reader does. */
public final class GuideReading {
    /** Chosen numbers that costs depend on, whether a sentence names them or not. */
    public static final Set<String> TERMS = Set.of(Ledger.YEARS, Ledger.EXCHANGE);

    private static final String IS = " = ";

    private final Scene scene;
    private final Ledger ledger;

    /**
     * A guide as it reads in that language.
     *
     * @param prices as the page loads them
     * @param search finds the result of a request, by the contract
     */
    public GuideReading(Resources resources, JsonObject prices, GuideFigures figures, String language,
            UnaryOperator<JsonObject> search) {
        State state = State.initial(resources.words(), language, true, Screen.Theme.LIGHT);
        this.scene = new Scene(new Event.FileLoaded(DataFile.PRICES, prices).after(state, resources).state(), resources);
        this.ledger = new Ledger(scene, figures, Map.of(), new Answers(), request -> Optional.of(search.apply(request)));
    }

    /**
     * What a quote reads as.
     *
     * @throws IllegalArgumentException where a name in it stands for nothing
     */
    public String text(String quote) {
        return Quote.text(Quote.parse(quote).value(this::known), scene);
    }

    private Value known(String name) {
        RecordValue.parse(name).filter(record -> !record.hasRecord(scene)).ifPresent(record -> {
            throw new IllegalArgumentException("no record " + record.route().path());
        });
        Value value = ledger.value(name);
        if (RecordValue.parse(name).isPresent() && !value.isKnown()) {
            throw new IllegalArgumentException("the record doesn't state " + name);
        }
        return value;
    }

    /**
     * Refuses a scenario that the planner can't answer, and figures of its card that have no name.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public void check(GuideScenario scenario) {
        if (ledger.outcome(scenario.id()).answer().isEmpty()) {
            throw new IllegalArgumentException("scenario " + scenario.id() + " has no answer: "
                    + ledger.outcome(scenario.id()).problems() + ledger.outcome(scenario.id()).general());
        }
        for (String figure : scenario.show()) {
            text(scenario.id() + "." + figure);
            if (!scene.words().knows("guide-figure." + figure)) {
                throw new IllegalArgumentException("scenario " + scenario.id() + ": a card can't show " + figure);
            }
        }
    }

    /**
     * Refuses a search without a plan, and figures of its card that have no name.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public void check(GuideSearch search) {
        if (ledger.value(search.id() + ".plans").number().orElse(0) == 0) {
            throw new IllegalArgumentException("search " + search.id() + " finds no plan");
        }
        Ledger.entries(search.edit());
        for (String figure : search.show()) {
            text(search.id() + "." + figure);
            if (!scene.words().knows("guide-plan." + figure)) {
                throw new IllegalArgumentException("search " + search.id() + ": a card can't show " + figure);
            }
        }
    }

    /** Whether a statement is true: {@code a.tpot > b.tpot}, {@code a.free < 0}, {@code a.verdict = Fits}. */
    public boolean holds(String claim) {
        int is = claim.indexOf(IS);
        if (is > 0) {
            return text(claim.substring(0, is)).equals(claim.substring(is + IS.length()));
        }
        int more = claim.indexOf(" > ");
        int less = claim.indexOf(" < ");
        int at = Math.max(more, less);
        if (at < 0) {
            throw new IllegalArgumentException("a statement compares by > or < or =: " + claim);
        }
        Value first = Expression.evaluate(claim.substring(0, at), this::known);
        Value second = Expression.evaluate(claim.substring(at + 3), this::known);
        return first.number().isPresent() && second.number().isPresent() && (more > 0
                ? first.number().getAsDouble() > second.number().getAsDouble()
                : first.number().getAsDouble() < second.number().getAsDouble());
    }
}
