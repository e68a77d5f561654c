package dev.llmplanner.handover.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.llmplanner.catalog.PriceChoice;
import dev.llmplanner.engine.cost.Cost;
import dev.llmplanner.engine.cost.Currency;
import dev.llmplanner.engine.cost.Exchange;
import dev.llmplanner.engine.cost.Plant;
import dev.llmplanner.handover.Approval;
import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.Cases;
import dev.llmplanner.handover.Handover;
import dev.llmplanner.handover.Order;
import dev.llmplanner.handover.Orders;
import dev.llmplanner.handover.text.Hostile;
import dev.llmplanner.support.TestCatalog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.data.Offset;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {

    @TestFactory
    Stream<DynamicTest> reportsAreAsApproved() {
        return Stream.of("deepseek-r1-sglang-8-h200", "deepseek-r1-vllm-2x8-h20", "llama-3.3-70b-mindie-8-910b",
                        "llama-3.1-405b-vllm-2x8-h100", "gpt-oss-120b-vllm-1-h100", "llama-3.3-70b-vllm-4-h100")
                .map(id -> DynamicTest.dynamicTest(id, () -> {
                    for (String language : List.of("en", "zh-CN")) {
                        Approval.verify(id + "/" + language + "/report/report.md", Markdown.of(ReportWriter.write(
                                Frozen.report(id, Cases.words(language)), Cases.words(language))));
                    }
                }));
    }

    @Test
    void itsFiguresAreThoseOfTheEstimateAndTheCost() throws IOException {
        Handover handover = handover(Cases.order("llama-3.1-405b-vllm-2x8-h100"), "en");
        JsonNode json = new ObjectMapper().readTree(text(handover, "report/report.json"));
        Cost cost = handover.report().procurement().orElseThrow().cost();

        assertThat(json.at("/estimate/latency/tpotSeconds/mid").asDouble()).isCloseTo(handover.report().order().answer()
                .estimate().speed().orElseThrow().tpotSeconds().mid(), Offset.offset(1e-6));
        assertThat(json.at("/cost/purchase/amount/typical").asDouble())
                .isCloseTo(cost.purchaseTotal().money().amount().typical(), Offset.offset(1e-3));
        assertThat(json.at("/planSha256").asText()).hasSize(64);
    }

    @Test
    void aReplicaSetChangesTheFingerprintAndALanguageDoesNot() {
        Order order = Cases.order("gpt-oss-120b-vllm-1-h100");
        Order more = Orders.of(TestCatalog.planner(), Cases.request("gpt-oss-120b-vllm-1-h100"), order.name(), 4).orElseThrow();

        assertThat(handover(order, "en").report().hash()).isEqualTo(handover(order, "zh-CN").report().hash())
                .isNotEqualTo(handover(more, "en").report().hash());
    }

    @Test
    void namesNeverBecomeMarkup() {
        Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();
        for (String name : Hostile.NAMES) {
            Node document = parser.parse(Markdown.of(ReportWriter.write(
                    Frozen.report(Frozen.frozen(Cases.named("gpt-oss-120b-vllm-1-h100", name)), Cases.words("en")),
                    Cases.words("en"))));
            List<String> markup = new ArrayList<>();
            document.accept(new AbstractVisitor() {
                @Override
                public void visit(HtmlBlock html) {
                    markup.add(html.getLiteral());
                }

                @Override
                public void visit(HtmlInline html) {
                    markup.add(html.getLiteral());
                }

                @Override
                public void visit(Link link) {
                    markup.add(link.getDestination());
                }

                @Override
                public void visit(Image image) {
                    markup.add(image.getDestination());
                }
            });
            assertThat(markup).as(name).isEmpty();
            String shown = TextContentRenderer.builder().build().render(document.getFirstChild()).strip();
            assertThat(shown.replaceAll("\\s+", " ")).isEqualTo(("Deployment plan: " + name.replaceAll("[\\p{Cntrl}\u2028\u2029]", " "))
                    .replace("\ud83d ", "\ud83d ").strip().replaceAll("\\s+", " "));
        }
    }

    @Test
    void theArchiveHoldsEveryFileAndTheirChecksums() throws Exception {
        Handover handover = handover(Cases.order("llama-3.1-405b-vllm-2x8-h100"), "zh-CN");
        Map<String, byte[]> read = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(handover.archive().bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(read.keySet()).contains("llama-3-1-405b-over-two-servers/report/report.md",
                "llama-3-1-405b-over-two-servers/kubernetes/kubernetes.yaml",
                "llama-3-1-405b-over-two-servers/materials/bill-of-materials.xlsx",
                "llama-3-1-405b-over-two-servers/acceptance/run.sh",
                "llama-3-1-405b-over-two-servers/SHA256SUMS");
        for (Artifact file : handover.files()) {
            assertThat(read.get(handover.name() + "/" + file.path())).isEqualTo(file.bytes());
        }
        assertThat(handover.archive().bytes()).isEqualTo(handover.archive().bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama-3.1-405b-vllm-2x8-h100", "pools-llama-3.3-70b-sglang-h100"})
    void aFolderAloneHoldsTheFilesThatItHoldsAmongAll(String order) {
        Handover handover = handover(Cases.order(order), "en");

        for (String folder : List.of("launch", "kubernetes", "compose", "acceptance", "materials")) {
            assertThat(handover.files(folder)).as(folder).isNotEmpty().extracting(Artifact::path).isEqualTo(
                    handover.files().stream().map(Artifact::path).filter(path -> path.startsWith(folder + "/")).toList());
        }
        assertThatThrownBy(() -> handover.files("report")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(Handover handover, String path) {
        return handover.files().stream().filter(file -> file.path().equals(path)).findFirst()
                .flatMap(Artifact::text).orElseThrow();
    }

    @Test
    void aTotalOfPricesThatAreAllInAnotherCurrencyIsNotNothing() {
        Plant usual = Plant.DEFAULT;
        Plant yuan = new Plant(Currency.CNY, Exchange.NONE, usual.years(), usual.residualShare(), usual.rackWatts(),
                usual.rackUnits(), usual.administrators(), usual.busyFraction(), usual.colocated());
        Order order = Cases.order("llama-3.1-405b-vllm-2x8-h100");
        String report = Markdown.of(Handover.of(order, TestCatalog.planner(), Cases.CATALOG,
                Optional.of(new Handover.Costing(TestCatalog.plant(), TestCatalog.plant().prices(PriceChoice.USUAL), yuan, 0)),
                Cases.words("en")).blocks());

        assertThat(report).contains("not known, see Cost").doesNotContain("| 0 CNY");
        assertThat(report.lines().filter(line -> line.startsWith("| Years of use"))).singleElement().asString()
                .as("the currency alone was chosen").contains("planner default");
    }

    @ParameterizedTest
    @CsvSource({"7.1287, 'Central parity rate of 21 August 2025.*2025-08-21 . published . catalog .'",
        "7.251234, 'the request; the catalog has 7.1287 of 2025-08-21 .  .  . you .'"})
    void theLedgerTellsTheCatalogsRateFromOnesOwn(double rate, String said) {
        Plant usual = Plant.DEFAULT;
        Plant yuan = new Plant(Currency.CNY, Exchange.of(rate), usual.years(), usual.residualShare(), usual.rackWatts(),
                usual.rackUnits(), usual.administrators(), usual.busyFraction(), usual.colocated());
        String report = Markdown.of(Handover.of(Cases.order("llama-3.1-405b-vllm-2x8-h100"), TestCatalog.planner(), Cases.CATALOG,
                Optional.of(new Handover.Costing(TestCatalog.plant(), TestCatalog.plant().prices(PriceChoice.USUAL), yuan, 0)),
                Cases.words("en")).blocks());

        assertThat(report.lines().filter(line -> line.startsWith("| Exchange rate"))
                .map(line -> line.replace("\\", ""))).singleElement().asString().containsPattern(rate + " . CNY per USD . " + said);
    }

    @Test
    void aRateChangesTheFingerprintAndProgramsReadIt() throws IOException {
        JsonNode catalogs = new ObjectMapper().readTree(text(paid(7.1287), "report/report.json"));
        JsonNode own = new ObjectMapper().readTree(text(paid(7.3), "report/report.json"));

        assertThat(catalogs.at("/cost/exchange/cnyPerUsd").asDouble()).isEqualTo(7.1287);
        assertThat(catalogs.at("/cost/exchange/setBy").asText()).isEqualTo("catalog");
        assertThat(catalogs.at("/cost/exchange/date").asText()).isEqualTo("2025-08-21");
        assertThat(catalogs.at("/cost/exchange/source").asText()).contains("people.cn");
        assertThat(own.at("/cost/exchange/setBy").asText()).isEqualTo("you");
        assertThat(own.at("/cost/exchange/source").isMissingNode()).isTrue();
        assertThat(own.at("/cost/exchange/inTheCatalog/cnyPerUsd").asDouble()).isEqualTo(7.1287);
        assertThat(own.at("/plan/cost/cnyPerUsd").asDouble()).isEqualTo(7.3);
        assertThat(own.at("/planSha256")).isNotEqualTo(catalogs.at("/planSha256"));
    }

    @ParameterizedTest
    @CsvSource({"en, 7.1287, 'at 7\\.1287 CNY per USD, the rate of 2025-08-21 in the catalog'",
        "en, 7.3, 'at 7\\.3 CNY per USD, the rate that you set'",
        "zh-CN, 7.1287, '1 美元 = 7\\.1287 元（目录汇率，2025-08-21）折算'", "zh-CN, 7.3, '1 美元 = 7\\.3 元（自行设定的汇率）折算'"})
    void theChapterOfCostSaysAtWhichRateItConverts(String language, double rate, String said) {
        String report = Markdown.of(paid(rate, language).blocks()).replace("\\", "");
        String cost = report.substring(report.indexOf(language.equals("en") ? "## Cost" : "## 成本"));

        assertThat(cost.substring(0, cost.indexOf("\n## "))).containsPattern(said);
    }

    private static Handover paid(double rate) {
        return paid(rate, "en");
    }

    /** In yuan, at prices in dollars. */
    private static Handover paid(double rate, String language) {
        Plant usual = Plant.DEFAULT;
        Plant yuan = new Plant(Currency.CNY, Exchange.of(rate), usual.years(), usual.residualShare(), usual.rackWatts(),
                usual.rackUnits(), usual.administrators(), usual.busyFraction(), usual.colocated());
        return Handover.of(Cases.order("llama-3.1-405b-vllm-2x8-h100"), TestCatalog.planner(), Cases.CATALOG, Optional.of(
                new Handover.Costing(TestCatalog.plant(), TestCatalog.plant().prices(PriceChoice.USUAL), yuan, 0)),
                Cases.words(language));
    }

    private static Handover handover(Order order, String language) {
        return Handover.of(order, TestCatalog.planner(), Cases.CATALOG, Optional.of(new Handover.Costing(
                TestCatalog.plant(), TestCatalog.plant().prices(PriceChoice.USUAL), Plant.DEFAULT, 0)), Cases.words(language));
    }
}
