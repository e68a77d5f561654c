package dev.llmplanner.view.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.guide.Guides;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.support.Application;
import dev.llmplanner.support.TestCatalog;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.node.Node;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.scenario.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first guide as a reader uses it. */
class GuidePageTest {
    private static final Json GUIDES = Guides.read(Path.of(""), TestCatalog.bundle(), TestCatalog.prices());
    private static final String FIRST = "guide/size-your-first-deployment";

    private static Application open(String hash, String language) {
        Application application = Application.open(hash, language);
        for (Effect effect : List.copyOf(application.effects())) {
            if (effect instanceof Effect.Load load && load.file().equals("guides.js")) {
                application.send((Event) load.done().apply(GUIDES));
            } else if (effect instanceof Effect.Load load && load.file().equals("prices.js")) {
                application.send((Event) load.done().apply(TestCatalog.prices()));
            }
        }
        return application;
    }

    /** The texts of all figures with that expression. */
    private static List<String> live(Application application, String is) {
        List<String> texts = new ArrayList<>();
        application.find(element -> {
            if (element.attribute("data-is").filter(is::equals).isPresent()) {
                texts.add(Markup.words(element));
            }
            return false;
        });
        return texts;
    }

    private static String href(Application application, String words) {
        return application.find(element -> element.tag().equals("a") && Markup.words(element).equals(words))
                .flatMap(element -> element.attribute("href")).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void theListShowsEveryGuideUnderItsPersonaWithItsSummary(String language) {
        Application application = open("guides", language);
        JsonObject texts = (JsonObject) ((JsonObject) ((JsonObject) GUIDES).get("texts").orElseThrow()).get(language).orElseThrow();

        texts.members().forEach((slug, guide) -> assertThat(application.words())
                .contains(((JsonString) ((JsonObject) guide).get("title").orElseThrow()).value())
                .contains(((JsonString) ((JsonObject) guide).get("summary").orElseThrow()).value()));
    }

    @Test
    void anEditMovesTheSentencesThatFollowFromIt() {
        Application application = open(FIRST, "en");
        String before = live(application, "plan.tpot").get(0);
        String llama = live(application, "llama.tpot").get(0);

        application.type("plan-users", "256");

        assertThat(live(application, "plan.tpot")).doesNotContain(before).hasSizeGreaterThan(1);
        assertThat(live(application, "llama.tpot")).doesNotContain(llama);
        assertThat(live(application, "one.users")).containsOnly("1");
        assertThat(application.find(element -> element.attribute("title").filter(("As written: " + before)::equals).isPresent()))
                .isPresent();
        assertThat(application.screen().hash()).isEqualTo(FIRST + "?plan.users=256");

        application.clickButton("Reset the guide’s scenarios");
        assertThat(live(application, "plan.tpot")).containsOnly(before);
        assertThat(application.screen().hash()).isEqualTo(FIRST);
    }

    @Test
    void aChosenNumberMovesWhatIsComputedFromIt() {
        Application application = open(FIRST, "en");
        assertThat(live(application, "rate")).contains("1.1");

        application.type("chosen-people", "400");
        assertThat(live(application, "rate")).contains("2.2");

        application.type("chosen-people", "many");
        assertThat(live(application, "rate")).containsOnly("unknown");
        assertThat(application.words()).contains("Enter a number that makes sense here.");
    }

    @Test
    void costsFollowTheirTerms() {
        Application application = open("guide/price-per-million-tokens", "zh-CN");
        String price = live(application, "price").get(0);
        assertThat(price).endsWith("美元");
        assertThat(live(application, "plan.purchase")).containsOnly("37 万美元");

        application.type("chosen-years", "8");
        assertThat(live(application, "price")).doesNotContain(price);
        assertThat(live(application, "plan.purchase")).containsOnly("37 万美元");

        String yuan = live(application, "h20-cny").get(0);
        application.type("chosen-exchange", "no");
        assertThat(yuan).contains("万元");
        assertThat(live(application, "h20.tco")).containsOnly("未知");
    }

    @Test
    void theCalculatorOpensOnWhatTheCardShows() {
        Application application = open(FIRST, "en");
        application.type("plan-in", "8192");
        String shown = live(application, "plan.tpot").get(0);
        String output = live(application, "plan.output").get(0);
        String link = href(application, "Open in the Calculator");

        application.send(application.hashChanged(link.substring(1)));

        assertThat(application.state().ignored()).isEmpty();
        assertThat(application.textOf("verdict")).contains(shown).contains(output);
        assertThat(application.state().scenario().text(Field.INPUT_TOKENS)).isEqualTo("8192");
    }

    @Test
    void aSharedAddressBringsTheEdits() {
        Application application = open(FIRST + "?plan.in=8192&people=300&plan.engine=nobody&x=y", "zh-CN");

        assertThat(application.byId("plan-in").attribute("value")).contains("8192");
        assertThat(application.byId("chosen-people").attribute("value")).contains("300");
        assertThat(application.state().ignored()).containsExactly("plan.engine=nobody", "x=y");
    }

    @Test
    void whatCanNotBeComputedReadsUnknownAndNeverNought() {
        Application application = open(FIRST, "zh-CN");

        application.type("plan-gpus", "1");

        assertThat(live(application, "plan.tpot")).containsOnly("—");
        assertThat(live(application, "1 / plan.tpot")).containsOnly("未知");
        assertThat(application.words()).doesNotContain("NaN", "Infinity");
        assertThat(application.textOf("scenario-plan")).contains("放不下");

        application.type("plan-gpus", "");
        application.type("plan-in", "abc");
        assertThat(live(application, "plan.tpot")).containsOnly("未知");
        assertThat(application.byId("plan-in").attribute("aria-invalid")).contains("true");
    }

    @Test
    void aFactOfTheCatalogLeadsToItsRecord() {
        Application application = open(FIRST, "en");

        assertThat(href(application, "1,979 TFLOPS")).isEqualTo("#accelerator/nvidia-h200-sxm-141gb");
        assertThat(application.words()).contains("Sources of catalog figures");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void noGuideHasALinkInALinkOrAFigureThatIsNotKnown(String language) {
        JsonObject texts = (JsonObject) ((JsonObject) ((JsonObject) GUIDES).get("texts").orElseThrow()).get(language).orElseThrow();

        for (String slug : texts.members().keySet()) {
            Application application = open("guide/" + slug, language);
            application.find(element -> {
                boolean nested = element.tag().equals("a") && element.children().stream().anyMatch(GuidePageTest::holdsLink);
                assertThat(nested).as(slug + ": " + Markup.words(element)).isFalse();
                return false;
            });
            assertThat(live(application, "plan.tpot")).as(slug).doesNotContain("unknown", "未知");
        }
    }

    private static boolean holdsLink(Node node) {
        return node instanceof Element element
                && (element.tag().equals("a") || element.children().stream().anyMatch(GuidePageTest::holdsLink));
    }

    @Test
    void theContentsLeadToTheHeadings() {
        Application application = open(FIRST, "en");
        application.click(element -> element.tag().equals("a") && Markup.words(element).equals("Choose a precision"));

        assertThat(application.effects()).contains(new Effect.Focus("on-choose-a-precision"));
        Element heading = application.byId("on-choose-a-precision");
        assertThat(heading.tag()).isEqualTo("h2");
    }

    private static final String ASSISTANT = "guide/an-assistant-for-your-people";

    @Test
    void aSearchIsMadeOnThePageAndLeadsToTheSameQuestionInPlan() {
        Application application = open(ASSISTANT, "en");
        assertThat(live(application, "order.servers")).containsOnly("computing");

        application.send(new GuideSearches.Begun());
        application.settle();

        assertThat(live(application, "order.servers")).hasSize(1).doesNotContain("computing");
        assertThat(live(application, "order-tenfold.purchase").get(0)).startsWith("$");
        Application plan = Application.open(href(application, "Ask this in Plan").substring(1));
        assertThat(plan.screen().hash()).contains("users=1000", "models=qwen3-235b-a22b", "out=500");
        plan.settle();
        assertThat(plan.words()).contains(live(application, "order.server").get(0));
    }

    @Test
    void anEditOfASearchMovesItsFiguresAndThoseOfItsLikes() {
        Application application = open(ASSISTANT, "en");
        application.send(new GuideSearches.Begun());
        application.settle();
        String before = live(application, "order-tenfold.purchase").get(0);

        application.type("entry-out", "4000");
        assertThat(live(application, "order.servers")).containsOnly("computing");
        application.settle();

        assertThat(live(application, "order-tenfold.purchase")).doesNotContain(before).doesNotContain("computing");
        application.type("entry-out", "none");
        assertThat(application.words()).contains("no answer");
    }

    @Test
    void whatCanNotBeHadIsSaidAndSoIsAFailure() {
        Application application = open(ASSISTANT, "en");
        application.send(new GuideSearches.Begun());
        application.settle();
        application.type("entry-speed", "90000");
        application.settle();
        assertThat(application.words()).contains("No plan keeps these limits.");

        Application failed = open(ASSISTANT, "en");
        failed.send(new GuideSearches.Begun());
        Effect.Search search = (Effect.Search) failed.effects().get(0);
        failed.send((Event) search.told().apply(new JsonObject.Builder().put("failed", true).build()));
        assertThat(failed.words()).contains("could not be made here");
    }

    @Test
    void commandsFollowTheScenario() {
        Application application = open("guide/benchmark-your-cluster", "en");
        assertThat(application.words()).contains("--random-input-len 4096 --random-output-len 512", "--num-prompts 320");

        application.type("plan-users", "48");
        application.type("plan-in", "8000");

        assertThat(application.words()).contains("--random-input-len 8000", "--max-concurrency 48 --num-prompts 480");
        assertThat(open("guide/air-gapped-installation", "zh-CN").words())
                .contains("vllm serve /models/ deepseek-r1", "--tensor-parallel-size 8");
    }
}
