package dev.llmplanner.view.own;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonTexts;
import dev.llmplanner.build.message.JvmWords;
import dev.llmplanner.contract.Answer;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.support.Application;
import dev.llmplanner.support.TestCatalog;
import dev.llmplanner.view.Additions;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.State;
import dev.llmplanner.view.app.CalculatorEdition;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Start;
import dev.llmplanner.view.program.Step;
import dev.llmplanner.view.scenario.Field;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnTest {
    private static final Resources CATALOG = Application.RESOURCES;

    /** What pages send when a record is saved. */
    private record Put(String collection, String id, JsonObject record) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(Own.put(state, resources, collection, id, record));
        }
    }

    private record Keeping(boolean keep) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(Own.keeping(OwnKind.HARDWARE, keep, state, resources));
        }
    }

    static List<String> accelerators() {
        return CATALOG.planner().catalog().accelerators().stream().map(entry -> entry.id()).toList();
    }

    static List<String> servers() {
        return CATALOG.planner().catalog().servers().stream().map(entry -> entry.id()).toList();
    }

    @ParameterizedTest
    @MethodSource("accelerators")
    void anUnchangedCopyOfAnAcceleratorGivesTheSameEstimate(String id) {
        Application application = Application.open("calculator?model=llama-3.1-70b&hw=" + id);
        Answer original = answer(application);

        application.send(new Put("accelerators", "own:copy", Own.facts("accelerators", id, CATALOG)));
        application.send(new Event.FieldTyped(Field.ACCELERATOR, "own:copy"));

        assertSame(answer(application), original);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anUnchangedCopyOfAServerGivesTheSameEstimate(String id) {
        Application application = Application.open("calculator?model=llama-3.1-70b&by=server&gpus=&server=" + id);
        Answer original = answer(application);

        application.send(new Put("servers", "own:copy", Own.facts("servers", id, CATALOG)));
        application.send(new Event.FieldTyped(Field.SERVER, "own:copy"));

        assertSame(answer(application), original);
    }

    @Test
    void aChangedFigureChangesTheAnswerAtOnce() {
        Application application = withOwn("calculator?hw=own:mine");
        application.send(new Event.FieldTyped(Field.ACCELERATOR, "own:mine"));
        double before = answer(application).estimate().memory().orElseThrow().capacityBytes();

        application.send(new Put("accelerators", "own:mine", mine(200)));

        assertThat(application.state().outcome().isCurrent()).isTrue();
        assertThat(answer(application).estimate().memory().orElseThrow().capacityBytes()).isGreaterThan(before);
    }

    @Test
    void aLinkCarriesTheRecordsThatItsScenarioNames() {
        Application application = withOwn("");
        application.send(new Event.FieldTyped(Field.ACCELERATOR, "own:mine"));
        String hash = application.screen().hash();

        Application elsewhere = Application.open(hash);

        assertThat(elsewhere.state().ignored()).isEmpty();
        assertThat(elsewhere.screen().hash()).isEqualTo(hash);
        assertThat(elsewhere.state().scenario().text(Field.ACCELERATOR)).isEqualTo("own:mine");
        assertThat(elsewhere.screen().stored()).isEmpty();
        assertThat(elsewhere.words()).contains("hardware of its own");
        assertSame(answer(elsewhere), answer(application));
    }

    @Test
    void aLinkOfAServerCarriesItsOwnAcceleratorToo() {
        Application application = withOwn("");
        application.send(new Put("servers", "own:box", server("own:mine")));
        application.send(new Event.FieldTyped(Field.HARDWARE, "server"));
        application.send(new Event.FieldTyped(Field.SERVER, "own:box"));

        Application elsewhere = Application.open(application.screen().hash());

        assertSame(answer(elsewhere), answer(application));
    }

    @Test
    void aRecordThatArrivesUnderATakenIdGetsAnotherAndTheScenarioFollows() {
        Application sender = withOwn("");
        sender.send(new Event.FieldTyped(Field.ACCELERATOR, "own:mine"));
        Application receiver = Application.open("models");
        receiver.send(new Put("accelerators", "own:mine", mine(60)));

        receiver.send(receiver.hashChanged(sender.screen().hash()));

        assertThat(receiver.state().scenario().text(Field.ACCELERATOR)).isEqualTo("own:mine-2");
        assertThat(Own.records(receiver.state()).of("accelerators")).hasSize(2);
        assertSame(answer(receiver), answer(sender));
    }

    @Test
    void aLinkWhoseRecordIsMissingSaysSo() {
        Application application = Application.open("calculator?hw=own:gone");

        assertThat(application.state().ignored()).containsExactly("hw=own:gone");
    }

    @Test
    void theFirstLoadHandsALinkWithOwnHardwareOver() {
        Application sender = withOwn("");
        sender.send(new Event.FieldTyped(Field.ACCELERATOR, "own:mine"));
        Application first = firstLoad(sender.screen().hash(), Map.of());

        assertThat(first.effects()).anyMatch(effect -> effect instanceof Effect.HandOver);
        assertThat(first.screen().hash()).isEqualTo(sender.screen().hash());
        assertThat(first.state().ignored()).isEmpty();

        Application next = Application.open(CATALOG, first.handOver());
        assertThat(next.screen().hash()).isEqualTo(sender.screen().hash());
        assertSame(answer(next), answer(sender));
    }

    @Test
    void nothingIsStoredUnlessItIsAskedFor() {
        Application application = withOwn("");
        assertThat(application.screen().stored()).isEmpty();

        application.send(new Keeping(true));
        application.send(new Put("accelerators", "own:other", mine(100)));
        Map<String, String> stored = application.screen().stored();
        assertThat(stored).containsOnlyKeys("own.hardware");

        Application first = firstLoad("", stored);
        assertThat(first.screen().stored()).isEqualTo(stored);
        Application next = open("calculator?hw=own:other", stored);
        assertThat(Own.records(next.state())).isEqualTo(Own.records(application.state()));
        assertThat(next.state().ignored()).isEmpty();

        next.send(new Keeping(false));
        assertThat(next.screen().stored()).isEmpty();
        assertThat(Own.records(next.state()).of("accelerators")).hasSize(2);
    }

    @Test
    void whatTheBrowserKeepsAndCannotBeReadIsLeftAlone() {
        Application application = open("", Map.of("own.hardware", "{\"version\": 9}"));

        assertThat(application.screen().stored()).containsEntry("own.hardware", "{\"version\": 9}");
        assertThat(Own.isUnreadable(OwnKind.HARDWARE, application.state(), CATALOG)).isTrue();
    }

    @Test
    void theRequestForOthersHoldsTheRecordsThemselves() {
        Application application = withOwn("");
        application.send(new Put("servers", "own:box", server("own:mine")));
        application.send(new Event.FieldTyped(Field.HARDWARE, "server"));
        application.send(new Event.FieldTyped(Field.SERVER, "own:box"));

        JsonObject request = application.state().get(Additions.SLOT).portable(answer(application).request());

        assertSame(TestCatalog.planner().evaluate(request), answer(application));
    }

    @Test
    void aModelOfOnesOwnIsUsedCarriedAndMadePortableAsHardwareIs() {
        Application application = Application.open("calculator?model=llama-3.1-70b");
        Answer original = answer(application);
        application.send(new Put("models", "own:llama", Own.facts("models", "llama-3.1-70b", CATALOG)));
        application.send(new Event.FieldTyped(Field.MODEL, "own:llama"));

        assertSame(answer(application), original);
        assertSame(answer(Application.open(application.screen().hash())), original);
        assertSame(TestCatalog.planner().evaluate(
                application.state().get(Additions.SLOT).portable(answer(application).request())), original);
    }

    @Test
    void aFileBringsBackWhatWasWrittenIntoIt() {
        Application application = withOwn("");
        application.send(new Put("servers", "own:box", server("own:mine")));
        OwnRecords records = Own.records(application.state());

        OwnFile.Read read = OwnFile.read(OwnKind.HARDWARE,
                CATALOG.json().write(OwnFile.of(OwnKind.HARDWARE, records)), CATALOG);

        assertThat(read.problems()).isEmpty();
        assertThat(read.records()).isEqualTo(records);
        assertThat(OwnMerge.of(records, read.records()).added()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "nonsense", "[]", "null", "1", "{}", "{\"kind\": 1}", "{\"kind\": \"llm-deployment-planner/models\", \"version\": 1}",
        "{\"kind\": \"llm-deployment-planner/hardware\", \"version\": 2, \"records\": {}}",
        "{\"kind\": \"llm-deployment-planner/hardware\", \"version\": 1, \"records\": []}",
        "{\"kind\": \"llm-deployment-planner/hardware\", \"version\": 1, \"records\": {\"models\": {}}}",
        "{\"kind\": \"llm-deployment-planner/hardware\", \"version\": 1, \"records\": {\"__proto__\": {}}}",
        "{\"kind\": \"llm-deployment-planner/hardware\", \"version\": 1, \"records\": {\"accelerators\": {\"x\": {\"name\": \"x\"}}}}",
        "{\"kind\": \"llm-deployment-planner/hardware\", \"version\": 1, \"records\": {\"accelerators\": {\"own:\": {\"name\": \"x\"}}}}",
        "{\"kind\": \"llm-deployment-planner/hardware\", \"version\": 1, \"records\": {\"accelerators\": {\"own:<b>\": {\"name\": \"x\"}}}}",
        "{\"kind\": \"llm-deployment-planner/hardware\", \"version\": 1, \"records\": {\"accelerators\": {\"own:x\": 7}}}",
        "{\"kind\": \"llm-deployment-planner/hardware\", \"version\": 1, \"records\": {\"accelerators\": {\"own:x\": {\"name\": \"x\", \"__proto__\": {}}}}}",
        "{\"kind\": \"llm-deployment-planner/hardware\", \"version\": 1, \"records\": {\"accelerators\": {\"own:x\": {\"name\": \"x\", \"memory\": {\"usableGiB\": \"80\"}}}}}",
        "{\"kind\": \"llm-deployment-planner/hardware\", \"version\": 1, \"records\": {\"accelerators\": {\"own:x\": {\"name\": \"x\", \"memory\": {\"usableGiB\": -80}}}}}",
        "{\"kind\": \"llm-deployment-planner/hardware\", \"version\": 1, \"records\": {\"servers\": {\"own:x\": {\"name\": \"x\", \"vendor\": \"x\", \"kind\": \"server\", \"accelerator\": \"own:gone\", \"acceleratorCount\": 8}}}}",
    })
    void aFileThatCannotBeUsedIsRefusedWhole(String text) {
        OwnFile.Read read = OwnFile.read(OwnKind.HARDWARE, text, CATALOG);

        assertThat(read.problems()).isNotEmpty();
        assertThat(read.records().isEmpty()).isTrue();
    }

    @Test
    void aHugeOrDeepFileIsRefusedBeforeItIsRead() {
        assertThat(OwnFile.read(OwnKind.HARDWARE, " ".repeat(50_000_000), CATALOG).problems().get(0).code())
                .isEqualTo("too-large");
        assertThat(OwnFile.read(OwnKind.HARDWARE, "[".repeat(500_000), CATALOG).problems().get(0).code())
                .isEqualTo("too-deep");
        assertThat(OwnFile.read(OwnKind.HARDWARE, "{\"a\": \"" + "[".repeat(100) + "\"}", CATALOG).problems().get(0).code())
                .isEqualTo("other-kind");
    }

    @Test
    void idsAreMadeOfNames() {
        assertThat(Own.freeId("accelerators", "My <b>H200</b> 昇腾!", OwnRecords.NONE)).isEqualTo("own:my-b-h200-b");
        assertThat(Own.freeId("accelerators", "昇腾", OwnRecords.NONE)).isEqualTo("own:record");
    }

    private static Application withOwn(String hash) {
        Application application = Application.open(hash);
        application.send(new Put("accelerators", "own:mine", mine(120)));
        return application;
    }

    private static Application open(String hash, Map<String, String> stored) {
        return Application.open(CATALOG, new Start(hash, List.of("en"), stored, false, Optional.empty()));
    }

    private static Application firstLoad(String hash, Map<String, String> stored) {
        Resources resources = new Resources(TestCatalog.planner(), TestCatalog.bundle(),
                Map.of("en", JvmWords.read(Path.of(""), "en")), JvmWords::of, new JacksonTexts(), new CalculatorEdition());
        return Application.open(resources, new Start(hash, List.of("en"), stored, false, Optional.empty()));
    }

    /** An H200 with another usable capacity. */
    private static JsonObject mine(double usableGiB) {
        JsonObject original = Own.facts("accelerators", "nvidia-h200-sxm-141gb", CATALOG);
        Map<String, Json> memory = new LinkedHashMap<>(((JsonObject) original.members().get("memory")).members());
        memory.put("usableGiB", new JsonNumber(usableGiB));
        memory.remove("reportedMiB");
        Map<String, Json> members = new LinkedHashMap<>(original.members());
        members.put("memory", new JsonObject(memory));
        members.put("name", new JsonString("Mine"));
        return new JsonObject(members);
    }

    private static JsonObject server(String accelerator) {
        Map<String, Json> members = new LinkedHashMap<>(Own.facts("servers", "nvidia-dgx-h200", CATALOG).members());
        members.put("accelerator", new JsonString(accelerator));
        return new JsonObject(members);
    }

    private static Answer answer(Application application) {
        assertThat(application.state().outcome().isCurrent()).as(application.state().outcome().toString()).isTrue();
        return application.state().outcome().answer().orElseThrow();
    }

    /** Bands may be wider and confidence lower: nobody measured a device of one's own. */
    private static void assertSame(Answer actual, Answer expected) {
        assertThat(actual.estimate().verdict()).isEqualTo(expected.estimate().verdict());
        assertThat(actual.estimate().memory()).isEqualTo(expected.estimate().memory());
        assertThat(actual.estimate().speed().map(speed -> speed.tpotSeconds().mid()))
                .isEqualTo(expected.estimate().speed().map(speed -> speed.tpotSeconds().mid()));
        assertThat(actual.estimate().speed().map(speed -> speed.ttftSeconds().mid()))
                .isEqualTo(expected.estimate().speed().map(speed -> speed.ttftSeconds().mid()));
    }
}
