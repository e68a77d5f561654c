package dev.llmplanner.view.plan.cost;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.catalog.PriceChoice;
import dev.llmplanner.catalog.PriceCodes;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.engine.cost.PriceBook;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.figure.Money;
import dev.llmplanner.view.Slot;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.plan.answer.PlanWords;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import dev.llmplanner.view.text.Arguments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The price book as far as the listed plans use it: each price with its source, and beside it the reader's own. */
public final class PriceBookView {
    private static final Slot<String> WRONG_FILE = new Slot<>("plan-prices-wrong", "");

    private final Scene scene;
    private final OwnPrices own;
    private final Function<OwnPrices, Event> event;
    private final PlanWords words;
    private final PriceBook book;
    private final JsonObject result;
    /** The currency of a price that nothing says more about. */
    private final String plant;

    /**
     * The price book.
     *
     * @param event   that a change makes
     * @param catalog its prices, once they are read
     * @param result  whose plans use it
     */
    public PriceBookView(
            Scene scene, OwnPrices own, Function<OwnPrices, Event> event, Optional<Json> catalog, JsonObject result) {
        this.scene = scene;
        this.own = own;
        this.event = event;
        this.words = new PlanWords(scene);
        this.book = catalog.map(prices -> PlantCatalog.read((JsonObject) prices, scene.catalog()).prices(PriceChoice.USUAL))
                .orElse(PriceBook.EMPTY);
        this.result = result;
        this.plant = JsonCursor.of(result).at("request").at("plant").string("currency");
    }

    /** What is wrong with the file that was chosen last; blank for nothing. */
    public static String problem(State state) {
        return state.get(WRONG_FILE);
    }

    /** The table of the result's parts after the exchange rate, and the file. */
    public Html all(RateField rate) {
        String wrong = scene.state().get(WRONG_FILE);
        Map<String, UsedPrices.Known> all = UsedPrices.of(result);
        Html head = el("tr");
        for (String column : List.of("part", "price", "source", "yours", "low", "high", "currency")) {
            head.add(el("th").attr("scope", "col").cls("number", column.equals("price"))
                    .text(scene.say("plan-prices." + column)));
        }
        Html body = el("tbody").add(rate.row(scene));
        for (UsedPrices.Known known : all.values()) {
            body.add(row(known));
        }
        return el("details", "plan-prices").add(el("summary").text(scene.say("plan-prices.summary",
                        Arguments.of("count", all.size()).and("own", own.prices().size()))))
                .add(el("p", "help").text(scene.say("plan-prices.help")))
                .add(el("div", "own-actions")
                        .add(el("button").id("plan-prices-save").attr("type", "button").flag("disabled", own.isEmpty())
                                .text(scene.say("plan-prices.save")).on("click", e -> new Wanted(own)))
                        .add(el("label").attr("for", "plan-prices-file").text(scene.say("plan-prices.open")))
                        .add(el("input").id("plan-prices-file").attr("type", "file")
                                .attr("accept", ".json,application/json").attr("value", "")
                                .on("change", e -> e.files().isEmpty() ? null : new Chosen(e.files().get(0).text(), event)))
                        .add(el("button").attr("type", "button").flag("disabled", own.isEmpty())
                                .text(scene.say("plan-prices.reset"))
                                .on("click", e -> event.apply(OwnPrices.NONE))))
                .add(el("p", wrong.isEmpty() ? "help" : "error").attr("role", "status")
                        .text(wrong.isEmpty() ? ""
                                : scene.say("plan-prices.wrong-file", Arguments.of("problem", wrong))))
                .add(el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("label", scene.say("plan.prices"))
                        .add(el("table", "records prices").add(el("thead").add(head)).add(body)));
    }

