package dev.llmplanner.handover.report;

import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.engine.cost.Cost;
import dev.llmplanner.engine.cost.Line;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.memory.MemoryPerGpu;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.handover.Order;
import dev.llmplanner.handover.Wording;
import dev.llmplanner.handover.acceptance.AcceptancePlan;
import dev.llmplanner.handover.launch.Launch;
import dev.llmplanner.handover.launch.Setting;
import dev.llmplanner.handover.launch.Value;
import dev.llmplanner.handover.materials.Bill;
import dev.llmplanner.handover.materials.PaidRate;
import dev.llmplanner.handover.materials.Procurement;
import java.util.List;
import java.util.Map;

/** Writes the chapters of a report, one after another. */
public final class ReportWriter {

    private final Report report;
    private final Order order;
    private final ReportText text;

    private ReportWriter(Report report, Wording words) {
        this.report = report;
        this.order = report.order();
        this.text = new ReportText(report, words);
    }

    /** The report in that language. */
    public static List<Block> write(Report report, Wording words) {
        ReportWriter writer = new ReportWriter(report, words);
        writer.summary();
        writer.demand();
        writer.comparison();
        writer.plan();
        writer.memory();
        writer.performance();
        writer.acceptance();
        writer.cost();
        writer.power();
        writer.launch();
        writer.risks();
        new Ledger(writer.text).write();
        writer.identity();
        return writer.text.blocks();
    }

    private void summary() {
        text.title(text.say("title", Map.of("name", order.name())));
        text.chapter("summary");
        text.paragraph(text.say("summary", Map.of(
                "replicas", (double) order.replicas(),
                "model", order.model().name(),
                "servers", (double) servers(),
                "server", server(),
                "engine", engine(),
                "verdict", text.say("verdict-" + order.answer().estimate().verdict().code()))));
        order.answer().estimate().speed().ifPresent(speed -> {
            text.fact("output-all", text.words.tokensPerSecond(speed.outputTokensPerSecond().mid() * order.replicas()));
            text.fact("ttft", text.words.seconds(speed.ttftSeconds()));
            text.fact("tpot", text.words.seconds(speed.tpotSeconds()));
        });
        report.procurement().map(Procurement::cost).ifPresent(cost -> {
            text.fact("purchase", text.money(cost.purchaseTotal()));
            text.row(text.say("owning", Map.of("years", cost.years())), text.money(cost.tco()));
            cost.power().ifPresent(power -> text.fact("peak-power", kilowatts(power.peakWatts())));
        });
        text.facts();
        double blocking = report.findings().stream()
                .filter(finding -> finding.severity().name().equals("BLOCKING")).count();
        if (blocking > 0) {
            text.paragraph(text.say("blocked", Map.of("count", blocking)));
        }
    }

    private int servers() {
        return report.procurement().map(Procurement::servers).orElseGet(() -> Procurement.serving(order));
    }

    private String server() {
        return order.hardware().server().map(ServerEntry::name).orElseGet(() -> text.say("generic-server", Map.of(
                "count", (double) order.gpusPerHost(), "accelerator", order.hardware().accelerator().name())));
    }

    private String engine() {
        return text.words.say("choice.engine." + order.engine().code());
    }

    private void demand() {
        text.chapter("demand");
        text.paragraph(text.say("per-replica"));
        Workload workload = order.workload();
        text.fact("input", text.count(workload.inputTokens()));
        text.fact("output", text.count(workload.outputTokens()));
        if (workload.load() instanceof Workload.Concurrency concurrency) {
            text.fact("concurrency", text.count(concurrency.requestsCount()));
        } else if (workload.load() instanceof Workload.Rate rate) {
            text.fact("rate", text.count(rate.requestsPerSecond()));
        }
        if (workload.prefixCacheHitFraction() > 0) {
            text.fact("prefix", text.words.percent(workload.prefixCacheHitFraction()));
        }
        workload.speculation().ifPresent(speculation -> text.fact("speculation", text.say("speculation-of", Map.of(
                "depth", (double) speculation.depth(),
                "acceptance", text.words.percent(speculation.acceptanceFraction())))));
        text.facts();
    }

