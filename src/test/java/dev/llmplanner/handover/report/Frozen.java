package dev.llmplanner.handover.report;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.Exchange;
import dev.llmplanner.engine.cost.Origin;
import dev.llmplanner.engine.cost.PartClass;
import dev.llmplanner.engine.cost.Plant;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.engine.cost.PriceBook;
import dev.llmplanner.engine.cost.PriceUnit;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.engine.memory.KvCacheFigures;
import dev.llmplanner.engine.memory.MemoryPerGpu;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Bottleneck;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;
import dev.llmplanner.engine.serving.Percentiles;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.engine.serving.Verdict;
import dev.llmplanner.handover.Cases;
import dev.llmplanner.handover.Order;
import dev.llmplanner.handover.Wording;
import dev.llmplanner.handover.acceptance.AcceptancePlan;
import dev.llmplanner.handover.launch.Launch;
import dev.llmplanner.handover.manifest.Kubernetes;
import dev.llmplanner.handover.materials.Bill;
import dev.llmplanner.handover.materials.Procurement;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reports whose estimate and prices are made up, so that an approved text moves only when its words or its form do. */
final class Frozen {

    private static final Plant PLANT = new Plant(
            Currency.USD, Exchange.of(7), 4, 0, 40_000, 42, OptionalDouble.of(0.5), 1, false);

    private Frozen() {}

    static Report report(String id, Wording words) {
        return report(frozen(Cases.order(id)), words);
    }

    static Report report(Order order, Wording words) {
        Launch launch = Cases.launch(order);
        String server = order.hardware().server().map(known -> known.id())
                .orElse(order.hardware().accelerator().id() + "*8");
        PriceBook book = new PriceBook(List.of(
                price(PartClass.SERVER, server, PriceUnit.PIECE, 200_000, 250_000, 300_000),
                price(PartClass.SUPPORT, Price.ANY, PriceUnit.SHARE_YEAR, 0.05, 0.08, 0.1),
                price(PartClass.ENERGY, Price.ANY, PriceUnit.KILOWATT_HOUR, 0.08, 0.1, 0.15),
                price(PartClass.PUE, Price.ANY, PriceUnit.FACTOR, 1.2, 1.3, 1.5)));
        Procurement procurement = Procurement.of(order, 1, TestCatalog.plant(), book, PLANT);
        List<AcceptancePlan.Limit> limits = List.of(
                new AcceptancePlan.Limit("mean_ttft_ms", "handover-limit.ttft", new Band(300, 400, 600), true));
        return new Report(order, List.of(launch), Optional.of(new AcceptancePlan(order, order.answer().request(), limits)),
                Optional.of(procurement), Optional.of(new Bill(procurement, TestCatalog.plant(), words)),
                new Kubernetes(launch, Cases.CATALOG).problems(), new JsonObject.Builder().build(), Optional.empty(), "1.2.3");
    }

    private static Price price(PartClass part, String id, PriceUnit unit, double low, double typical, double high) {
        return new Price(part, id, unit, new Range(low, typical, high),
                unit.isMoney() ? Optional.of(Currency.USD) : Optional.empty(), "2026-11", "Example quotation", Origin.YOURS,
                "list", Optional.empty());
    }

    static Order frozen(Order order) {
        double gib = 1_073_741_824;
        Estimate estimate = new Estimate(
                Verdict.FITS,
                List.of(Finding.of(Severity.WARNING, "collectives-over-host-link").with("gpus", 8)),
                Optional.of(new MemoryPerGpu(80 * gib, 6 * gib, 50 * gib, 10 * gib, 0, 4 * gib, 2 * gib)),
                Optional.of(new KvCacheFigures(70_000, 3e8, 160_000, 128, 131_072, 64)),
                Optional.of(new Speed(new Band(0.3, 0.4, 0.6), new Percentiles(0.35, 0.8, 1.1), new Band(0.02, 0.025, 0.03),
                        new Band(1500, 1800, 2100), new Band(180, 225, 260), new Band(3000, 3600, 4200), 3.5, 1e9, 0.5, 0.02,
                        Bottleneck.MEMORY_BANDWIDTH, List.of())),
                Confidence.MEDIUM);
        return new Order(order.name(), order.model(), order.repository(), order.hardware(), order.engine(),
                order.engineVersion(), order.weightsCode(), order.recipe(), order.kvFormat(), order.layout(), order.limits(),
                order.workload(), order.replicas(),
                new Answer(order.answer().request(), "requested", 12, estimate, List.of()), order.asked(), order.role(), order.pools());
    }
}
