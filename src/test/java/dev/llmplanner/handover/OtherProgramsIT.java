package dev.llmplanner.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.catalog.PriceChoice;
import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.Exchange;
import dev.llmplanner.engine.cost.Plant;
import dev.llmplanner.engine.cost.Total;
import dev.llmplanner.support.TestCatalog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbooks and the archive of every case, opened by LibreOffice and by Info-ZIP's {@code unzip}. */
class OtherProgramsIT {

    private static final Plant PLANT = new Plant(
            Currency.USD, Exchange.of(7.1), 4, 0.1, 40_000, 42, OptionalDouble.of(1.5), 0.8, false);
    private static final String BOOK = "materials/bill-of-materials.xlsx";
    private static final Percentage EXACT = Percentage.withPercentage(1e-7);

    /** Fields apart by commas, UTF-8, raw values instead of what cells show, all sheets. */
    private static final String CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

    @TempDir
    private Path folder;

    @Test
    void libreOfficeComputesTheSumsOfThePlan() throws Exception {
        Path office = office();
        Map<String, Handover> all = handovers();
        List<String> books = new ArrayList<>();
        for (Map.Entry<String, Handover> each : all.entrySet()) {
            Files.write(folder.resolve(each.getKey() + ".xlsx"), withoutValues(book(each.getValue())));
            books.add(each.getKey() + ".xlsx");
        }

        String said = convert(office, CSV, "csv", books);

        assertThat(said).doesNotContainIgnoringCase("error").doesNotContainIgnoringCase("warn");
        for (Map.Entry<String, Handover> each : all.entrySet()) {
            List<String[]> rows = rows(each.getKey());
            Total owning = each.getValue().report().procurement().orElseThrow().cost().tco();
            Total purchase = each.getValue().report().procurement().orElseThrow().cost().purchaseTotal();
            verify(each.getKey(), rows.get(rows.size() - 1), owning);
            int bought = each.getValue().report().procurement().orElseThrow().cost().purchase().size();
            verify(each.getKey(), rows.get(1 + bought), purchase);
        }
    }

    @Test
    void libreOfficeKeepsEveryFormulaAndText() throws Exception {
        Path office = office();
        Map<String, Handover> all = handovers();
        List<String> books = new ArrayList<>();
        for (Map.Entry<String, Handover> each : all.entrySet()) {
            Files.write(folder.resolve(each.getKey() + ".xlsx"), book(each.getValue()));
            books.add(each.getKey() + ".xlsx");
        }
        Files.write(folder.resolve("torn.xlsx"), Arrays.copyOf(book(all.values().iterator().next()), 3000));
        books.add("torn.xlsx");

        String said = convert(office, "xlsx:Calc MS Excel 2007 XML", "again", books);

        assertThat(said.lines().filter(line -> line.contains("Error"))).as("only the torn one is refused").hasSize(1);
        assertThat(folder.resolve("again/torn.xlsx")).doesNotExist();
        for (Map.Entry<String, Handover> each : all.entrySet()) {
            try (Workbook ours = new XSSFWorkbook(new ByteArrayInputStream(book(each.getValue())));
                    InputStream in = Files.newInputStream(folder.resolve("again/" + each.getKey() + ".xlsx"));
                    Workbook again = new XSSFWorkbook(in)) {
                same(each.getKey(), ours, again);
            }
        }
    }

    @Test
    void unzipFindsNoFaultInTheArchives() throws Exception {
        Path unzip = Programs.find("PLANNER_UNZIP", "unzip", "unzip");
        for (Map.Entry<String, Handover> each : handovers().entrySet()) {
            Files.write(folder.resolve("all.zip"), each.getValue().archive().bytes());

            assertThat(Programs.run(folder, Programs.words(unzip, "-t", "all.zip")))
                    .contains("No errors detected", "status 0")
                    .contains("materials/bill-of-materials.xlsx").doesNotContain("warning");
        }
    }