    private void plan() {
        text.chapter("plan");
        text.fact("model", order.model().name());
        text.fact("checkpoint", order.repository().orElse(text.say("none-known")));
        order.model().licence().name().ifPresent(licence -> text.fact("licence", licence));
        text.fact("weights", text.words.say("format." + order.recipe().linear().code()));
        text.fact("kv-cache", text.words.say("format." + order.kvFormat().code()));
        text.fact("engine", order.engineVersion().map(version -> engine() + " " + version).orElse(engine()));
        report.launch().least().ifPresent(least -> text.fact("least-version", least));
        text.fact("accelerator", order.hardware().accelerator().name());
        text.fact("server", server());
        order.pools().ifPresentOrElse(pools -> {
            text.fact("pool-prefill", workers(pools.prefillWorkers(), pools.prefill()));
            text.fact("pool-decode", workers(pools.decodeWorkers(), pools.decode()));
        }, () -> text.fact("layout", layout(order.layout())));
        text.fact("gpus-of-replica", text.count(order.gpus()));
        text.fact("hosts-of-replica", text.count(order.hosts()));
        text.fact("replicas", text.count(order.replicas()));
        text.fact("servers", text.count(servers()));
        text.facts();
        text.paragraph(text.say("options", Map.of("count", (double) order.answer().legalLayouts())));
    }

    private void comparison() {
        report.comparison().ifPresent(comparison -> {
            text.chapter("compared");
            comparison.write(text);
        });
    }

    private String workers(int workers, Order worker) {
        return text.say("workers", Map.of("count", (double) workers, "gpus", (double) worker.gpus(),
                "layout", layout(worker.layout())));
    }

    private String layout(ParallelLayout layout) {
        String all = "";
        int[] degrees = {layout.tensorParallel(), layout.pipelineParallel(), layout.expertParallel(),
            layout.attentionDataParallel()};
        String[] names = {"tp", "pp", "ep", "dp"};
        for (int i = 0; i < degrees.length; i++) {
            if (degrees[i] > 1 || i == 0) {
                String part = text.words.say("short-layout." + names[i], Map.of("degree", (double) degrees[i]));
                all = all.isEmpty() ? part : text.words.say("list.pair", Map.of("first", all, "second", part));
            }
        }
        return all;
    }

    private void memory() {
        if (order.answer().estimate().memory().isEmpty()) {
            return;
        }
        text.chapter("memory");
        MemoryPerGpu memory = order.answer().estimate().memory().get();
        order.answer().estimate().pools().ifPresent(pools -> {
            text.paragraph(text.say("memory-prefill"));
            memory(pools.prefillMemory());
            text.paragraph(text.say("memory-decode"));
        });
        memory(memory);
        order.answer().estimate().kvCache().ifPresent(cache -> text.paragraph(text.say("memory-room", Map.of(
                "requests", text.words.number(Math.floor(cache.maxConcurrency()), 0),
                "tokens", text.words.number(cache.tokenCapacity(), 0)))));
    }

    private void memory(MemoryPerGpu memory) {
        part("memory-weights", memory.weightsBytes());
        part("memory-kv", memory.kvCacheBytes());
        if (memory.stateBytes() > 0) {
            part("memory-state", memory.stateBytes());
        }
        part("memory-activations", memory.activationsBytes());
        part("memory-runtime", memory.runtimeBytes());
        part("memory-free", memory.freeBytes());
        part("memory-reserved", memory.reservedBytes());
        part("memory-capacity", memory.capacityBytes());
        text.table(1, "memory-part", "memory-amount");
    }

    private void part(String name, double bytes) {
        text.fact(name, text.words.gibibytes(bytes));
    }

    private void performance() {
        text.chapter("performance");
        if (order.answer().estimate().speed().isEmpty()) {
            text.paragraph(text.say("no-speed"));
            return;
        }
        Speed speed = order.answer().estimate().speed().get();
        text.row(text.say("ttft"), text.words.seconds(speed.ttftSeconds().mid()), text.words.seconds(speed.ttftSeconds()));
        text.row(text.say("ttft-99"), text.words.seconds(speed.ttftSpread().p99Seconds()), "");
        text.row(text.say("tpot"), text.words.seconds(speed.tpotSeconds().mid()), text.words.seconds(speed.tpotSeconds()));
        text.row(text.say("output-replica"), text.words.tokensPerSecond(speed.outputTokensPerSecond().mid()),
                text.words.tokensPerSecond(speed.outputTokensPerSecond()));
        text.row(text.say("requests"), text.count(speed.requestsPerSecond()), "");
        text.table(2, "figure", "estimate", "band");
        text.paragraph(text.words.say("bottleneck." + speed.bottleneck().code()));
        text.paragraph(text.say("confidence-" + order.answer().estimate().confidence().name().toLowerCase()));
        new Evidence(text).write();
    }

