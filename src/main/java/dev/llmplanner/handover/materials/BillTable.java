package dev.llmplanner.handover.materials;

import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.engine.cost.Total;
import dev.llmplanner.handover.text.Csv;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The bill as comma-separated values, with the sums as numbers. */
final class BillTable {

    private static final int AMOUNT = Bill.COLUMNS.indexOf("amount-low");
    private static final int CURRENCY = Bill.COLUMNS.indexOf("currency");

    private final Bill bill;

    BillTable(Bill bill) {
        this.bill = bill;
    }

    String text() {
        List<List<String>> table = new ArrayList<>();
        table.add(Bill.COLUMNS.stream().map(column -> Csv.text(bill.heading(column))).toList());
        section(bill.purchase(), bill.procurement.cost().purchaseTotal(), "handover-bill.purchase", table);
        section(bill.yearly(), bill.procurement.cost().yearlyTotal(), "handover-bill.yearly", table);
        sum("handover-bill.owning", bill.procurement.cost().tco(), table);
        bill.exchange().ifPresent(row -> table.add(exchange(row)));
        return Csv.of(table);
    }

    private static List<String> exchange(Bill.RateRow row) {
        List<String> cells = new ArrayList<>(Collections.nCopies(Bill.COLUMNS.size(), ""));
        cells.set(Bill.COLUMNS.indexOf("part"), Csv.text(row.part()));
        cells.set(Bill.COLUMNS.indexOf("item"), Csv.text(row.item()));
        cells.set(Bill.COLUMNS.indexOf("rate"), Csv.number(row.rate(), PaidRate.DECIMALS));
        cells.set(Bill.COLUMNS.indexOf("date"), Csv.text(row.date()));
        cells.set(Bill.COLUMNS.indexOf("source"), Csv.text(row.source()));
        cells.set(Bill.COLUMNS.indexOf("origin"), Csv.text(row.origin()));
        return cells;
    }

    private void section(List<BillRow> rows, Total total, String title, List<List<String>> table) {
        for (BillRow row : rows) {
            List<String> cells = new ArrayList<>();
            cells.add(Csv.text(bill.part(row.part())));
            cells.add(Csv.text(row.name()));
            cells.add(Csv.number(row.quantity().typical(), 2));
            cells.add(Csv.text(bill.unit(row)));
            range(row.price().map(Price::amount), cells);
            cells.add(Csv.text(row.price().flatMap(Price::currency).map(Enum::name).orElse("")));
            cells.add(row.rate().isPresent() && !row.isShare() ? Csv.number(row.rate().getAsDouble(), 6) : "");
            range(row.amount(), cells);
            cells.add(Csv.text(row.price().map(Price::date).orElse("")));
            cells.add(Csv.text(row.price().map(Price::source).orElse("")));
            cells.add(Csv.text(bill.origin(row)));
            table.add(cells);
        }
        sum(title, total, table);
    }

    private void sum(String title, Total total, List<List<String>> table) {
        List<String> cells = new ArrayList<>();
        cells.add(Csv.text(bill.say(title)));
        for (int i = 1; i < AMOUNT; i++) {
            cells.add(i == CURRENCY ? Csv.text(bill.currency.name()) : "");
        }
        range(Optional.of(total.money().amount()), cells);
        while (cells.size() < Bill.COLUMNS.size()) {
            cells.add("");
        }
        table.add(cells);
    }

    private static void range(Optional<Range> range, List<String> cells) {
        cells.add(range.map(known -> Csv.number(known.low(), 4)).orElse(""));
        cells.add(range.map(known -> Csv.number(known.typical(), 4)).orElse(""));
        cells.add(range.map(known -> Csv.number(known.high(), 4)).orElse(""));
    }
}
