package dev.llmplanner.view.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.Application;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.accuracy.Scored.Figure;
import dev.llmplanner.view.accuracy.Scored.Held;
import dev.llmplanner.view.node.Markup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page is made from the same rows as {@code docs/accuracy.md}, and says the same. */
class AccuracyPageTest {

    private static final JsonObject FILE = (JsonObject) JacksonJson.read(Path.of("calibration/accuracy.json"));
    private static final AccuracyData DATA = AccuracyData.read(FILE);
    private static final Set<String> SMALL = Set.of("llama-3.1-8b", "qwen3-32b");

    private static Application open(String hash, String language) {
        Application application = Application.open(hash, language);
        application.send(new Event.FileLoaded(DataFile.ACCURACY, FILE));
        return application;
    }

    private static String within(ErrorFigures errors, double more) {
        return String.format(Locale.ROOT, "| one cell | %d | %.1f %% | %.1f %% | %.1f %% | %.1f %% |",
                errors.count(), 100 * errors.median(), 100 * errors.mean(), 100 * errors.p90(), 100 * (errors.within() + more));
    }

    @Test
    void figuresAreThoseOfTheDocument() throws IOException {
        String document = Files.readString(Path.of("docs/accuracy.md"));
        List<Scored> rows = new ArrayList<>();
        for (Scored row : DATA.rows()) {
            if (row.figure() == Figure.TPOT && !SMALL.contains(row.group().model())
                    && row.group().isSteady()) {
                rows.add(row);
            }
        }
        ErrorFigures errors = ErrorFigures.of(rows, Held.CELL);

        // The file has five digits, with which a row may come to the other side of ±20 %.
        double row = 1.0 / errors.count();
        assertThat(List.of(within(errors, 0), within(errors, row), within(errors, -row))).anyMatch(document::contains);
        for (AccuracyData.Band band : DATA.bands()) {
            assertThat(document).contains("| " + band.situation() + " | " + band.figure() + " | " + band.rows() + " |");
        }
        for (AccuracyData.LeftOut one : DATA.leftOut()) {
            assertThat(document).contains("| " + one.reason() + " | " + one.rows() + " |");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void showsTheDrawingAndTheTables(String language) {
        Application application = open("accuracy", language);

        assertThat(application.byId("chart-accuracy-tpot")).isNotNull();
        for (String table : List.of("cells", "left-out-by", "bands", "left-out")) {
            assertThat(application.byId("accuracy-" + table + "-title")).isNotNull();
        }
        if (language.equals("zh-CN")) {
            assertThat(application.find(element -> element.attribute("lang").filter("en"::equals).isPresent()
                    && element.tag().equals("th"))).as("a reason without Chinese words").isEmpty();
        }
    }

    @Test
    void filtersStandInTheAddressAndNarrowWhatIsShown() {
        Application application = open("accuracy", "en");
        String all = Markup.words(application.byId("chart-accuracy-tpot"));

        application.choose("entry-hw", "nvidia-h200-sxm-141gb");
        application.choose("entry-figure", "ttft");

        assertThat(application.screen().hash()).isEqualTo("accuracy?figure=ttft&hw=nvidia-h200-sxm-141gb");
        assertThat(Markup.words(application.byId("chart-accuracy-ttft")).length()).isLessThan(all.length());
        assertThat(open("accuracy?figure=ttft&hw=nvidia-h200-sxm-141gb", "en").words()).isEqualTo(application.words());
    }

    @Test
    void anUnknownFilterFindsNoRowAndSaysSo() {
        assertThat(open("accuracy?hw=nothing", "en").words()).contains("No row has this figure under these filters.");
    }

    @Test
    void theRowsAreReadWhenThePageOpensAndAFailureIsSaid() {
        Application application = Application.open("accuracy");
        assertThat(application.words()).contains("The rows are being read.");

        application.send(new Event.FileFailed(DataFile.ACCURACY));

        assertThat(application.words()).contains("accuracy.js lies beside this page");
    }

    @Test
    void everyBandOfTheCalculatorLeadsHere() {
        Application application = Application.open("");

        assertThat(Markup.of(application.byId("verdict")).split("href=\"#accuracy\"", -1)).hasSize(5);
    }
}
