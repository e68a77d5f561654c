package dev.llmplanner.view.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.Application;
import dev.llmplanner.support.TestCatalog;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.State;
import dev.llmplanner.view.form.Entry;
import dev.llmplanner.view.node.DomEvent;
import dev.llmplanner.view.node.DomEvent.FileText;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.own.Own;
import dev.llmplanner.view.plan.answer.Plan;
import dev.llmplanner.view.plan.file.PlanFile;
import dev.llmplanner.view.program.Effect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanPageTest {
    /** A small space, so that a search takes a second. */
    private static final String SMALL = "plan?models=gpt-oss-120b,llama-3.3-70b&hw=nvidia-h200-sxm-141gb,nvidia-h20-sxm-96gb";

    private static Application open(String hash, String language) {
        Application application = priced(hash, language);
        application.settle();
        return application;
    }

    /** With the prices read, before any search. */
    private static Application priced(String hash, String language) {
        Application application = Application.open(hash, language);
        List<Effect> due = application.effects();
        application.send(new Event.FileLoaded(DataFile.PRICES, TestCatalog.prices()));
        due.stream().filter(Effect.Later.class::isInstance).map(Effect.Later.class::cast)
                .forEach(later -> application.send((Event) later.event()));
        return application;
    }

    private static List<Plan> plans(Application application) {
        return Plan.ranked(PlanState.answered(application.state()).orElseThrow().result());
    }

    private static void click(Application application, String text) {
        application.click(element -> element.tag().equals("button") && Markup.words(element).startsWith(text));
    }

    @Test
    void aFirstVisitAsksAWholeQuestion() {
        Application application = Application.open("plan", "en");
        application.send(new PlanState.Begun());

        assertThat(application.effects()).hasSize(1);
        JsonCursor request = JsonCursor.of(((Effect.Search) application.effects().get(0)).question()).at("request");
        assertThat(request.at("demand").number("users")).isEqualTo(400);
        assertThat(request.at("slo").number("ttftSeconds")).isEqualTo(2);
        assertThat(request.at("slo").number("tpotSeconds")).isEqualTo(1 / 25.0);
        assertThat(request.at("budget").integer("racks")).isEqualTo(2);
        assertThat(request.at("budget").at("purchase").number("amount")).isEqualTo(3e6);
        assertThat(request.at("redundancy").integer("spareServers")).isEqualTo(1);
        assertThat(application.state().ignored()).isEmpty();
    }

    private static JsonCursor asked(Application application) {
        return JsonCursor.of(PlanState.request(application.state(), Application.RESOURCES).orElseThrow());
    }

    @Test
    void aFirstVisitInChineseAsksInYuanAndEveryOtherLinkInWhatItNames() {
        Application chinese = priced("plan", "zh-CN");
        assertThat(asked(chinese).at("plant").string("currency")).isEqualTo("CNY");
        assertThat(asked(chinese).at("budget").at("purchase").string("currency")).isEqualTo("CNY");
        assertThat(asked(chinese).at("exchange").number("cnyPerUsd")).isEqualTo(7.1287);
        for (String language : List.of("en", "zh-CN")) {
            assertThat(priced("plan", language).textOf("entry-fx-help")).contains("7.1287");
        }
        assertThat(plans(open("plan", "zh-CN"))).isNotEmpty();
        assertThat(chinese.screen().hash()).doesNotContain("currency");

        assertThat(asked(Application.open("plan?users=500", "zh-CN")).at("plant").string("currency")).isEqualTo("USD");
        chinese.type("entry-users", "500");
        assertThat(chinese.screen().hash()).contains("currency=CNY", "budget=20000000");
        assertThat(asked(Application.open(chinese.screen().hash(), "en")).at("plant").string("currency")).isEqualTo("CNY");
        chinese.type("entry-users", "400");
        chinese.type("entry-budget", "3000000");
        chinese.choose("entry-currency", "USD");
        assertThat(asked(Application.open(chinese.screen().hash(), "zh-CN")).at("plant").string("currency")).isEqualTo("USD");
    }

    private static List<Effect> begin(Application application) {
        application.send(new PlanState.Begun());
        return application.effects();
    }

    @Test
    void aSearchInYuanWaitsForTheCatalogsRateWhileADollarsBegins() {
        assertThat(begin(Application.open("plan", "en"))).hasOnlyElementsOfType(Effect.Search.class);
        Application chinese = Application.open("plan", "zh-CN");

        assertThat(begin(chinese)).hasOnlyElementsOfType(Effect.Later.class);
        assertThat(chinese.textOf("entry-fx-help")).contains("正在读取");
        chinese.send(new Event.FileLoaded(DataFile.PRICES, TestCatalog.prices()));
        assertThat(begin(chinese)).hasOnlyElementsOfType(Effect.Search.class);
        assertThat(asked(chinese).at("exchange").number("cnyPerUsd")).isEqualTo(7.1287);
    }

    @Test
    void whatIsTypedBeforeTheRateIsReadKeepsItsPlaceForIt() {
        Application typed = Application.open("plan", "zh-CN");
        typed.type("entry-users", "500");
        assertThat(begin(typed)).hasOnlyElementsOfType(Effect.Later.class);
        Application own = Application.open("plan", "zh-CN");
        own.type("entry-fx", "7");
        assertThat(own.effects()).hasOnlyElementsOfType(Effect.Search.class);

        for (Application each : List.of(typed, own)) {
            each.send(new Event.FileLoaded(DataFile.PRICES, TestCatalog.prices()));
        }
        assertThat(typed.screen().hash()).contains("users=500", "fx=7.1287");
        assertThat(asked(own).at("exchange").number("cnyPerUsd")).isEqualTo(7);
        typed.type("entry-fx", "");
        assertThat(asked(typed).find("exchange")).isEmpty();
        assertThat(typed.screen().hash()).contains("currency=CNY").doesNotContain("fx=");
    }

    @Test
    void withoutPricesASearchInYuanGoesAheadAndTheFieldStaysOpen() {
        Application chinese = Application.open("plan", "zh-CN");
        chinese.send(new Event.FileFailed(DataFile.PRICES));

        assertThat(begin(chinese)).hasOnlyElementsOfType(Effect.Search.class);
        assertThat(asked(chinese).find("exchange")).isEmpty();
        assertThat(chinese.textOf("entry-fx-help")).isEqualTo("留空：两种币种不换算。");
    }

    @Test
    void thePriceBookHoldsTheRateWithItsSourceAndTakesAnother() {
        Application application = open(SMALL + "&currency=CNY&budget=&fx=7.1287", "zh-CN");
        assertThat(application.textOf("plan-prices")).isNotEmpty();
        assertThat(row(application)).contains("7.1287", "China Foreign Exchange Trade System", "2025年8月21日")
                .doesNotContain("自填");

        application.type("price-exchange", "7.3");
        application.settle();

        assertThat(application.byId("entry-fx").attribute("value")).contains("7.3");
        assertThat(JsonCursor.of(PlanState.answered(application.state()).orElseThrow().result()).at("request").at("exchange")
                .number("cnyPerUsd")).isEqualTo(7.3);
        assertThat(row(application)).contains("7.1287", "自填").doesNotContain("China Foreign");
    }

    private static String row(Application application) {
        return application.find(element -> element.tag().equals("tr") && element.children().stream().anyMatch(cell ->
                Markup.words(cell).equals("汇率"))).map(Markup::words).orElseThrow();
    }

    @Test
    void aMissingFactStandsOnceAndItsButtonLeadsToTheField() {
        Application application = open("plan?models=gpt-oss-120b&hw=nvidia-h200-sxm-141gb&currency=CNY&budget=20000000", "en");
        assertThat(plans(application)).isEmpty();
        JsonCursor fact = JsonCursor.of(PlanState.answered(application.state()).orElseThrow().result()).items("missingFacts").get(0);
        assertThat(application.textOf("plan-best")).contains("exchange rate between yuan and dollar",
                fact.integer("plans") + " plans");

        click(application, "Enter it");

        assertThat(application.effects()).contains(new Effect.Focus("entry-fx"));
        application.type("entry-fx", "7");
        application.settle();
        assertThat(plans(application)).isNotEmpty();
    }

    @Test
    void aPriceThatPlansWaitForCanBeEnteredWhereNoPlanIsCertain() {
        Application application = open("plan?models=gpt-oss-120b&servers=supermicro-8126gs-mi325x&racks=", "en");
        assertThat(plans(application)).isEmpty();

        click(application, "Enter the price");

        String field = "price-typical-server:supermicro-8126gs-mi325x";
        assertThat(application.effects()).contains(new Effect.Focus(field));
        application.type(field, "200000");
        application.settle();
        assertThat(plans(application)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void theBestPlanStandsInTheStripAndOpensInTheCalculatorWithItsFigures(String language) {
        Application application = open(SMALL, language);
        Plan best = plans(application).get(0);

        assertThat(application.textOf("plan-best"))
                .contains(application.state().speech().number(best.gpus(), 0));
        Element link = application.find(element -> element.tag().equals("a")
                && element.attribute("class").orElse("").equals("go")).orElseThrow();
        Application calculator = Application.open(link.attribute("href").orElseThrow().substring(1), language);
        assertThat(calculator.state().ignored()).isEmpty();
        Estimate estimate = calculator.state().outcome().answer().map(Answer::estimate).orElseThrow();
        double tpot = JsonCursor.of(best.json()).at("latency").at("tpotSeconds").number("mid");
        assertThat(estimate.speed().orElseThrow().tpotSeconds().mid()).isCloseTo(tpot, within(1e-9 * tpot));
    }

    @Test
    void aPlanIsHandedOverWithAllItsReplicas() {
        Application application = open(SMALL, "en");
        Element link = application.find(element -> element.tag().equals("a")
                && element.attribute("href").orElse("").startsWith("#handover")).orElseThrow();

        Application handover = Application.open(link.attribute("href").orElseThrow().substring(1), "en");

        assertThat(handover.state().ignored()).isEmpty();
        assertThat(handover.byId("entry-replicas").attribute("value")).contains(
                Integer.toString(JsonCursor.of(plans(application).get(0).json()).integer("replicas")));
    }

    @Test
    void everythingTypedStandsInTheLinkAndOpensAgain() {
        Application application = open(SMALL, "en");
        application.type("entry-ttft", "1.5");
        application.type("entry-budget", "");
        application.choose("entry-demand", "sessions");
        application.type("entry-turns", "12");
        application.choose("entry-countries", "US");
        String hash = application.screen().hash();

        Application again = Application.open(hash, "en");

        assertThat(again.state().ignored()).isEmpty();
        assertThat(PlanState.entries(again.state())).isEqualTo(PlanState.entries(application.state()));
        assertThat(hash).contains("ttft=1.5", "budget=", "turns=12", "countries=US");
        assertThat(PlanState.request(again.state(), Application.RESOURCES).orElseThrow().get("budget").orElseThrow())
                .isInstanceOfSatisfying(JsonObject.class, budget -> assertThat(budget.get("purchase")).isEmpty());
    }

    @Test
    void aSliderWritesARoundNumberAndAsksAgain() {
        Application application = open(SMALL, "en");
        Element dial = application.byId("dial-users");
        int at = Integer.parseInt(dial.attribute("value").orElseThrow());

        application.send((dev.llmplanner.view.Event) dial.listeners().get("input").handler()
                .on(DomEvent.typed(Integer.toString(at + 1))));

        assertThat(application.byId("entry-users").attribute("value")).contains("500");
        assertThat(application.effects()).anyMatch(Effect.Search.class::isInstance);
    }

    @Test
    void aNewQuestionWaitsForASearchThatRunsAndFollowsIt() {
        Application application = Application.open(SMALL, "en");
        application.send(new PlanState.Begun());
        Effect.Search first = (Effect.Search) application.effects().get(0);
        application.type("entry-users", "800");
        assertThat(application.effects()).noneMatch(Effect.Search.class::isInstance)
                .anyMatch(Effect.Later.class::isInstance);

        application.send((dev.llmplanner.view.Event) first.told().apply(
                dev.llmplanner.support.Searched.answer(first.question())));

        assertThat(application.effects()).anyMatch(Effect.Search.class::isInstance);
        application.settle();
        assertThat(PlanState.isCurrent(application.state(), Application.RESOURCES)).isTrue();
    }

    @Test
    void aStoppedSearchTellsNothingMoreAndCanBeBegunAgain() {
        Application application = Application.open(SMALL, "en");
        application.send(new PlanState.Begun());
        Effect.Search first = (Effect.Search) application.effects().get(0);

        application.clickButton("Stop");

        assertThat(application.effects()).contains(new Effect.StopSearch(), new Effect.Focus("plan-again"));
        application.send((dev.llmplanner.view.Event) first.told().apply(new JsonObject.Builder().put("failed", true).build()));
        assertThat(PlanState.pursuit(application.state()).end()).isEqualTo(Pursuit.End.STOPPED);
        application.clickButton("Search again");
        application.settle();
        assertThat(plans(application)).isNotEmpty();
    }

    @Test
    void withFourPlansComparedNoOtherBoxCanBeTicked() {
        Application application = open("plan?models=gpt-oss-120b&budget=&racks=", "en");
        List<Plan> plans = plans(application);
        assertThat(plans).hasSizeGreaterThan(4);
        int open = openBoxes(application);

        plans.subList(0, 4).forEach(plan -> application.send(new Files.Pinned(plan.json())));

        assertThat(openBoxes(application)).isEqualTo(4).isLessThan(open);
        application.send(new Files.Pinned(plans.get(0).json()));
        assertThat(openBoxes(application)).isEqualTo(open);
    }

    /** Boxes of plans that can be ticked, or unticked. */
    private static int openBoxes(Application application) {
        int[] count = {0};
        application.find(element -> {
            boolean box = element.attribute("type").filter("checkbox"::equals).isPresent();
            count[0] += box && !Markup.of(element).contains("disabled") ? 1 : 0;
            return false;
        });
        return count[0];
    }

    @Test
    void whatNothingCanMeetIsNamedWithAButtonThatLoosensIt() {
        Application application = open("plan?models=gpt-oss-120b&hw=nvidia-h200-sxm-141gb&budget=20000", "en");
        assertThat(plans(application)).isEmpty();
        assertThat(application.words().contains("cheapest plan costs")).isTrue();

        click(application, "Set purchase");
        application.settle();

        assertThat(plans(application)).isNotEmpty();
    }

    @Test
    void aChangeIsTakenOverByItsButton() {
        Application application = open(SMALL, "en");
        JsonObject before = PlanState.request(application.state(), Application.RESOURCES).orElseThrow();

        click(application, "Apply");

        assertThat(PlanState.request(application.state(), Application.RESOURCES)).isPresent().isNotEqualTo(
                java.util.Optional.of(before));
    }

    @Test
    void aPriceOfOnesOwnChangesTheBillIsMarkedAndStandsInTheLink() {
        Application application = open(SMALL, "en");
        Plan before = plans(application).get(0);
        JsonCursor first = before.cost("lines").orElseThrow().items().get(0);
        String part = first.string("part") + ":" + first.string("id");
        String field = "price-typical-" + part;

        application.type(field, "100000");
        application.settle();

        Plan after = plans(application).stream().filter(plan -> plan.key().equals(before.key())).findFirst().orElseThrow();
        JsonCursor line = after.cost("lines").orElseThrow().items().get(0);
        assertThat(line.string("origin")).isEqualTo("yours");
        assertThat(line.at("unitPrice").number("typical")).isEqualTo(100_000);
        assertThat(application.screen().hash()).contains("prices=" + part + ":piece:USD:100000:100000:100000");
        Application again = open(application.screen().hash(), "en");
        assertThat(PlanState.request(again.state(), Application.RESOURCES))
                .isEqualTo(PlanState.request(application.state(), Application.RESOURCES));
    }

    @Test
    void aSavedPlanOpensAgainWithNothingMoved() {
        Application application = open(SMALL, "en");
        application.clickButton("Save as a file");
        Effect.Download file = (Effect.Download) application.effects().get(0);
        assertThat(file.fileName()).endsWith(PlanFile.SUFFIX);

        Application other = open("plan?models=gpt-oss-120b&hw=nvidia-h20-sxm-96gb", "en");
        other.send(new Files.Chosen(file.text()));
        other.settle();

        assertThat(other.words().contains("Nothing moved")).isTrue();
        assertThat(PlanState.entries(other.state())).isEqualTo(PlanState.entries(application.state()));
    }

    @Test
    void aFileWhoseTextWasChangedIsNotOpened() {
        Application application = open(SMALL, "en");
        application.clickButton("Save as a file");
        String text = ((Effect.Download) application.effects().get(0)).text();

        application.send(new Files.Chosen(text.replace("\"users\":400", "\"users\":401")));

        assertThat(application.textOf("plan-file-problem")).contains("hash");
    }

    private static Element page(Application application) {
        return application.find(element -> element.attribute("class").filter(text -> text.startsWith("wide plan")).isPresent()).orElseThrow();
    }

    private static Object drop(Application application, FileText... files) {
        return page(application).listeners().get("drop").handler()
                .on(new DomEvent("", false, false, "", false, false, false, false, List.of(files)));
    }

    @Test
    void aPlanFileDroppedOnThePageIsOpenedAndTextsAreLeftToTheBrowser() {
        Application application = open(SMALL, "en");
        application.clickButton("Save as a file");
        String text = ((Effect.Download) application.effects().get(0)).text();
        Application other = open("plan?models=gpt-oss-120b&hw=nvidia-h20-sxm-96gb", "en");

        assertThat(page(other).listeners().get("dragover").preventDefault()).isTrue();
        assertThat(page(other).listeners().get("drop").preventDefault()).isTrue();
        assertThat(drop(other)).isNull();
        other.send((Event) page(other).listeners().get("dragover").handler().on(DomEvent.plain()));
        assertThat(page(other).attribute("class").orElseThrow()).contains("is-over");
        for (String left : List.of("dragleave", "dragend")) {
            other.send(new Files.Dragged(true));
            other.send((Event) page(other).listeners().get(left).handler().on(DomEvent.plain()));
            assertThat(page(other).attribute("class").orElseThrow()).as(left).doesNotContain("is-over");
        }
        other.send(new Files.Dragged(true));
        other.send((Event) drop(other, new FileText("a.plan.json", text)));
        other.settle();

        assertThat(page(other).attribute("class").orElseThrow()).doesNotContain("is-over");
        assertThat(other.words().contains("Nothing moved")).isTrue();
        assertThat(PlanState.entries(other.state())).isEqualTo(PlanState.entries(application.state()));
    }

    @Test
    void aDroppedFileThatIsNoPlanIsRefusedBesideTheFieldAndNothingIsLost() {
        Application application = open(SMALL, "en");
        Map<String, String> asked = PlanState.link(application.state());
        int plans = plans(application).size();

        application.send((Event) drop(application, new FileText("notes.txt", "not JSON")));

        assertThat(application.textOf("plan-file-problem")).isEqualTo("This is not a plan of this planner.");
        assertThat(application.effects()).contains(new Effect.Focus("plan-file"));
        assertThat(PlanState.link(application.state())).isEqualTo(asked);
        assertThat(plans(application)).hasSize(plans);
        assertThat(PlanState.isCurrent(application.state(), Application.RESOURCES)).isTrue();
    }

    @Test
    void aFileThatIsRefusedBeforeThereIsAnAnswerIsSaidToo() {
        Application application = Application.open("plan", "en");
        assertThat(application.textOf("plan-file-problem")).isEmpty();

        application.send((Event) drop(application, new FileText("a.json", "{}")));

        assertThat(application.textOf("plan-file-problem")).isEqualTo("This is not a plan of this planner.");
    }

    @Test
    void recordsOfOnesOwnAreSearchedAndTravelInTheLink() {
        Application application = open("plan?models=gpt-oss-120b&hw=nvidia-h200-sxm-141gb", "en");
        JsonObject device = Own.facts("accelerators", "nvidia-h200-sxm-141gb", Application.RESOURCES);
        State with = Own.put(application.state(), Application.RESOURCES, "accelerators", "own:mine", device);
        with = Own.put(with, Application.RESOURCES, "accelerators", "own:other", device);
        assertThat(PlanState.isCurrent(with, Application.RESOURCES)).isFalse();
        State asked = PlanState.with(PlanState.entries(with)
                .with(Entry.text("hw"), "own:mine,own:other"), with);
        String hash = Address.of(asked, Application.RESOURCES);

        Application again = open(hash, "en");

        assertThat(again.state().ignored()).isEmpty();
        assertThat(Own.records(again.state()).of("accelerators")).hasSize(2);
        assertThat(JsonCursor.of(PlanState.answered(again.state()).orElseThrow().result()).items("plans").size()
                + JsonCursor.of(PlanState.answered(again.state()).orElseThrow().result()).items("undecided").size())
                .isPositive();
    }
}
