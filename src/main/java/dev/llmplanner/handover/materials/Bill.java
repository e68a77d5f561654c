package dev.llmplanner.handover.materials;

import dev.llmplanner.catalog.ExchangeRate;
import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.catalog.PriceCodes;
import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.Lack;
import dev.llmplanner.engine.cost.Line;
import dev.llmplanner.engine.cost.Money;
import dev.llmplanner.engine.cost.PartClass;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.Wording;
import dev.llmplanner.handover.zip.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The bill of materials of a procurement, in words. */
public final class Bill {

    static final List<String> COLUMNS = List.of("part", "item", "quantity", "unit", "price-low", "price-typical",
            "price-high", "currency", "rate", "amount-low", "amount-typical", "amount-high", "date", "source", "origin");

    private static final String FOLDER = "materials/";

    final Procurement procurement;
    final Currency currency;

    private final PlantCatalog facts;
    private final Wording words;

    public Bill(Procurement procurement, PlantCatalog facts, Wording words) {
        this.procurement = procurement;
        this.facts = facts;
        this.words = words;
        this.currency = procurement.cost().purchaseTotal().money().currency();
    }

    /** The bill as CSV and as a workbook. */
    public List<Artifact> files() {
        return List.of(
                Artifact.of(FOLDER + "bill-of-materials.csv", new BillTable(this).text()),
                Artifact.of(FOLDER + "bill-of-materials.xlsx", Workbook.of(new BillSheets(this).sheets())));
    }

    List<BillRow> purchase() {
        return rows(procurement.cost().purchase());
    }

    List<BillRow> yearly() {
        return rows(procurement.cost().yearly());
    }

    private List<BillRow> rows(List<Line> lines) {
        List<BillRow> rows = new ArrayList<>();
        for (Line line : lines) {
            rows.add(BillRow.of(line, name(line.part(), line.id()), rate(line)));
        }
        return rows;
    }

    private OptionalDouble rate(Line line) {
        Optional<Currency> own = line.amount().map(Money::currency);
        if (own.isEmpty()) {
            return OptionalDouble.of(1);
        }
        return procurement.plant().exchange().to(currency, new Money(Range.of(1), own.get()))
                .map(one -> OptionalDouble.of(one.amount().typical())).orElse(OptionalDouble.empty());
    }

    /** The name of a record, or of the class where one price serves all of it. */
    public String name(PartClass part, String id) {
        if (id.equals(Price.ANY)) {
            return part(part);
        }
        boolean server = procurement.order().hardware().server().map(known -> known.id().equals(id)).orElse(false);
        if (server) {
            return procurement.order().hardware().server().orElseThrow().name();
        }
        String accelerator = procurement.order().hardware().accelerator().id();
        return id.equals(accelerator) || id.startsWith(accelerator + "*")
                ? procurement.order().hardware().accelerator().name() : facts.name(id).or(() -> fabric(id)).orElse(id);
    }

    private Optional<String> fabric(String id) {
        return procurement.order().hardware().fabric().filter(known -> known.id().equals(id)).map(known -> known.name());
    }

    /** The class of a part. */
    public String part(PartClass part) {
        return words.say("handover-part." + PriceCodes.code(part));
    }

    /** What a total lacks, line by line. */
    public List<String> lacks() {
        List<String> lacks = new ArrayList<>();
        procurement.cost().tco().lacks().forEach(lack -> lacks.add(words.say(
                "handover-lack." + PriceCodes.code(lack.reason()),
                Map.of("what", what(lack)))));
        return lacks;
    }

    private String what(Lack lack) {
        String part = part(lack.part());
        String item = name(lack.part(), lack.id());
        return item.equals(part) ? part : words.say("handover-lack.item", Map.of("part", part, "item", item));
    }

    /** The exchange rate as a last row: the rate, its day, its source, and whose it is. */
    Optional<RateRow> exchange() {
        return procurement.rate().map(rate -> new RateRow(
                say("handover-report.exchange"),
                say("handover-report.unit-cny-per-usd"),
                rate.cnyPerUsd(),
                rate.published().map(ExchangeRate::date).orElse(""),
                rate.published().map(ExchangeRate::source).orElseGet(() -> source(rate)),
                say("handover-origin." + (rate.published().isPresent() ? "published" : "yours"))));
    }

    /** Where a rate comes from that isn't the catalog's, and which one it replaces. */
    public String source(PaidRate rate) {
        return rate.replaced().map(known -> words.say("handover-report.source-request-rate", Map.of(
                        "rate", words.number(known.cnyPerUsd(), PaidRate.DECIMALS), "date", known.date())))
                .orElseGet(() -> say("handover-report.source-request"));
    }

    /** A row of words but for the rate itself. */
    record RateRow(String part, String item, double rate, String date, String source, String origin) {}

    String heading(String column) {
        return say("handover-column." + column);
    }

    String unit(BillRow row) {
        return row.price().map(price -> say("handover-price-unit." + PriceCodes.code(price.unit()))).orElse("");
    }

    String origin(BillRow row) {
        return say("handover-origin." + row.price().map(price -> PriceCodes.code(price.origin())).orElse("no-price"));
    }

    String say(String key) {
        return words.say(key);
    }
}
