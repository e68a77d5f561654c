package dev.llmplanner.handover.report;

import dev.llmplanner.catalog.ExchangeRate;
import dev.llmplanner.catalog.PriceCodes;
import dev.llmplanner.engine.cost.Line;
import dev.llmplanner.engine.cost.Plant;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.engine.deployment.EngineLimits;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.handover.Order;
import dev.llmplanner.handover.materials.Bill;
import dev.llmplanner.handover.materials.PaidRate;
import dev.llmplanner.handover.materials.Procurement;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/** The ledger of assumptions: each value with its unit, source, date and confidence, and who set it. */
final class Ledger {

    private final ReportText text;
    private final Order order;

    Ledger(ReportText text) {
        this.text = text;
        this.order = text.report.order();
    }

    void write() {
        text.chapter("assumptions");
        Workload workload = order.workload();
        setting("input", workload.inputTokens(), "unit-tokens", "workload", "inputTokens");
        setting("output", workload.outputTokens(), "unit-tokens", "workload", "outputTokens");
        if (workload.load() instanceof Workload.Concurrency concurrency) {
            setting("concurrency", concurrency.requestsCount(), "unit-requests", "workload", "concurrency");
        } else if (workload.load() instanceof Workload.Rate rate) {
            setting("rate", rate.requestsPerSecond(), "unit-requests-per-second", "workload", "requestsPerSecond");
        }
        setting("prefix", workload.prefixCacheHitFraction(), "unit-fraction", "workload", "prefixCacheHitFraction");
        workload.speculation().ifPresent(speculation -> setting(
                "acceptance-of-drafts", speculation.acceptanceFraction(), "unit-fraction", "workload", "speculative"));
        EngineLimits limits = order.limits();
        limits.memoryFraction().ifPresent(fraction ->
                setting("memory-fraction", fraction, "unit-fraction", "gpuMemoryUtilization", ""));
        setting("longest", limits.maxModelLenTokens(), "unit-tokens", "maxModelLen", "");
        setting("batched", limits.maxBatchedTokens(), "unit-tokens", "maxBatchedTokens", "");
        text.row(text.say("running"), text.count(limits.maxRunningSequences()), text.say("unit-requests"),
                text.say("source-engine"), "", confidence(), text.say("by-default"));
        text.report.procurement().ifPresent(this::plant);
        text.table(0, "fact", "value", "unit", "source", "date", "confidence", "set-by");
    }

    /** @param inner member of that member; blank for the member itself */
    private void setting(String name, double value, String unit, String member, String inner) {
        Optional<Json> asked = order.asked().get(member);
        boolean yours = inner.isEmpty() ? asked.isPresent()
                : asked.map(object -> object instanceof JsonObject members && members.get(inner).isPresent()).orElse(false);
        text.row(text.say(name), text.count(value), text.say(unit), text.say(yours ? "source-request" : "source-engine"),
                "", yours ? "" : confidence(), text.say(yours ? "by-you" : "by-default"));
    }

    private String confidence() {
        return text.say("confidence-of-defaults");
    }

    private void plant(Procurement procurement) {
        Plant plant = procurement.plant();
        assumed("years", plant.years(), "unit-years", plant.years() == Plant.DEFAULT.years());
        assumed("residual", plant.residualShare(), "unit-fraction", plant.residualShare() == Plant.DEFAULT.residualShare());
        assumed("rack-watts", plant.rackWatts(), "unit-watts", plant.rackWatts() == Plant.DEFAULT.rackWatts());
        assumed("rack-height", plant.rackUnits(), "unit-rack-units", plant.rackUnits() == Plant.DEFAULT.rackUnits());
        plant.administrators().ifPresent(people -> assumed("administrators", people, "unit-people", false));
        assumed("busy", plant.busyFraction(), "unit-fraction", plant.busyFraction() == Plant.DEFAULT.busyFraction());
        exchange(procurement);
        for (Line line : procurement.cost().purchase()) {
            line.price().ifPresent(price -> price(line, price));
        }
        for (Line line : procurement.cost().yearly()) {
            line.price().ifPresent(price -> price(line, price));
        }
        procurement.cost().power().flatMap(power -> power.pue()).ifPresent(price -> text.row(
                text.say("pue"), text.words.number(price.amount().typical(), 2), "", price.source(), price.date(),
                origin(price), by(price)));
    }

    private void assumed(String name, double value, String unit, boolean usual) {
        text.row(text.say(name), text.count(value), text.say(unit), text.say(usual ? "source-planner" : "source-request"), "",
                "", text.say(usual ? "by-default" : "by-you"));
    }

    /** The catalog's, until the question holds another; said too where none is given and one is needed. */
    private void exchange(Procurement procurement) {
        Optional<PaidRate> paid = procurement.rate();
        if (paid.isEmpty() && procurement.mixesCurrencies()) {
            text.row(text.say("exchange"), text.say("no-rate"), text.say("unit-cny-per-usd"), "", "", "", "");
        }
        paid.ifPresent(rate -> {
            Optional<ExchangeRate> published = rate.published();
            text.row(text.say("exchange"), text.words.number(rate.cnyPerUsd(), PaidRate.DECIMALS), text.say("unit-cny-per-usd"),
                    published.map(ExchangeRate::source).orElseGet(() -> text.report.bill().orElseThrow().source(rate)),
                    published.map(ExchangeRate::date).orElse(""),
                    published.isPresent() ? text.words.say("handover-origin.published") : "",
                    text.say(published.isPresent() ? "by-catalog" : "by-you"));
        });
    }

    private void price(Line line, Price price) {
        String unit = text.words.say("handover-price-unit." + PriceCodes.code(price.unit()));
        String currency = price.currency().map(Enum::name).orElse("");
        Bill bill = text.report.bill().orElseThrow();
        String part = bill.part(line.part());
        String item = bill.name(line.part(), line.id());
        text.row(item.equals(part) ? part : text.say("line", Map.of("part", part, "item", item)),
                text.words.number(price.amount().typical(), price.amount().typical() < 100 ? 4 : 0),
                currency.isEmpty() ? unit : text.say("per", Map.of("currency", currency, "unit", unit)),
                price.source(), price.date(), origin(price), by(price));
    }

    private String origin(Price price) {
        return text.words.say("handover-origin." + PriceCodes.code(price.origin()));
    }

    private String by(Price price) {
        return text.say(price.origin().name().equals("YOURS") ? "by-you" : "by-catalog");
    }
}
