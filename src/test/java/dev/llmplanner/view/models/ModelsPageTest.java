package dev.llmplanner.view.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.Answer;
import dev.llmplanner.screening.ModelProfile;
import dev.llmplanner.support.Application;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.program.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsPageTest {

    @ParameterizedTest
    @ValueSource(strings = {"通义", "qwen", "阿里 235", "Qwen3-235B fp8", "通义千问"})
    void modelsAreFoundByVendorsInBothLanguages(String query) {
        Application application = settled("models");

        application.type("search", query);

        assertThat(ids(application)).hasSizeBetween(1, 60);
        assertThat(application.words()).contains("Qwen3-235B");
    }

    /** Each by the vendor's name, its short form or the name of its models, as people say them. */
    @ParameterizedTest
    @CsvSource({"阶跃星辰, step", "小米, mimo", "美团, longcat", "蚂蚁, ling", "元象, xverse", "天工, skywork", "中国电信, telechat",
        "智源, aquila", "书生, intern", "通义千问, qwen", "稀宇, minimax", "文心, ernie", "盘古, pangu", "小红书, dots", "英伟达, nemotron"})
    void namesThatPeopleSayInChineseFindTheModels(String query, String part) {
        Application application = settled("models");

        application.type("search", query);

        assertThat(ids(application)).isNotEmpty().hasSizeLessThan(40).anyMatch(id -> id.contains(part));
    }

    @ParameterizedTest
    @CsvSource({"智谱, glm-4.5", "深度求索, deepseek-r1", "腾讯, hunyuan-large", "百度, ernie-4.5-300b-a47b"})
    void chineseNamesOfVendorsFindTheirModels(String query, String id) {
        Application application = settled("models");

        application.type("search", query);

        assertThat(ids(application)).contains(id).hasSizeLessThan(30);
    }

    @Test
    void everyModelStandsInEachArrangement() {
        int all = Application.RESOURCES.planner().catalog().models().size();

        assertThat(ids(settled("models"))).hasSize(all).doesNotHaveDuplicates();
        assertThat(ids(settled("models?by=tier"))).hasSize(all).doesNotHaveDuplicates();
        assertThat(ids(settled("models?by=list"))).hasSize(all).doesNotHaveDuplicates();
    }

    @Test
    void tiersAreOneClickAwayAndFollowTheReference() {
        Application application = settled("models");

        application.clickButton("By tier");
        assertThat(application.screen().hash()).isEqualTo("models?by=tier");
        int oneServer = count(application, "One server");
        application.choose("reference-hw", "nvidia-h100-sxm5-80gb");
        application.settle();

        assertThat(application.screen().hash()).isEqualTo("models?by=tier&hw=nvidia-h100-sxm5-80gb");
        assertThat(count(application, "One server")).isLessThan(oneServer);
        assertThat(count(application, "Two servers")).isPositive();
    }

    @Test
    void rowsWaitForTheirSpeedWithoutAGuess() {
        Application application = Application.open("models?by=tier&q=deepseek-r1");

        assertThat(application.words()).contains("Speeds are being computed.", "Being computed");
        assertThat(cell(application, "deepseek-r1", "c-single-user")).isEqualTo("\u2026");
        application.settle();

        assertThat(application.words()).doesNotContain("Speeds are being computed.", "Being computed");
        assertThat(cell(application, "deepseek-r1", "c-single-user")).matches("[0-9.,]+");
    }

    @Test
    void aRowLeadsToTheCalculatorsAnswerWithTheSameFigures() {
        Application application = settled("models?in=4096&out=512&users=16&hw=nvidia-h100-sxm5-80gb");
        List<String> ids = ids(application);
        int compared = 0;
        for (int i = 0; i < ids.size(); i += 7) {
            String id = ids.get(i);
            ModelProfile profile = profile(application, id);
            if (profile.outputTokensPerSecondPerServer().isEmpty()) {
                continue;
            }
            String href = find(row(application, id), has("go")).orElseThrow().attribute("href").orElseThrow();
            Answer answer = Application.open(href.substring(1)).state().outcome().answer().orElseThrow();

            assertThat(answer.request().get("model").orElseThrow().toString()).contains(id);
            assertThat(8 * answer.estimate().speed().orElseThrow().outputTokensPerSecondPerGpu().mid())
                    .as(id).isCloseTo(profile.outputTokensPerSecondPerServer().get().mid(), within(1e-6));
            compared++;
        }
        assertThat(compared).isGreaterThan(10);
    }

    @Test
    void afterAKeystrokeTheFirstRowsComeAtOnceInTheirPlaceAndAllFollow() {
        Application application = settled("models");

        application.type("search", "b");
        int first = drawn(application);
        boolean kept = isComing(application);
        application.settle();

        assertThat(first).isEqualTo(8);
        assertThat(kept).as("the table keeps its height").isTrue();
        assertThat(isComing(application)).isFalse();
        assertThat(drawn(application)).isGreaterThan(100);
    }

    @Test
    void columnsSortBothWaysWithMissingFactsLast() {
        Application application = settled("models?by=list");

        application.click(column("One user, tokens/s"));
        assertThat(application.screen().hash()).isEqualTo("models?by=list&sort=-single-user");
        List<String> falling = cells(application, "c-single-user");
        application.click(column("One user, tokens/s"));
        List<String> rising = cells(application, "c-single-user");

        assertThat(application.screen().hash()).isEqualTo("models?by=list&sort=single-user");
        assertThat(falling.get(0)).isEqualTo(rising.get(known(rising) - 1));
        assertThat(falling.get(falling.size() - 1)).isEqualTo("Not known");
        assertThat(rising.get(rising.size() - 1)).isEqualTo("Not known");
    }

    @Test
    void filtersLeaveWhatHasAnyOfTheirValuesAndAreTakenAwayOneByOne() {
        Application application = settled("models?kind=moe&modality=image,video&licence=commercial&context=131072");
        List<String> ids = ids(application);

        assertThat(ids).isNotEmpty();
        for (ModelEntry model : Application.RESOURCES.planner().catalog().models()) {
            boolean wanted = model.mixture()
                    && (model.modalities().contains("image") || model.modalities().contains("video"))
                    && model.licence().commercialUse().orElse(false)
                    && model.maxContextTokens().orElse(0) >= 131_072;
            assertThat(ids.contains(model.id())).as(model.id()).isEqualTo(wanted);
        }
        application.click(element -> element.attribute("aria-label")
                .filter("Remove MoE or dense: Mixture of experts (MoE)"::equals).isPresent());

        assertThat(application.effects()).contains(new Effect.Focus("search"));
        assertThat(application.screen().hash()).isEqualTo("models?context=131072&modality=image,video&licence=commercial");
    }

    @Test
    void theCountBesideAFilterIsWhatAClickLeaves() {
        Application application = settled("models?kind=dense");
        application.click(element -> element.attribute("id").filter("filters-toggle"::equals).isPresent());
        Element button = application.find(element -> element.tag().equals("button")
                && Markup.words(element).startsWith("FP8 (")).orElseThrow();
        String text = Markup.words(button);

        application.clickButton(text);

        assertThat("FP8 (" + ids(application).size() + ")").isEqualTo(text);
    }

    @Test
    void whenNothingIsLeftOneClickBringsEverythingBack() {
        Application application = settled("models?q=nosuchmodel&vendor=deepseek&tier=rack");
        assertThat(application.textOf("no-rows")).contains("No model matches");

        application.click(element -> element.tag().equals("button")
                && Markup.words(element).equals("Remove all filters"));

        assertThat(application.effects()).contains(new Effect.Focus("search"));
        assertThat(ids(application)).hasSize(Application.RESOURCES.planner().catalog().models().size());
        assertThat(application.screen().hash()).isEqualTo("models");
    }

    @Test
    void wordsThatNoFilterKnowsAreNamedAsIgnored() {
        Application application = settled("models?vendor=nobody,deepseek&tier=cloud&by=luck&sort=price&hw=abacus&in=-3&hide=all");

        assertThat(application.state().ignored()).containsExactlyInAnyOrder("vendor=nobody", "tier=cloud", "by=luck",
                "sort=price", "hw=abacus", "in=-3", "hide=all");
        assertThat(application.screen().hash()).isEqualTo("models?vendor=deepseek");
    }

    @Test
    void aNumberThatCanNotBeTakenStaysInItsFieldAndChangesNothing() {
        Application application = settled("models");
        application.choose("reference-in", "many");

        assertThat(application.textOf("reference-in-error")).contains("1 to 1,000,000");
        assertThat(application.byId("reference-in").attribute("value")).hasValue("many");
        assertThat(application.screen().hash()).isEqualTo("models");
        application.choose("reference-in", "8,192");

        assertThat(application.screen().hash()).isEqualTo("models?in=8192");
        assertThat(application.find(element -> element.attribute("id").filter("reference-in-error"::equals).isPresent()))
                .isEmpty();
    }

    @Test
    void keysMoveFromRowToRow() {
        Application application = settled("models?q=deepseek");
        List<String> ids = ids(application);
        application.press("search", "ArrowDown");
        assertThat(application.effects()).containsExactly(new Effect.Focus("row-" + ids.get(0)));

        application.press("models-table", "ArrowDown");
        assertThat(application.effects()).containsExactly(new Effect.Focus("row-" + ids.get(1)));
        key(application, "k");
        assertThat(application.effects()).containsExactly(new Effect.Focus("row-" + ids.get(0)));
        key(application, "c");

        assertThat(Compared.in(application.state())).containsExactly(ids.get(0));
    }

    @Test
    void theSlashWantsTheSearchOnlyWhereThereIsOne() {
        assertThat(keyEvent(Application.open("models"), "/")).contains(new Event.Wanted("search"));
        assertThat(keyEvent(Application.open(""), "/")).isEmpty();
    }

    static Application settled(String hash) {
        Application application = Application.open(hash);
        application.settle();
        return application;
    }

    static List<String> ids(Application application) {
        application.settle();
        return rows(application);
    }

    private static boolean isComing(Application application) {
        return application.find(has("is-coming")).isPresent();
    }

    private static int drawn(Application application) {
        return rows(application).size();
    }

    private static List<String> rows(Application application) {
        List<String> ids = new ArrayList<>();
        collect(application.screen().body() instanceof Element page ? page : null,
                element -> element.attributes().containsKey("data-id"),
                element -> ids.add(element.attribute("data-id").orElseThrow()));
        return ids;
    }

    private static void key(Application application, String key) {
        application.send(keyEvent(application, key).orElseThrow());
    }

    private static Optional<Event> keyEvent(Application application, String key) {
        return Application.RESOURCES.edition().section(application.state().route().place())
                .keyPressed(application.state(), key);
    }

    private static ModelProfile profile(Application application, String id) {
        List<ModelEntry> models = Screened.in(application.state()).models();
        for (int i = 0; i < models.size(); i++) {
            if (models.get(i).id().equals(id)) {
                return Screened.in(application.state()).profile(i).orElseThrow();
            }
        }
        throw new AssertionError(id);
    }

    private static int count(Application application, String tier) {
        Element group = application.find(element -> has("group-name").test(element)
                && Markup.words(element).startsWith(tier)).orElse(null);
        assertThat(group).as(tier).isNotNull();
        String words = Markup.words(application.find(element -> element.tag().equals("th")
                && element.children().contains(group)).orElseThrow());
        return Integer.parseInt(words.replaceAll(".* (\\d+) models?", "$1"));
    }

    private static Predicate<Element> column(String label) {
        return element -> has("sort").test(element) && Markup.words(element).startsWith(label);
    }

    private static Predicate<Element> has(String cssClass) {
        return element -> (" " + element.attribute("class").orElse("") + " ").contains(" " + cssClass + " ");
    }

    private static Element row(Application application, String id) {
        return application.find(element -> element.attribute("data-id").filter(id::equals).isPresent()).orElseThrow();
    }

    private static String cell(Application application, String id, String column) {
        return Markup.words(find(row(application, id), has(column)).orElseThrow());
    }

    private static List<String> cells(Application application, String column) {
        return ids(application).stream().map(id -> cell(application, id, column)).toList();
    }

    private static int known(List<String> cells) {
        return (int) cells.stream().filter(cell -> cell.matches("[0-9.,]+")).count();
    }

    private static Optional<Element> find(Element at, Predicate<Element> which) {
        List<Element> found = new ArrayList<>();
        collect(at, which, found::add);
        return found.stream().findFirst();
    }

    private static void collect(Element at, Predicate<Element> which, Consumer<Element> then) {
        if (which.test(at)) {
            then.accept(at);
        }
        at.children().forEach(child -> {
            if (child instanceof Element element) {
                collect(element, which, then);
            }
        });
    }
}