    private static Path office() {
        return Programs.find("PLANNER_SOFFICE", "LibreOffice Calc (Debian: libreoffice-calc)", "soffice", "libreoffice");
    }

    private String convert(Path office, String format, String to, List<String> books) throws Exception {
        List<String> command = Programs.words(office, "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless", "--norestore", "--convert-to", format, "--outdir", folder.resolve(to).toString());
        command.addAll(books);
        // A part of LibreOffice that writes Java macros looks for Java; Calc needs none.
        return Programs.run(folder, command).replaceAll("(?m)^.*javaldx.*$", "");
    }

    private static Map<String, Handover> handovers() {
        PlantCatalog facts = TestCatalog.plant();
        Map<String, Handover> all = new LinkedHashMap<>();
        for (String id : Cases.ids()) {
            String language = all.size() % 2 == 0 ? "en" : "zh-CN";
            all.put(id, Handover.of(Cases.named(id, "=1+1 \"甲\" & <b>"), TestCatalog.planner(), Cases.CATALOG,
                    Optional.of(new Handover.Costing(facts, facts.prices(PriceChoice.USUAL), PLANT, 1)),
                    Cases.words(language)));
        }
        return all;
    }

    private static byte[] book(Handover handover) {
        return handover.files().stream().filter(file -> file.path().equals(BOOK)).findFirst().orElseThrow().bytes();
    }

    /** The workbook without the values that stand beside its formulas: what comes out was computed. */
    private static byte[] withoutValues(byte[] book) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(text.replaceAll("</f><v>[^<]*</v>", "</f>").getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private List<String[]> rows(String id) throws IOException {
        try (var files = Files.list(folder.resolve("csv"))) {
            Path first = files.filter(file -> file.getFileName().toString().startsWith(id + "-"))
                    .filter(file -> lines(file).get(0).split(",").length > 5).findFirst().orElseThrow();
            return lines(first).stream().map(line -> line.replaceAll("\"([0-9.]+)\"", "$1")
                            .split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).toList();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void verify(String id, String[] row, Total total) {
        assertThat(Double.parseDouble(row[9])).as(id + " low").isCloseTo(total.money().amount().low(), EXACT);
        assertThat(Double.parseDouble(row[10])).as(id + " typical").isCloseTo(total.money().amount().typical(), EXACT);
        assertThat(Double.parseDouble(row[11])).as(id + " high").isCloseTo(total.money().amount().high(), EXACT);
    }

    private static void same(String id, Workbook ours, Workbook again) {
        assertThat(again.getNumberOfSheets()).isEqualTo(ours.getNumberOfSheets());
        int formulas = 0;
        for (int sheet = 0; sheet < ours.getNumberOfSheets(); sheet++) {
            assertThat(again.getSheetName(sheet)).isEqualTo(ours.getSheetName(sheet));
            for (Row row : ours.getSheetAt(sheet)) {
                for (Cell cell : row) {
                    String place = id + " " + ours.getSheetName(sheet) + " " + cell.getAddress();
                    Cell other = again.getSheetAt(sheet).getRow(row.getRowNum()).getCell(cell.getColumnIndex());
                    switch (cell.getCellType()) {
                        case FORMULA -> {
                            formulas++;
                            assertThat(other.getCellType()).as(place).isEqualTo(CellType.FORMULA);
                            assertThat(other.getNumericCellValue()).as(place)
                                    .isCloseTo(cell.getNumericCellValue(), EXACT);
                        }
                        case NUMERIC -> assertThat(other.getNumericCellValue()).as(place)
                                .isCloseTo(cell.getNumericCellValue(), EXACT);
                        case STRING -> assertThat(other == null ? "" : other.getStringCellValue()).as(place)
                                .isEqualTo(cell.getStringCellValue());
                        default -> { }
                    }
                }
            }
        }
        assertThat(formulas).as(id + ": three sums, each low, typical and high, and what they sum").isGreaterThan(9);
    }
}
