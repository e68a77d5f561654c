package dev.llmplanner.view.handover;

import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.handover.Wording;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.form.FindingWords;
import dev.llmplanner.view.plan.answer.PlanWords;
import dev.llmplanner.view.text.Arguments;
import java.util.Map;

/** Says what is handed over in the words of the page. */
public final class HandoverWords implements Wording {

    private final Scene scene;

    public HandoverWords(Scene scene) {
        this.scene = scene;
    }

    @Override
    public String language() {
        return scene.words().language();
    }

    @Override
    public String say(String key, Map<String, Object> arguments) {
        Arguments all = Arguments.none();
        for (Map.Entry<String, Object> argument : arguments.entrySet()) {
            all = argument.getValue() instanceof Double number
                    ? all.and(argument.getKey(), number)
                    : all.and(argument.getKey(), (String) argument.getValue());
        }
        return scene.say(key, all);
    }

    @Override
    public String finding(Finding finding) {
        String key = "handover-finding." + finding.code();
        if (!scene.words().knows(key)) {
            return new FindingWords(scene).of(finding);
        }
        Arguments arguments = Arguments.none();
        for (Map.Entry<String, Double> figure : finding.figures().entrySet()) {
            arguments = arguments.and(figure.getKey(), figure.getValue());
        }
        for (Map.Entry<String, String> fact : finding.facts().entrySet()) {
            arguments = arguments.and(fact.getKey(), fact.getValue());
        }
        return scene.say(key, arguments);
    }

    @Override
    public String number(double value, int maximumFractionDigits) {
        return scene.words().number(value, maximumFractionDigits);
    }

    @Override
    public String percent(double fraction) {
        return scene.figures().percent(fraction);
    }

    @Override
    public String seconds(double seconds) {
        return scene.figures().seconds(seconds);
    }

    @Override
    public String seconds(Band band) {
        return scene.figures().secondsBand(band);
    }

    @Override
    public String tokensPerSecond(double tokensPerSecond) {
        return scene.figures().tokensPerSecond(tokensPerSecond);
    }

    @Override
    public String tokensPerSecond(Band band) {
        return scene.figures().tokensPerSecondBand(band);
    }

    @Override
    public String amount(double value, String unit) {
        return new PlanWords(scene).amount(value, unit);
    }

    @Override
    public String record(String id) {
        return scene.catalog().model(id).map(model -> model.name())
                .or(() -> scene.catalog().server(id).map(server -> server.name()))
                .or(() -> scene.catalog().accelerator(id).map(device -> device.name())).orElse(id);
    }

    @Override
    public String gibibytes(double bytes) {
        return scene.figures().gibibytes(bytes);
    }
}
