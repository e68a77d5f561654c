package dev.llmplanner.view.plan.cost;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.ExchangeRate;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The exchange rate in the price book: the catalog's with its source, beside it the question's.
 *
 * @param text  of the question's rate; blank where the currencies stay apart
 * @param typed event that another text makes
 */
public record RateField(String text, Function<String, Event> typed) {

    Html row(Scene scene) {
        Optional<ExchangeRate> offered = OfferedRate.in(scene.state());
        OptionalDouble own = scene.words().parse(text.trim());
        boolean wrong = !text.isBlank() && !(own.isPresent() && own.getAsDouble() > 0);
        boolean yours = own.isPresent() && offered.filter(rate -> rate.cnyPerUsd() == own.getAsDouble()).isEmpty();
        String label = scene.say("plan-rate.label");
        return el("tr").key("exchange").cls("wrong", wrong)
                .add(el("th").attr("scope", "row").text(scene.say("handover-report.exchange")))
                .add(offered.map(rate -> el("td", "number").text(OfferedRate.text(rate, scene.words()))
                                .add(el("span", "detail").text(scene.say("handover-report.unit-cny-per-usd"))))
                        .orElseGet(() -> el("td", "number missing").text(scene.say("plan.no-price"))))
                .add(yours ? el("td", "price-source").add(el("span", "chip").text(scene.say("plan-origin.yours")))
                        : offered.map(rate -> PriceSource.of(rate.source(), scene.words().date(rate.date())))
                                .orElseGet(() -> el("td")))
                .add(el("td").add(el("input").id("price-exchange").attr("type", "text").attr("inputmode", "decimal")
                        .attr("autocomplete", "off").attr("value", text).aria("invalid", wrong).aria("label", label)
                        .on("input", e -> typed.apply(e.value()))))
                .add(el("td")).add(el("td")).add(el("td"));
    }
}
