package dev.llmplanner.build.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.llmplanner.support.Application;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page couldn't keep stops the build, with file and line. */
class GuideCheckTest {
    private static final String HEAD = "---\ntitle: A title\norder: 1\nsummary: What it is about.\n---\n\n";
    private static final String FIGURES = """
            {
              "chosen": {"people": {"value": 20, "label": {"en": "People", "zh-CN": "人数"}}},
              "scenarios": {
                "plan": {"request": {"model": "llama-3.3-70b", "accelerator": "nvidia-h200-sxm-141gb", "gpus": 4,
                    "workload": {"inputTokens": 1024, "outputTokens": 256, "concurrency": "=people"}}, "edit": ["in"], "show": ["tpot"]}
              },
              "words": {"80 %": "share of measurements within a band"}
            }
            """;
    private static final String GOOD = "Of `=people` on `=plan.machine` each takes `=plan.tpot`.\n";

    @TempDir
    Path folder;

    @BeforeEach
    void aGuideInBothLanguages() throws IOException {
        write("en/architect/a.md", HEAD + GOOD);
        write("zh-CN/architect/a.md", HEAD + GOOD);
        write("figures/a.json", FIGURES);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private void build() {
        Guides.read(folder, Application.RESOURCES, TestCatalog.prices());
    }

    @Test
    void aGuideWithoutFaultsIsBuilt() {
        assertThatCode(this::build).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "It takes 33 ms.                                  | nothing computes or sources [33]",
        "It is 9.4 times as much.                         | nothing computes or sources [9.4]",
        "约 3 倍。                                         | nothing computes or sources [3]",
        "A fifth is `=plan.tpott`.                        | a scenario has no figure tpott",
        "Or `=plam.tpot`.                                 | nothing is named plam.tpot",
        "Or `=plan.tpot / people / `.                     | expected an operator",
        "Or `=model/deepseek-r9/totalParametersBillion`.  | no record model/deepseek-r9",
        "Or `=model/deepseek-r1/totalParameters`.         | the record doesn't state",
        "Or `=1 / plan.tpot ~ furlongs`.                  | no measure furlongs",
        "See [it](=plam).                                 | no scenario plam",
        "See [it](b.md).                                  | no guide b.md",
        "See [it](#nowhere).                              | no heading",
        "See [it](#/model/deepseek-r9).                   | no record model/deepseek-r9",
        "See [it](#/nowhere).                             | the app can't use",
        "See [it](#/calculator?hw=nvidia-h900).           | the app can't use",
        "See [it](#/calculator?gpu=8).                    | the app can't use",
        "See [it](#/guide/b).                             | no guide b",
        "See [it](../../../docs/accuracy.md).             | no guide",
        "See [it](http://example.org).                    | write another guide's file",
    })
    void whatAPageCouldNotKeepStopsTheBuildWithItsLine(String sentence, String message) throws IOException {
        write("en/architect/a.md", HEAD + GOOD + "\n" + sentence.replace('~', '|') + "\n");

        assertThatThrownBy(this::build).isInstanceOf(GuideProblem.class)
                .hasMessageContaining("en/architect/a.md:9: ").hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "H200, FP8, Llama-3.1-405B and TP8 are names.",
        "NVIDIA H20 SXM 96GB is a name of the catalog.",
        "A band holds 80 % of them.",
        "The paper says [1.58 bit](https://arxiv.org/abs/2402.17764).",
        "Start it with `vllm serve --tensor-parallel-size 8`.",
        "It has `=model/deepseek-r1/totalParametersBillion`, see [the model](#/model/deepseek-r1).",
        "See [it](=plan), [this](#/calculator?hw=nvidia-h20-sxm-96gb&in=8192), [all](#/hardware).",
        "Two of three, 其中三分之一。",
    })
    void namesWordsAndSourcedNumbersMayStand(String sentence) throws IOException {
        write("en/architect/a.md", HEAD + GOOD + sentence + "\n");
        write("zh-CN/architect/a.md", HEAD + GOOD + sentence + "\n");

        assertThatCode(this::build).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"gpus\": 4                     | \"gpus\": 3000000                     | has no answer",
        "llama-3.3-70b                   | llama-9                               | has no answer",
        "[\"in\"]                        | [\"speed\"]                           | no field speed",
        "[\"tpot\"]                      | [\"tpots\"]                           | no figure tpots",
        "\"edit\"                        | \"kind\": \"matrix\", \"edit\"        | kind is estimate or search",
        "\"zh-CN\": \"人数\"             | \"de\": \"Leute\"                     | no label in zh-CN",
        "\"=people\"                     | \"=plan.users\"                       | computed from itself",
        "\"scenarios\": {                | \"scenarios\": {\"idle\": {\"like\": \"plan\"},  | no sentence uses idle",
    })
    void figuresThatCanNotBeComputedStopTheBuild(String there, String instead, String message) throws IOException {
        assertThat(FIGURES).contains(there);
        write("figures/a.json", FIGURES.replace(there, instead));

        assertThatThrownBy(this::build).isInstanceOf(GuideProblem.class).hasMessageContaining(message);
    }

    @Test
    void languagesThatSayDifferentThingsStopTheBuild() throws IOException {
        write("zh-CN/architect/a.md", HEAD + GOOD + "另有 `=plan.ttft`。\n");
        assertThatThrownBy(this::build).hasMessageContaining("a differs between languages");

        Files.delete(folder.resolve("zh-CN/architect/a.md"));
        assertThatThrownBy(this::build).hasMessageContaining("a is there only in [en]");
    }

    @Test
    void aHeadThatLacksSomethingStopsTheBuild() throws IOException {
        write("en/architect/a.md", HEAD.replace("order: 1\n", "") + GOOD);
        assertThatThrownBy(this::build).hasMessageContaining("a.md:1: the head holds all of");

        write("en/architect/a.md", HEAD.replace("order: 1\n", "level: 1\n") + GOOD);
        assertThatThrownBy(this::build).hasMessageContaining("a.md:3: the head holds");

        write("en/architect/a.md", HEAD.replace("A title", "8 titles") + GOOD);
        assertThatThrownBy(this::build).hasMessageContaining("a number stands in the title");
    }

    @Test
    void aNameCountsAsAWholeWord() {
        PlainNumbers plain = new PlainNumbers(Set.of("910B", "N+1"));

        assertThat(plain.in("昇腾 910B 与 N+1")).isEmpty();
        assertThat(plain.in("昇腾 910B2 与 N+12")).containsExactly("910B", "12");
    }
}
