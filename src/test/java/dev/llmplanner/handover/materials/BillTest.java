package dev.llmplanner.handover.materials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.catalog.PriceChoice;
import dev.llmplanner.engine.cost.Cost;
import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.Exchange;
import dev.llmplanner.engine.cost.Origin;
import dev.llmplanner.engine.cost.PartClass;
import dev.llmplanner.engine.cost.Plant;
import dev.llmplanner.engine.cost.Price;
import dev.llmplanner.engine.cost.PriceBook;
import dev.llmplanner.engine.cost.PriceUnit;
import dev.llmplanner.engine.cost.Range;
import dev.llmplanner.engine.cost.Total;
import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.Cases;
import dev.llmplanner.handover.text.Hostile;
import dev.llmplanner.support.TestCatalog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The bill, read by Apache POI, which computes its formulas itself. */
class BillTest {

    private static final Plant PLANT = new Plant(
            Currency.USD, Exchange.of(7.1), 4, 0.1, 40_000, 42, OptionalDouble.of(1.5), 0.8, false);
    private static final Percentage EXACT = Percentage.withPercentage(1e-7);

    @Test
    void computedAgainTheSumsAreThoseOfTheCost() throws IOException {
        for (String id : List.of("llama-3.1-405b-vllm-2x8-h100", "deepseek-r1-vllm-2x8-h20", "gpt-oss-120b-vllm-1-h100",
                "llama-3.3-70b-mindie-8-910b")) {
            Bill bill = bill(id, PriceBook.EMPTY.prices());
            Cost cost = bill.procurement.cost();
            try (XSSFWorkbook workbook = workbook(bill)) {
                XSSFSheet sheet = workbook.getSheetAt(0);
                for (int row = 1; row <= sheet.getLastRowNum(); row++) {
                    for (int column = 9; column < 12; column++) {
                        String cell = id + " " + row + " " + column;
                        if (sheet.getRow(row).getCell(column) != null) {
                            assertThat(computed(workbook, row, column)).as(cell)
                                    .isCloseTo(sheet.getRow(row).getCell(column).getNumericCellValue(), EXACT);
                        }
                    }
                }
                int last = sheet.getLastRowNum() - 1;
                verify(workbook, last, cost.tco());
                verify(workbook, last - 1, cost.yearlyTotal());
                verify(workbook, last - 1 - cost.yearly().size() - 1, cost.purchaseTotal());
            }
        }
    }

