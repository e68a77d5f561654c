package dev.llmplanner.view.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.screening.Matrix;
import dev.llmplanner.screening.Terms;
import dev.llmplanner.support.Application;
import dev.llmplanner.view.Additions;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.node.Node;
import dev.llmplanner.view.program.Step;
import dev.llmplanner.view.scenario.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of one's own in the links of the matrix, the validator and the X-ray: each opens in another browser as it was. */
class OwnRecordsOnPagesTest {
    private static final Resources CATALOG = Application.RESOURCES;

    private record Put(String collection, String id, JsonObject record) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(Own.put(state, resources, collection, id, record));
        }
    }

    /** Copies under other names: an H200, a server of eight of them, DeepSeek-V3. */
    private static Application withOwn(String hash) {
        Application application = Application.open("");
        application.send(new Put("accelerators", "own:device", copy("accelerators", "nvidia-h200-sxm-141gb")));
        application.send(new Put("servers", "own:box", copy("servers", "nvidia-dgx-h200", "accelerator", "own:device")));
        application.send(new Put("models", "own:model", copy("models", "deepseek-v3.1")));
        application.send(application.hashChanged(hash));
        application.settle();
        return application;
    }

    private static JsonObject copy(String collection, String id, String... changed) {
        Map<String, Json> members = new LinkedHashMap<>(Own.facts(collection, id, CATALOG).members());
        assertThat(members).as(id).isNotEmpty();
        for (int i = 0; i < changed.length; i += 2) {
            members.put(changed[i], new JsonString(changed[i + 1]));
        }
        return new JsonObject(members);
    }

    private static Application elsewhere(String hash) {
        Application application = Application.open(hash);
        application.settle();
        assertThat(application.state().ignored()).as(hash).isEmpty();
        return application;
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

    private static Element row(Application application, String key) {
        return application.find(element -> element.tag().equals("tr") && element.key().filter(key::equals).isPresent())
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"own:model, own:device", "own:model, nvidia-h200-sxm-141gb", "deepseek-v3.1, own:device"})
    void aCellOfTheMatrixOpensTheCalculatorElsewhereWithItsFigures(String model, String device) {
        Application application = withOwn("matrix?columns=vendor");
        Matrix matrix = Matrix.of(application.state().get(Additions.SLOT).known(CATALOG).planner(),
                Terms.REFERENCE);
        int column = columns(application).indexOf(device);
        Element cell = all(row(application, model), "td").get(column);
        String href = all(cell, "a").get(0).attribute("href").orElseThrow().substring(1);

        Application calculator = elsewhere(href);

        assertThat(calculator.state().scenario().text(Field.MODEL)).isEqualTo(model);
        assertThat(calculator.state().scenario().text(Field.ACCELERATOR)).isEqualTo(device);
        Answer answer = calculator.state().outcome().answer().orElseThrow();
        double perGpu = answer.estimate().speed().orElseThrow().outputTokensPerSecondPerGpu().mid();
        int at = matrix.accelerators().stream().map(each -> each.id()).toList().indexOf(device);
        double here = matrix.cell(matrix.models().stream().map(each -> each.id()).toList().indexOf(model), at)
                .outputTokensPerSecondPerServer().orElseThrow().mid();
        assertThat(8 * perGpu).isCloseTo(here, within(1e-9 * here));
        assertThat(Markup.words(cell)).contains(application.state().speech().significant(here, 3));
    }

    private static List<String> columns(Application application) {
        return all(application.find(element -> element.tag().equals("thead")).orElseThrow(), "th").stream().skip(1)
                .map(head -> head.key().orElseThrow()).toList();
    }

    @Test
    void theMatrixShowsARecordFromTheMomentItIsAdded() {
        Application application = withOwn("matrix");

        assertThat(columns(application)).contains("own:device");
        assertThat(all(row(application, "own:model"), "td")).hasSize(columns(application).size());
        application.send(application.hashChanged("models"));
        application.send(new Put("accelerators", "own:other", copy("accelerators", "nvidia-h200-sxm-141gb")));
        application.send(application.hashChanged("matrix"));
        application.settle();
        assertThat(columns(application)).contains("own:other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"validator?server=own:box&nodes=2", "validator?by=accelerator&hw=own:device&per=4"})
    void theValidatorsAddressCarriesTheHardwareThatItNames(String hash) {
        Application application = withOwn(hash);
        String address = application.screen().hash();

        Application elsewhere = elsewhere(address);

        assertThat(elsewhere.screen().hash()).isEqualTo(address);
        assertThat(words(elsewhere, "deepseek-r1 native")).isEqualTo(words(application, "deepseek-r1 native"));
    }

    @Test
    void aRowOfTheValidatorOpensTheCalculatorElsewhereWithItsFigures() {
        Application application = withOwn("validator?server=own:box");
        Application calculator = elsewhere(go(row(application, "own:model native")));
        Application original = Application.open("validator");
        original.settle();
        Application expected = elsewhere(go(row(original, "deepseek-v3.1 native")));

        assertThat(calculator.state().scenario().text(Field.MODEL)).isEqualTo("own:model");
        assertThat(calculator.state().scenario().text(Field.SERVER)).isEqualTo("own:box");
        assertThat(tpot(calculator)).isEqualTo(tpot(expected));
    }

    private static String go(Element row) {
        return all(row, "a").stream().filter(link -> link.attribute("class").orElse("").equals("go")).findFirst()
                .orElseThrow().attribute("href").orElseThrow().substring(1);
    }

    private static double tpot(Application calculator) {
        return calculator.state().outcome().answer().orElseThrow().estimate().speed().orElseThrow().tpotSeconds().mid();
    }

    @Test
    void theXrayOpensElsewhereWithItsRecords() {
        Application application = withOwn("xray?model=own:model&hw=own:device");
        assertThat(application.state().ignored()).isEmpty();

        Application elsewhere = elsewhere(application.screen().hash());

        assertThat(Markup.words(elsewhere.byId("chart-xray-bytes")))
                .isEqualTo(Markup.words(application.byId("chart-xray-bytes")))
                .isEqualTo(Markup.words(Application.open("xray?model=deepseek-v3.1").byId("chart-xray-bytes")));
    }

    private static String words(Application application, String key) {
        return Markup.words(row(application, key));
    }
}