    private Html row(UsedPrices.Known known) {
        String key = known.part() + ":" + known.id();
        OwnPrice typed = own.prices().getOrDefault(key, new OwnPrice(known.part(), known.id(), known.unit(),
                currency(known), "", "", ""));
        boolean wrong = !typed.isBlank() && typed.amounts(scene.words()).isEmpty();
        String name = name(known);
        Html row = el("tr").key(key).cls("wrong", wrong)
                .add(el("th").attr("scope", "row").text(scene.say("plan-part." + known.part()))
                        .add(el("span", "detail").text(name)))
                .add(price(known, typed))
                .add(source(known, typed))
                .add(field("typical", key, typed.typical(), name, wrong, text -> new OwnPrice(typed.part(), typed.id(),
                        typed.unit(), typed.currency(), typed.low(), text, typed.high())))
                .add(field("low", key, typed.low(), name, wrong, text -> new OwnPrice(typed.part(), typed.id(), typed.unit(),
                        typed.currency(), text, typed.typical(), typed.high())))
                .add(field("high", key, typed.high(), name, wrong, text -> new OwnPrice(typed.part(), typed.id(), typed.unit(),
                        typed.currency(), typed.low(), typed.typical(), text)));
        return row.add(typed.isMoney() ? currencies(typed, name) : el("td"));
    }

    private String name(UsedPrices.Known known) {
        return scene.catalog().server(known.id()).map(server -> server.name())
                .or(() -> scene.catalog().accelerator(known.id()).map(device -> device.name()))
                .or(() -> scene.catalog().fabric(known.id()).map(fabric -> fabric.name()))
                .orElse(known.id().equals("*") ? "" : known.id());
    }

    /** The catalog's price, whatever stands in the reader's own. */
    private Optional<Price> price(UsedPrices.Known known) {
        return PriceCodes.part(known.part()).flatMap(part -> book.find(part, known.id(),
                PriceCodes.currency(known.line().flatMap(line -> line.findString("currency")).orElse(plant))
                        .orElse(Currency.USD)));
    }

    private String currency(UsedPrices.Known known) {
        return price(known).flatMap(Price::currency).map(Enum::name).orElse(plant);
    }

    private Html price(UsedPrices.Known known, OwnPrice typed) {
        Optional<Price> price = price(known);
        Html cell = el("td", "number");
        if (price.isEmpty()) {
            return cell.cls("missing").text(scene.say("plan.no-price"));
        }
        double typical = price.get().amount().typical();
        return cell.text(typed.isMoney() ? words.money(typical, currency(known)) : scene.words().significant(typical, 3))
                .add(el("span", "detail").text(scene.say("plan-unit-price." + known.unit())));
    }

    private Html source(UsedPrices.Known known, OwnPrice typed) {
        if (!typed.isBlank()) {
            return el("td", "price-source").add(el("span", "chip").text(scene.say("plan-origin.yours")));
        }
        return price(known).map(price -> PriceSource.of(price.source(), scene.words().date(price.date())))
                .orElseGet(() -> el("td"));
    }

    private Html field(String name, String key, String text, String item, boolean wrong, Function<String, OwnPrice> typed) {
        return el("td").add(el("input").id(UsedPrices.id(name, key)).attr("type", "text").attr("inputmode", "decimal")
                .attr("autocomplete", "off").attr("value", text).aria("invalid", wrong)
                .aria("label", scene.say("plan-prices-label." + name, Arguments.of("item", item)))
                .on("input", e -> event.apply(own.with(typed.apply(e.value())))));
    }

    private Html currencies(OwnPrice typed, String item) {
        Html select = el("select").aria("label", scene.say("plan-prices-label.currency", Arguments.of("item", item)))
                .on("change", e -> event.apply(own.with(new OwnPrice(typed.part(), typed.id(), typed.unit(), e.value(),
                        typed.low(), typed.typical(), typed.high()))));
        for (String currency : Money.currencies(scene.words())) {
            select.add(el("option").key(currency).attr("value", currency).flag("selected", currency.equals(typed.currency()))
                    .text(currency));
        }
        return el("td").add(select);
    }

    /** The prices are wanted as a file. */
    record Wanted(OwnPrices prices) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state, new Effect.Download("prices.json", "application/json",
                    prices.file(state.speech(), resources)));
        }
    }

    /** A file was chosen. */
    record Chosen(String text, Function<OwnPrices, Event> event) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            try {
                return event.apply(OwnPrices.ofFile(text, resources)).after(state.with(WRONG_FILE, ""), resources);
            } catch (RequestException refused) {
                return Step.to(state.with(WRONG_FILE, refused.path().isEmpty() ? refused.code()
                        : refused.code() + " " + refused.path()));
            }
        }
    }
}
