package dev.llmplanner.handover.materials;

import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.engine.cost.Total;
import dev.llmplanner.handover.text.Decimal;
import dev.llmplanner.handover.zip.Workbook;
import dev.llmplanner.handover.zip.Workbook.Cell;
import dev.llmplanner.handover.zip.Workbook.Sheet;
import dev.llmplanner.handover.zip.Workbook.Style;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The bill as worksheets: amounts, sums and the cost of owning are formulas. */
final class BillSheets {

    private static final List<Integer> WIDTHS = List.of(18, 38, 10, 18, 14, 14, 14, 10, 14, 16, 16, 16, 10, 50, 12);
    private static final int QUANTITY = Bill.COLUMNS.indexOf("quantity");
    private static final int PRICE = Bill.COLUMNS.indexOf("price-low");
    private static final int CURRENCY = Bill.COLUMNS.indexOf("currency");
    private static final int RATE = Bill.COLUMNS.indexOf("rate");
    private static final int AMOUNT = Bill.COLUMNS.indexOf("amount-low");
    private static final int FIRST = 1;
    /** Purchase, each year, owning. */
    private static final int SUMS = 3;

    /** Smaller prices, such as a kilowatt-hour's or a share, are shown with their decimals. */
    private static final double WHOLE = 100;

    private static final double GROUPED = 1000;

    private final Bill bill;
    private final List<List<Cell>> table = new ArrayList<>();
    private final int machines;

    BillSheets(Bill bill) {
        this.bill = bill;
        this.machines = (int) bill.purchase().stream().filter(BillRow::isMachine).count();
    }

    List<Sheet> sheets() {
        List<Cell> head = new ArrayList<>();
        Bill.COLUMNS.forEach(column -> head.add(new Cell.Text(bill.heading(column), Style.HEAD)));
        table.add(head);
        int bought = section(bill.purchase(), bill.procurement.cost().purchaseTotal(), "handover-bill.purchase");
        int yearly = section(bill.yearly(), bill.procurement.cost().yearlyTotal(), "handover-bill.yearly");
        String kept = Decimal.of(1 - bill.procurement.plant().residualShare(), 6);
        String years = Decimal.of(bill.procurement.cost().years(), 6);
        sum("handover-bill.owning", bill.procurement.cost().tco(), place ->
                amount(place, bought) + "*" + kept + "+" + amount(place, yearly) + "*" + years);
        bill.exchange().ifPresent(this::exchange);
        return List.of(new Sheet(bill.say("handover-bill.title"), WIDTHS, table),
                new Sheet(bill.say("handover-bill.notes"), List.of(120), notes()));
    }

    /** The row of the section's sum. */
    private int section(List<BillRow> rows, Total total, String title) {
        int first = table.size();
        rows.forEach(this::row);
        int last = table.size() - 1;
        sum(title, total, place -> last < first ? "0" : "SUM(" + amount(place, first) + ":" + amount(place, last) + ")");
        return last + 1;
    }

