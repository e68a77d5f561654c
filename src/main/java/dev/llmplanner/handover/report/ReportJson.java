package dev.llmplanner.handover.report;

import static dev.llmplanner.handover.text.Trees.array;
import static dev.llmplanner.handover.text.Trees.object;

import dev.llmplanner.catalog.PriceCodes;
import dev.llmplanner.engine.cost.Lack;
import dev.llmplanner.engine.cost.Line;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.engine.cost.Total;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.handover.Order;
import dev.llmplanner.handover.launch.Launch;
import dev.llmplanner.handover.launch.Setting;
import dev.llmplanner.handover.launch.Value;
import dev.llmplanner.handover.materials.PaidRate;
import dev.llmplanner.handover.materials.Procurement;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The report for programs: the same in every language. */
public final class ReportJson {

    private ReportJson() {}

    /** The whole report. */
    public static JsonObject of(Report report) {
        JsonObject.Builder all = object()
                .put("kind", "llm-deployment-planner/report")
                .put("plan", report.plan())
                .put("planSha256", report.hash())
                .put("estimate", report.estimate())
                .put("launch", launch(report));
        report.procurement().ifPresent(procurement -> all.put("cost", cost(procurement)));
        report.comparison().ifPresent(comparison -> all.put("compared", comparison.plans()));
        List<JsonObject> findings = new ArrayList<>();
        report.findings().forEach(finding -> findings.add(finding(finding)));
        return all.put("findings", array(findings)).build();
    }

    private static JsonObject launch(Report report) {
        List<JsonObject> options = new ArrayList<>();
        for (Launch each : report.launches()) {
            options(each, options);
        }
        JsonObject.Builder launch = object()
                .put("engine", report.order().engine().code())
                .put("hosts", report.order().hosts());
        report.launch().least().ifPresent(least -> launch.put("leastVersion", least));
        return launch.put("options", array(options)).build();
    }

    private static void options(Launch launch, List<JsonObject> options) {
        for (Setting setting : launch.options()) {
            JsonObject.Builder option = object().put("name", setting.option().name());
            if (launch.order().role() != Order.Role.WHOLE) {
                option.put("role", launch.order().role().code());
            }
            if (setting.value().orElse(null) instanceof Value.Text text) {
                option.put("value", text.text());
            }
            setting.option().foundIn().ifPresent(version -> option.put("foundIn", version));
            options.add(option.put("reason", setting.why().code()).put("source", setting.option().source()).build());
        }
    }

    private static JsonObject finding(Finding finding) {
        JsonObject.Builder args = object();
        finding.figures().forEach(args::put);
        finding.facts().forEach(args::put);
        return object().put("code", finding.code()).put("severity", finding.severity().name().toLowerCase())
                .put("args", args.build()).build();
    }

    private static JsonObject cost(Procurement procurement) {
        JsonObject.Builder cost = object()
                .put("servers", procurement.servers())
                .put("years", procurement.cost().years())
                .put("currency", procurement.plant().currency().name());
        procurement.rate().ifPresent(rate -> cost.put("exchange", exchange(rate)));
        cost.put("purchase", total(procurement.cost().purchaseTotal()))
                .put("yearly", total(procurement.cost().yearlyTotal()))
                .put("owning", total(procurement.cost().tco()))
                .put("purchaseLines", array(lines(procurement.cost().purchase())))
                .put("yearlyLines", array(lines(procurement.cost().yearly())));
        procurement.cost().power().ifPresent(power -> cost.put("peakWatts", range(power.peakWatts()))
                .put("typicalWatts", range(power.typicalWatts())));
        procurement.cost().space().rackUnits().ifPresent(units -> cost.put("rackUnits", units));
        procurement.cost().space().racks().ifPresent(racks -> cost.put("racks", racks));
        return cost.build();
    }

    private static JsonObject exchange(PaidRate rate) {
        JsonObject.Builder exchange = object().put("cnyPerUsd", rate.cnyPerUsd())
                .put("setBy", rate.published().isPresent() ? "catalog" : "you");
        rate.published().ifPresent(known -> exchange.put("date", known.date()).put("source", known.source()));
        rate.replaced().ifPresent(known -> exchange.put("inTheCatalog", object().put("cnyPerUsd", known.cnyPerUsd())
                .put("date", known.date()).put("source", known.source()).build()));
        return exchange.build();
    }

    private static List<JsonObject> lines(List<Line> lines) {
        List<JsonObject> written = new ArrayList<>();
        for (Line line : lines) {
            JsonObject.Builder one = object().put("part", PriceCodes.code(line.part())).put("id", line.id())
                    .put("count", line.count()).put("origin", PriceCodes.code(line.origin()));
            line.price().ifPresent(price -> one.put("price", range(price.amount()))
                    .put("date", price.date()).put("source", price.source()));
            line.amount().ifPresent(amount -> one.put("amount", range(amount.amount()))
                    .put("currency", amount.currency().name()));
            written.add(one.build());
        }
        return written;
    }

    private static JsonObject total(Total total) {
        List<JsonObject> lacks = new ArrayList<>();
        for (Lack lack : total.lacks()) {
            lacks.add(object().put("part", PriceCodes.code(lack.part())).put("id", lack.id())
                    .put("reason", PriceCodes.code(lack.reason())).build());
        }
        return object().put("amount", range(total.money().amount())).put("currency", total.money().currency().name())
                .put("lacks", array(lacks)).build();
    }

    private static JsonObject range(Range range) {
        return object().put("low", range.low()).put("typical", range.typical()).put("high", range.high()).build();
    }
}
