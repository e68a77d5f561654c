package dev.llmplanner.view.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.Answer;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.screening.Cell;
import dev.llmplanner.screening.Matrix;
import dev.llmplanner.screening.Terms;
import dev.llmplanner.support.Application;
import dev.llmplanner.support.Screened;
import dev.llmplanner.support.TestCatalog;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.node.Node;
import dev.llmplanner.view.program.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixPageTest {
    private static final int SAMPLE = 250;

    private static Application open(String hash, String language) {
        Application application = Application.open(hash, language);
        application.settle();
        return application;
    }

    private static List<Element> rows(Application application) {
        return all(application.screen().body(), "tr").stream().filter(row -> row.key().isPresent()).toList();
    }

    private static List<Element> all(Node node, String tag) {
        List<Element> found = new ArrayList<>();
        if (node instanceof Element element) {
            if (element.tag().equals(tag)) {
                found.add(element);
            }
            element.children().forEach(child -> found.addAll(all(child, tag)));
        }
        return found;
    }

    private static String href(Element cell) {
        return all(cell, "a").get(0).attribute("href").orElseThrow();
    }

    @Test
    void everyModelStandsBesideEveryAccelerator() {
        Application application = open("matrix", "en");
        List<Element> rows = rows(application);
        assertThat(rows).hasSize(TestCatalog.catalog().models().size());
        assertThat(rows).allSatisfy(row ->
                assertThat(all(row, "td")).hasSize(TestCatalog.catalog().accelerators().size()));
        assertThat(all(application.screen().body(), "a").stream()
                .filter(link -> link.attribute("tabindex").filter("0"::equals).isPresent())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"matrix, en", "matrix?in=8192&out=512&users=16&engine=sglang&kv=fp8&weights=fp8&fabric=none, zh-CN"})
    void aCellsLinkOpensTheCalculatorWithItsFigures(String hash, String language) {
        Application application = open(hash, language);
        State state = application.state();
        Terms terms = MatrixState.terms(state).orElseThrow();
        Matrix matrix = Matrix.of(TestCatalog.planner(), terms);
        List<Element> rows = rows(application);
        Selection shown = MatrixState.selection(state);
        Random random = new Random(7);
        int withSpeed = 0;
        for (int i = 0; i < SAMPLE; i++) {
            int row = random.nextInt(rows.size());
            int column = random.nextInt(shown.accelerators().size());
            ModelEntry model = shown.models().get(row);
            AcceleratorEntry device = shown.accelerators().get(column);
            assertThat(rows.get(row).key()).contains(model.id());
            Cell cell = matrix.cell(matrix.models().indexOf(model), matrix.accelerators().indexOf(device));
            Element drawn = all(rows.get(row), "td").get(column);
            Application calculator = Application.open(href(drawn).substring(1), language);
            String where = model.id() + " on " + device.id();
            assertThat(calculator.state().ignored().isEmpty() || cell.layout().isEmpty()).as(where).isTrue();
            if (cell.outputTokensPerSecondPerServer().isPresent()) {
                withSpeed++;
                Answer answer = calculator.state().outcome().answer().orElseThrow();
                assertThat(answer.estimate().verdict()).as(where).isEqualTo(cell.verdict());
                double perGpu = answer.estimate().speed().orElseThrow().outputTokensPerSecondPerGpu().mid();
                double here = cell.outputTokensPerSecondPerServer().get().mid();
                assertThat(cell.serverGpus() * perGpu).as(where).isCloseTo(here, within(1e-9 * here));
                assertThat(Markup.words(drawn)).as(where)
                        .contains(state.speech().significant(here, 3))
                        .endsWith(" " + cell.gpus());
            } else if (cell.layout().isPresent()) {
                assertThat(calculator.state().outcome().answer().orElseThrow().estimate().verdict())
                        .as(where).isEqualTo(cell.verdict());
            }
        }
        assertThat(withSpeed).isGreaterThan(50);
    }

    @Test
    void theLinkHoldsWhatTheFieldsHold() {
        Application application = open("matrix", "en");
        application.type("entry-in", "4096");
        application.choose("entry-engine", "mindie");
        application.choose("entry-vendor", "deepseek");
        application.choose("entry-country", "CN");
        application.choose("entry-columns", "vendor");
        application.type("entry-hq", "华为");
        String hash = application.screen().hash();
        Application again = open(hash, "en");
        assertThat(again.screen().hash()).isEqualTo(hash);
        assertThat(again.state().ignored()).isEmpty();
        application.settle();
        assertThat(MatrixState.entries(again.state())).isEqualTo(MatrixState.entries(application.state()));
        assertThat(Markup.words(again.screen().body())).isEqualTo(Markup.words(application.screen().body()));
    }

    @Test
    void aWordThatIsNoChoiceIsNamed() {
        Application application = open("matrix?engine=none&vendor=deepseek", "en");
        assertThat(application.state().ignored()).containsExactly("engine=none");
    }

    @ParameterizedTest
    @CsvSource({"en, whole number", "zh-CN, 整数"})
    void aNumberThatIsNoneIsExplainedBesideItsFieldAndTheTableStays(String language, String words) {
        Application application = open("matrix?q=deepseek", language);
        int rows = rows(application).size();
        application.type("entry-users", "8.5");
        application.settle();
        assertThat(application.textOf("entry-users-problem")).contains(words);
        assertThat(application.byId("entry-users").attribute("aria-invalid")).contains("true");
        assertThat(rows(application)).hasSize(rows).isNotEmpty();
    }

    @Test
    void arrowKeysMoveTheOneCellThatTheTabKeyReaches() {
        Application application = open("matrix?q=deepseek", "en");
        String first = application.byId(Grid.ACTIVE).attribute("href").orElseThrow();
        Selection shown = MatrixState.selection(application.state());
        Element table = application.find(element -> element.tag().equals("table")).orElseThrow();
        application.send((dev.llmplanner.view.Event) table.listeners().get("keydown").handler()
                .on(dev.llmplanner.view.node.DomEvent.pressed("ArrowDown")));
        table = application.find(element -> element.tag().equals("table")).orElseThrow();
        application.send((dev.llmplanner.view.Event) table.listeners().get("keydown").handler()
                .on(dev.llmplanner.view.node.DomEvent.pressed("End")));
        assertThat(MatrixState.position(application.state())).isEqualTo(new MatrixState.Position(
                shown.models().get(1).id(), shown.accelerators().get(shown.accelerators().size() - 1).id()));
        assertThat(application.byId(Grid.ACTIVE).attribute("href").orElseThrow()).isNotEqualTo(first);
        assertThat(application.textOf(Grid.DETAIL)).contains(shown.models().get(1).name());
        assertThat(table.listeners().get("keydown").handler()
                .on(dev.llmplanner.view.node.DomEvent.pressed("Enter"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void aCellWithoutSpeedSaysWhichFactIsMissing(String language) {
        Application application = open("matrix", language);
        List<Element> titled = all(application.screen().body(), "a").stream()
                .filter(link -> link.attribute("title").isPresent()).toList();
        assertThat(titled).isNotEmpty();
        assertThat(titled).allSatisfy(link -> assertThat(link.attribute("title").orElseThrow()).isNotBlank());
    }

    @Test
    void rowsThatNothingChangedAreTheSameNodes() {
        Application application = open("matrix", "en");
        List<Element> before = rows(application);
        application.send(new MatrixState.Moved(new MatrixState.Position(
                before.get(1).key().orElseThrow(), TestCatalog.catalog().accelerators().get(3).id())));
        List<Element> after = rows(application);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i) == before.get(i)).as("row " + i).isEqualTo(i > 1);
        }
    }

    @Test
    void aTierNarrowsTheRows() {
        Application application = open("matrix?tier=one-gpu", "en");
        assertThat(rows(application)).isNotEmpty();
        assertThat(rows(application).size()).isLessThan(TestCatalog.catalog().models().size() / 2);
    }

    @Test
    void theHardwareTablesComputeAheadWithoutChangingThePage() {
        Application application = Application.open("hardware", "en");
        application.settle();
        assertThat(application.effects()).anyMatch(effect -> effect instanceof Effect.Later later
                && later.event() instanceof MatrixState.Ahead);
        application.send(new MatrixState.Ahead(0));
        State begun = application.state();
        application.settle();
        assertThat(application.state()).isSameAs(begun);
        Cell computed = MatrixState.board(begun).matrix().orElseThrow().cell(3, 4);

        application.send(application.hashChanged("matrix"));
        application.settle();
        Board board = MatrixState.board(application.state());
        assertThat(board.row(board.matrix().orElseThrow().models().get(3)).orElseThrow().get(4)).isSameAs(computed);
        assertThat(rows(application)).hasSize(TestCatalog.catalog().models().size());
    }

    @Test
    void rowsOutOfSightAreAskedForAsideAndDrawnAsTheyCome() {
        Application application = Application.open("matrix", "en");
        Effect.Screen asked = turns(application).orElseThrow();
        Selection shown = MatrixState.selection(application.state());
        int sight = Progress.firstRows(shown.accelerators().size());
        assertThat(JsonCursor.of(asked.question()).items("models")).extracting(JsonCursor::string).containsExactlyElementsOf(
                shown.models().subList(sight, shown.models().size()).stream().map(ModelEntry::id).toList());
        assertThat(rows(application)).hasSize(sight);

        List<JsonObject> messages = Screened.answers(asked.question());
        int before = sight;
        for (JsonObject told : messages) {
            application.send((Event) asked.told().apply(told));
            turns(application);
            assertThat(rows(application)).hasSizeGreaterThanOrEqualTo(before);
            before = rows(application).size();
        }
        assertThat(messages).hasSizeGreaterThan(3);
        assertThat(rows(application)).hasSize(shown.models().size());
    }

    @Test
    void rowsForOtherTermsAreLeftOut() {
        Application application = Application.open("matrix", "en");
        Effect.Screen asked = turns(application).orElseThrow();
        application.type("entry-users", "3");
        turns(application);
        Board board = MatrixState.board(application.state());
        application.send((Event) asked.told().apply(Screened.answers(asked.question()).get(0)));
        assertThat(board.matrix().orElseThrow().knows(board.place(
                JsonCursor.of(asked.question()).items("models").get(0).string()))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"matrix", "hardware"})
    void whereTheBrowserComputesNothingAsideThePageComputesAllRows(String hash) {
        Application application = Application.open(hash, "en");
        turns(application);
        application.send(new MatrixState.Refused());
        assertThat(turns(application)).isEmpty();
        application.send(application.hashChanged("matrix"));
        assertThat(turns(application)).isEmpty();
        assertThat(rows(application)).hasSize(TestCatalog.catalog().models().size());
        String here = Markup.words(application.screen().body());
        assertThat(here).isEqualTo(Markup.words(open("matrix", "en").screen().body()));
    }

    /** Lets the page's own slices come to their end, while nothing comes from aside; what was asked for there last. */
    private static Optional<Effect.Screen> turns(Application application) {
        Effect.Screen asked = null;
        Optional<Effect.Later> next;
        do {
            for (Effect effect : application.effects()) {
                asked = effect instanceof Effect.Screen screen ? screen : asked;
            }
            next = later(application);
            next.ifPresent(later -> application.send((Event) later.event()));
        } while (next.isPresent());
        return Optional.ofNullable(asked);
    }

    private static Optional<Effect.Later> later(Application application) {
        return application.effects().stream().filter(Effect.Later.class::isInstance).map(Effect.Later.class::cast)
                .filter(later -> later.milliseconds() <= 16).findAny();
    }
}