    @Test
    void quantitiesAndPricesAreThoseOfTheLines() throws IOException {
        Bill bill = bill("llama-3.1-405b-vllm-2x8-h100", List.of());
        try (XSSFWorkbook workbook = workbook(bill)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            for (int i = 0; i < bill.procurement.cost().purchase().size(); i++) {
                XSSFRow row = sheet.getRow(i + 1);
                var line = bill.procurement.cost().purchase().get(i);
                assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(line.count());
                line.price().ifPresent(price -> {
                    assertThat(row.getCell(4).getNumericCellValue()).isCloseTo(price.amount().low(), EXACT);
                    assertThat(row.getCell(13).getStringCellValue()).isEqualTo(price.source());
                    assertThat(row.getCell(12).getStringCellValue()).isEqualTo(price.date());
                });
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"en, USD, 7.1287", "zh-CN, USD, 7.1287", "en, CNY, 7.1287", "zh-CN, CNY, 7.1287",
        "en, USD, 7.251234", "zh-CN, USD, 7.251234", "en, CNY, 7.251234", "zh-CN, CNY, 7.251234"})
    void theRateStandsInOneRowWithItsSourceAndWhoseItIs(String language, Currency currency, double rate) throws IOException {
        Bill bill = mixed(language, currency, rate);
        boolean catalogs = rate == 7.1287;
        List<String> said = language.equals("en")
                ? List.of("Exchange rate", "CNY per USD", catalogs ? "published" : "your own", "the request; the catalog has 7.1287 of 2025-08-21")
                : List.of("汇率", "元/美元", catalogs ? "已公布" : "自填", "请求（目录汇率为 7.1287，2025-08-21）");

        List<List<String>> rows = parsed(csv(bill));
        List<String> last = rows.get(rows.size() - 1);
        assertThat(last.get(0)).isEqualTo(said.get(0));
        assertThat(last.get(1)).isEqualTo(said.get(1));
        assertThat(Double.parseDouble(last.get(8))).isEqualTo(rate);
        assertThat(last.get(12)).isEqualTo(catalogs ? "2025-08-21" : "");
        assertThat(last.get(13)).satisfies(source -> {
            if (catalogs) {
                assertThat(source).startsWith("Central parity rate of 21 August 2025").contains("http://en.people.cn/");
            } else {
                assertThat(source).isEqualTo(said.get(3));
            }
        });
        assertThat(last.get(14)).isEqualTo(said.get(2));
        try (XSSFWorkbook workbook = workbook(bill)) {
            XSSFRow row = workbook.getSheetAt(0).getRow(workbook.getSheetAt(0).getLastRowNum());
            assertThat(row.getCell(8).getNumericCellValue()).isEqualTo(rate);
            for (int column : List.of(0, 1, 12, 13, 14)) {
                assertThat(row.getCell(column).getStringCellValue()).isEqualTo(last.get(column));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Currency.class)
    void aRateThatIsWrittenOverCarriesThrough(Currency currency) throws IOException {
        Bill bill = mixed("en", currency, 7.1);
        Bill other = mixed("en", currency, 8.2);
        try (XSSFWorkbook workbook = workbook(bill)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            int last = sheet.getLastRowNum();
            assertThat(computed(workbook, last - 1, 10)).isNotCloseTo(
                    other.procurement.cost().tco().money().amount().typical(), EXACT);

            sheet.getRow(last).getCell(8).setCellValue(8.2);

            verify(workbook, last - 1, other.procurement.cost().tco());
        }
    }

    @Test
    void whatLacksIsCalledByItsName() {
        Bill bill = bill("deepseek-r1-vllm-ascend-2x8-910b", List.of());

        assertThat(bill.lacks()).isNotEmpty().noneMatch(lack -> lack.contains("roce-200"))
                .anyMatch(lack -> lack.contains("RoCE"));
    }

    @Test
    void withoutARateThereIsNoRowOfOne() throws IOException {
        Plant apart = new Plant(Currency.CNY, Exchange.NONE, 4, 0.1, 40_000, 42, OptionalDouble.of(1.5), 0.8, false);
        Bill bill = bill("llama-3.1-405b-vllm-2x8-h100", List.of(), apart, "en");

        assertThat(csv(bill)).doesNotContain("CNY per USD");
        try (XSSFWorkbook workbook = workbook(bill)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(sheet.getLastRowNum()).getCell(0).getStringCellValue()).isEqualTo("Cost of owning");
        }
    }

    @Test
    void twoServersCarryAReplicaOfTwoHostsAndOneServerTwoReplicasOfFour() {
        assertThat(Procurement.serving(Cases.order("llama-3.1-405b-vllm-2x8-h100"))).isEqualTo(2);
        assertThat(Procurement.serving(Cases.order("deepseek-r1-vllm-2x8-h20"))).isEqualTo(4);
        assertThat(Procurement.serving(Cases.order("llama-3.3-70b-vllm-4-h100"))).isEqualTo(1);
    }

    @Test
    void textsAreNeverComputed() throws IOException {
        for (String name : Hostile.NAMES) {
            Bill bill = bill("gpt-oss-120b-vllm-1-h100", List.of(priced(name)));
            try (XSSFWorkbook workbook = workbook(bill)) {
                List<String> sources = new ArrayList<>();
                workbook.getSheetAt(0).forEach(row -> {
                    if (row.getCell(13) != null && row.getCell(13).getCellType() == CellType.STRING) {
                        sources.add(row.getCell(13).getStringCellValue());
                    }
                });
                String held = name.codePoints().map(c -> c < ' ' || c >= 0x7f && c < 0xa0
                        || c >= 0xd800 && c < 0xe000 || c == 0xfffe || c == 0xffff ? ' ' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
                assertThat(sources).contains(held);
            }
            String csv = csv(bill);
            for (List<String> row : parsed(csv)) {
                assertThat(row).hasSize(Bill.COLUMNS.size());
                assertThat(row.get(13)).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("-")
                        .doesNotStartWith("@").doesNotContain("\t").doesNotContain("\n");
            }
        }
    }

    @Test
    void theTableSaysTheSameAsTheWorkbook() throws IOException {
        Bill bill = bill("llama-3.1-405b-vllm-2x8-h100", List.of());
        List<List<String>> rows = parsed(csv(bill));
        try (XSSFWorkbook workbook = workbook(bill)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(rows).hasSize(sheet.getLastRowNum() + 1);
            for (int i = 1; i < rows.size(); i++) {
                if (sheet.getRow(i).getCell(10) != null) {
                    assertThat(Double.parseDouble(rows.get(i).get(10)))
                            .isCloseTo(sheet.getRow(i).getCell(10).getNumericCellValue(), Percentage.withPercentage(1e-4));
                }
            }
        }
    }

    private static void verify(XSSFWorkbook workbook, int row, Total total) {
        assertThat(computed(workbook, row, 9)).isCloseTo(total.money().amount().low(), EXACT);
        assertThat(computed(workbook, row, 10)).isCloseTo(total.money().amount().typical(), EXACT);
        assertThat(computed(workbook, row, 11)).isCloseTo(total.money().amount().high(), EXACT);
    }

    private static double computed(XSSFWorkbook workbook, int row, int column) {
        return workbook.getCreationHelper().createFormulaEvaluator()
                .evaluate(workbook.getSheetAt(0).getRow(row).getCell(column)).getNumberValue();
    }

    private static Price priced(String source) {
        return new Price(PartClass.SERVER, "nvidia-h100-sxm5-80gb*8", PriceUnit.PIECE, new Range(1, 2, 3),
                Optional.of(Currency.USD), "2026-11", source, Origin.YOURS, "list", Optional.empty());
    }

    private static Bill bill(String id, List<Price> own) {
        return bill(id, own, PLANT, "en");
    }

    private static Bill bill(String id, List<Price> own, Plant plant, String language) {
        PriceBook book = TestCatalog.plant().prices(PriceChoice.USUAL).with(own);
        return new Bill(Procurement.of(Cases.order(id), 0, TestCatalog.plant(), book, plant),
                TestCatalog.plant(), Cases.words(language));
    }

    /** Servers in yuan, electricity and the rest in dollars. */
    private static Bill mixed(String language, Currency currency, double rate) {
        Price server = new Price(PartClass.SERVER, "cn-h20-96-8gpu", PriceUnit.PIECE, new Range(1e6, 1.1e6, 1.3e6),
                Optional.of(Currency.CNY), "2026-11", "Quotation", Origin.YOURS, "list", Optional.empty());
        return bill("deepseek-r1-vllm-2x8-h20", List.of(server), new Plant(currency, Exchange.of(rate), 4, 0.1, 40_000, 42,
                OptionalDouble.empty(), 0.8, false), language);
    }

    private static XSSFWorkbook workbook(Bill bill) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bill.files().get(1).bytes()));
    }

    private static String csv(Bill bill) {
        return bill.files().get(0).text().orElseThrow();
    }

    /** RFC 4180, written apart from the writer. */
    private static List<List<String>> parsed(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 1; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\r')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\r') {
                    rows.add(List.copyOf(row));
                    row.clear();
                    i++;
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}
