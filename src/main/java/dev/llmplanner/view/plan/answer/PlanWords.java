package dev.llmplanner.view.plan.answer;

import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.figure.Money;
import dev.llmplanner.view.form.FindingWords;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names, amounts and limits of a result as people read them. */
public final class PlanWords {
    /** The code of the fact that stands for the exchange rate. */
    public static final String EXCHANGE_RATE = "exchange-rate-unknown";
    private static final String SERVER_FACT = "server-fact-unknown";
    private static final String PRICE = "price-unknown";
    private static final int DIGITS = 3;
    private static final double WATTS_PER_KILOWATT = 1000;

    private final Scene scene;

    public PlanWords(Scene scene) {
        this.scene = scene;
    }

    public String model(String id) {
        return scene.catalog().model(id).map(model -> model.name()).orElse(id);
    }

    public String accelerator(String id) {
        return scene.catalog().accelerator(id).map(device -> device.name()).orElse(id);
    }

    /** A server's name; of a generic node what is in it. */
    public String server(Optional<String> server, String accelerator) {
        return server.isEmpty() ? scene.say("plan.generic", Arguments.of("accelerator", accelerator(accelerator)))
                : scene.catalog().server(server.get()).map(known -> known.name()).orElse(server.get());
    }

    String server(JsonCursor region) {
        return server(region.findString("server"), region.string("accelerator"));
    }

    String weights(String code) {
        return scene.say("choice.weights." + code);
    }

    String engine(String code) {
        return scene.say("choice.engine." + code);
    }

    /** 5 × DGX H200. */
    public String servers(Plan plan) {
        return scene.say("plan.servers", Arguments.of("count", plan.servers())
                .and("server", server(plan.server(), plan.accelerator())));
    }

    /** How one replica is divided; blank for separate pools. */
    String layout(Plan plan) {
        if (!(plan.request().get("layout").orElse(null) instanceof JsonObject layout)) {
            return scene.say("plan.pools");
        }
        JsonCursor degrees = JsonCursor.of(layout);
        return FindingWords.layout(scene, new ParallelLayout(
                degrees.findInteger("tensorParallel").orElse(1), degrees.findInteger("pipelineParallel").orElse(1),
                degrees.findInteger("expertParallel").orElse(1), degrees.findInteger("attentionDataParallel").orElse(1)));
    }

    String limit(String constraint) {
        return scene.say("plan-limit." + constraint);
    }

    /** An amount of money. */
    public String money(double amount, String currency) {
        return new Money(scene.words()).amount(amount, currency);
    }

    /** The typical amount of a total; marked where the total lacks something. */
    public String typical(JsonCursor total) {
        String money = money(total.number("typical"), total.string("currency"));
        return total.items("lacks").isEmpty() ? money : scene.say("plan.at-least", Arguments.of("amount", money));
    }

    /** From low to high in one currency. */
    public String range(JsonCursor total) {
        return new Money(scene.words()).range(total.number("low"), total.number("high"), total.string("currency"));
    }

    /** From low to high, for a table that names the currency beside it. */
    public String bareRange(JsonCursor total) {
        return new Money(scene.words()).range(total.number("low"), total.number("high"));
    }

    /** What a total lacks, each part once; blank where it is complete. */
    public String lacks(JsonCursor total) {
        Set<String> parts = new LinkedHashSet<>();
        for (JsonCursor lack : total.items("lacks")) {
            parts.add(scene.say("plan-part." + lack.string("part")));
        }
        return parts.isEmpty() ? "" : scene.say("plan.lacks", Arguments.of("parts", list(List.copyOf(parts))));
    }

    public String kilowatts(double watts) {
        return scene.say("plan-unit.kilowatts", Arguments.of("value",
                scene.words().significant(watts / WATTS_PER_KILOWATT, DIGITS)));
    }

    /** An amount in a unit of the contract. */
    public String amount(double value, String unit) {
        return switch (unit) {
            case "seconds" -> scene.figures().seconds(value);
            case "bytes" -> scene.figures().bytes(value);
            case "tokens" -> scene.figures().tokens(value);
            case "USD", "CNY" -> money(value, unit);
            case "watts" -> kilowatts(value);
            case "requests-per-second" -> scene.say("plan-unit.requests-per-second",
                    Arguments.of("value", scene.words().significant(value, DIGITS)));
            case "requests" -> scene.say("plan-unit.requests", Arguments.of("count", Math.floor(value + 0.5)));
            default -> scene.say("plan-unit." + unit, Arguments.of("count", value));
        };
    }

    /** What the plans are ranked by, as an amount. */
    public String figure(double value, String figure, String currency) {
        return switch (figure) {
            case "power" -> kilowatts(value);
            case "gpus" -> amount(value, "gpus");
            case "latency-margin" -> scene.figures().percent(value);
            default -> money(value, currency);
        };
    }

    /** Texts with commas between them, as the language writes them. */
    public String list(List<String> texts) {
        List<String> left = new ArrayList<>(texts);
        String all = "";
        for (String text : left) {
            all = all.isEmpty() ? text : scene.say("list.pair", Arguments.of("first", all).and("second", text));
        }
        return all;
    }

    /** A kind of fact that isn't known. */
    String fact(JsonCursor fact) {
        String code = fact.string("code");
        String key = code.equals(SERVER_FACT) || code.equals(PRICE) ? fact.string("field") : code;
        return scene.say("plan-fact." + key, Arguments.of("part",
                fact.findString("part").map(part -> scene.say("plan-part." + part)).orElse("")));
    }

    /** The record that lacks a fact: of a part of the price book, what stands after the colon. */
    String subject(String subject) {
        String id = subject.substring(subject.indexOf(':') + 1);
        return scene.catalog().model(id).map(model -> model.name())
                .or(() -> scene.catalog().fabric(id).map(fabric -> fabric.name())).orElseGet(() -> record(id));
    }

    /** The name of a server or accelerator; the id of anything else. */
    private String record(String id) {
        return scene.catalog().server(id).map(server -> server.name())
                .or(() -> scene.catalog().accelerator(id).map(device -> device.name())).orElse(id);
    }
}