    private void acceptance() {
        if (report.acceptance().isEmpty()) {
            return;
        }
        text.chapter("acceptance");
        text.paragraph(text.say("acceptance"));
        for (AcceptancePlan.Limit limit : report.acceptance().get().limits()) {
            text.row(text.words.say(limit.message()), (limit.atMost() ? "≤ " : "≥ ") + text.count(limit.bound()));
        }
        text.table(1, "figure", "limit");
    }

    private void cost() {
        if (report.procurement().isEmpty() || report.bill().isEmpty()) {
            return;
        }
        text.chapter("cost");
        Cost cost = report.procurement().get().cost();
        lines(cost.purchase());
        text.table(2, "item", "count", "money");
        lines(cost.yearly());
        text.table(2, "item-yearly", "count", "money");
        text.fact("purchase", text.money(cost.purchaseTotal()));
        text.fact("yearly", text.money(cost.yearlyTotal()));
        text.row(text.say("owning", Map.of("years", cost.years())), text.money(cost.tco()));
        cost.rent().ifPresent(rent -> text.fact("rent", text.money(rent)));
        text.facts();
        report.procurement().filter(Procurement::mixesCurrencies).flatMap(Procurement::rate)
                .ifPresent(rate -> text.paragraph(converted(rate)));
        text.bullets(report.bill().get().lacks());
    }

    private String converted(PaidRate rate) {
        String paid = text.words.number(rate.cnyPerUsd(), PaidRate.DECIMALS);
        return rate.published().map(known -> text.say("converted", Map.of("rate", paid, "date", known.date())))
                .orElseGet(() -> text.say("converted-yours", Map.of("rate", paid)));
    }

    private void lines(List<Line> lines) {
        Bill bill = report.bill().orElseThrow();
        for (Line line : lines) {
            String part = bill.part(line.part());
            String item = bill.name(line.part(), line.id());
            text.row(item.equals(part) ? part : text.say("line", Map.of("part", part, "item", item)),
                    text.count(line.count()),
                    line.amount().map(text::money).orElse(text.say("no-price")));
        }
    }

    private void power() {
        if (report.procurement().isEmpty()) {
            return;
        }
        Cost cost = report.procurement().get().cost();
        text.chapter("power");
        cost.power().ifPresentOrElse(power -> {
            text.fact("peak-power", kilowatts(power.peakWatts()));
            text.fact("typical-power", kilowatts(power.typicalWatts()));
            power.facilityPeakWatts().ifPresent(watts -> text.fact("facility-power", kilowatts(watts)));
        }, () -> text.fact("peak-power", text.say("not-published")));
        text.fact("rack-units", cost.space().rackUnits().isPresent()
                ? text.count(cost.space().rackUnits().getAsInt()) : text.say("not-published"));
        text.fact("racks", cost.space().racks().isPresent() ? text.count(cost.space().racks().getAsInt())
                : text.say("at-least", Map.of("count", (double) cost.space().racksAtLeast())));
        text.facts();
    }

    private String kilowatts(Range watts) {
        Range kilowatts = watts.times(1e-3);
        String typical = text.words.number(kilowatts.typical(), 1);
        return kilowatts.low() == kilowatts.high()
                ? text.say("amount", Map.of("value", typical, "unit", "kW"))
                : text.say("range", Map.of("value", typical, "unit", "kW",
                        "low", text.words.number(kilowatts.low(), 1), "high", text.words.number(kilowatts.high(), 1)));
    }

    private void launch() {
        text.chapter("launch");
        for (Launch launch : report.launches()) {
            if (launch.order().role() != Order.Role.WHOLE) {
                text.paragraph(text.say("launch-" + launch.order().role().code()));
            }
            for (Setting setting : launch.options()) {
                String value = setting.value().map(Value::shown).orElse("");
                text.row(setting.option().name(), value, text.words.say(setting.why().key(), setting.why().arguments()));
            }
            text.table(0, "option", "value", "reason");
        }
    }

    private void risks() {
        text.chapter("risks");
        List<String> risks = text.risks();
        if (risks.isEmpty()) {
            text.paragraph(text.say("no-risks"));
        }
        text.bullets(risks);
    }

    private void identity() {
        text.chapter("identity");
        text.fact("version", report.version());
        text.fact("hash", report.hash());
        text.facts();
        text.paragraph(text.say("identity"));
    }
}
