package dev.llmplanner.view.guide;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.figure.Money;
import java.util.OptionalDouble;

/** What the machines of the Calculator's scenario cost by the catalog's prices. Remembered while answer and prices stay. */
public final class ScenarioCost {
    private static final double MILLION = 1e6;

    private Answer answer;
    private Json prices;
    private OptionalDouble perSecond = OptionalDouble.empty();

    /**
     * Dollars for a million output tokens at this load around the clock, with every cost of the machines on them; the sign
     * for none where prices lack the machines or nothing is known of their speed, blank before there are prices.
     */
    public String perMillionTokens(Scene scene) {
        Json known = DataFile.PRICES.in(scene.state()).data().orElse(null);
        Answer asked = scene.state().outcome().answer().orElse(null);
        if (known == null || asked == null) {
            return "";
        }
        if (asked != answer || known != prices) {
            answer = asked;
            prices = known;
            perSecond = new FleetCosts(scene, OptionalDouble.empty(), OptionalDouble.empty())
                    .figure("cost-second", scene.state().scenario(), JsonCursor.of(asked.request()).findNumber("gpus"))
                    .orElseThrow().number();
        }
        Speed speed = asked.estimate().speed().orElse(null);
        return perSecond.isEmpty() || speed == null
                ? scene.say("figure.absent")
                : new Money(scene.words()).amount(
                        perSecond.getAsDouble() * MILLION / speed.outputTokensPerSecond().mid(), Currency.USD.name());
    }
}