    private void row(BillRow row) {
        int place = table.size();
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell.Text(bill.part(row.part()), Style.PLAIN));
        cells.add(new Cell.Text(row.name(), Style.PLAIN));
        double quantity = row.quantity().typical();
        cells.add(new Cell.Number(quantity, quantity < GROUPED ? Style.QUANTITY : Style.AMOUNT));
        cells.add(new Cell.Text(bill.unit(row), Style.PLAIN));
        double[] prices = values(row.price().map(Price::amount));
        for (int i = 0; i < 3; i++) {
            cells.add(i < prices.length
                    ? new Cell.Number(prices[i], prices[i] < WHOLE ? Style.QUANTITY : Style.AMOUNT) : new Cell.Empty());
        }
        cells.add(new Cell.Text(row.price().flatMap(Price::currency).map(Enum::name).orElse(""), Style.PLAIN));
        cells.add(row.rate().isPresent() && !row.isShare() ? rate(row, row.rate().getAsDouble()) : new Cell.Empty());
        double[] amounts = values(row.amount());
        double[] quantities = values(Optional.of(row.quantity()));
        for (int i = 0; i < 3; i++) {
            cells.add(i < amounts.length
                    ? new Cell.Formula(expression(row, i, quantities, place), amounts[i], Style.AMOUNT)
                    : new Cell.Empty());
        }
        cells.add(new Cell.Text(row.price().map(Price::date).orElse(""), Style.PLAIN));
        cells.add(new Cell.Text(row.price().map(Price::source).orElse(""), Style.PLAIN));
        cells.add(new Cell.Text(bill.origin(row), Style.PLAIN));
        table.add(cells);
    }

    /** 1 in the bill's own currency; else it follows the last row's. */
    private Cell rate(BillRow row, double rate) {
        Optional<Currency> own = row.price().flatMap(Price::currency).filter(currency -> currency != bill.currency);
        if (own.isEmpty()) {
            return new Cell.Number(rate, Style.QUANTITY);
        }
        String paid = Workbook.reference(RATE, FIRST + bill.purchase().size() + bill.yearly().size() + SUMS);
        return new Cell.Formula(bill.currency == Currency.CNY ? paid : "1/" + paid, rate, Style.QUANTITY);
    }

    /** The rate that the others follow, with its day, its source, and whose it is. */
    private void exchange(Bill.RateRow row) {
        List<Cell> cells = new ArrayList<>(Collections.nCopies(Bill.COLUMNS.size(), new Cell.Empty()));
        cells.set(Bill.COLUMNS.indexOf("part"), new Cell.Text(row.part(), Style.STRONG));
        cells.set(Bill.COLUMNS.indexOf("item"), new Cell.Text(row.item(), Style.PLAIN));
        cells.set(RATE, new Cell.Number(row.rate(), Style.QUANTITY));
        cells.set(Bill.COLUMNS.indexOf("date"), new Cell.Text(row.date(), Style.PLAIN));
        cells.set(Bill.COLUMNS.indexOf("source"), new Cell.Text(row.source(), Style.PLAIN));
        cells.set(Bill.COLUMNS.indexOf("origin"), new Cell.Text(row.origin(), Style.PLAIN));
        table.add(cells);
    }

    /** Quantity × price × rate; a share is of the machines, which stand first. */
    private String expression(BillRow row, int i, double[] quantities, int place) {
        String price = Workbook.reference(PRICE + i, place);
        if (row.isShare()) {
            return price + "*SUM(" + amount(i, FIRST) + ":" + amount(i, FIRST + Math.max(1, machines) - 1) + ")";
        }
        String quantity = quantities[i] == row.quantity().typical()
                ? Workbook.reference(QUANTITY, place) : Decimal.of(quantities[i], 6);
        return quantity + "*" + price + "*" + Workbook.reference(RATE, place);
    }

    private interface Expression {
        String of(int place);
    }

    private void sum(String title, Total total, Expression expression) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell.Text(bill.say(title), Style.STRONG));
        for (int i = 1; i < AMOUNT; i++) {
            cells.add(i == CURRENCY ? new Cell.Text(bill.currency.name(), Style.STRONG) : new Cell.Empty());
        }
        double[] values = values(Optional.of(total.money().amount()));
        for (int i = 0; i < values.length; i++) {
            cells.add(new Cell.Formula(expression.of(i), values[i], Style.STRONG_AMOUNT));
        }
        table.add(cells);
    }

    private static String amount(int place, int row) {
        return Workbook.reference(AMOUNT + place, row);
    }

    private static double[] values(Optional<Range> range) {
        return range.map(known -> new double[] {known.low(), known.typical(), known.high()}).orElse(new double[0]);
    }

    private List<List<Cell>> notes() {
        List<List<Cell>> notes = new ArrayList<>();
        notes.add(List.of(new Cell.Text(bill.say("handover-bill.notes"), Style.HEAD)));
        notes.add(List.of(new Cell.Text(bill.procurement.order().name(), Style.WRAPPED)));
        notes.add(List.of(new Cell.Text(bill.say("handover-bill.ranges"), Style.WRAPPED)));
        bill.lacks().forEach(lack -> notes.add(List.of(new Cell.Text(lack, Style.WRAPPED))));
        return notes;
    }
}
