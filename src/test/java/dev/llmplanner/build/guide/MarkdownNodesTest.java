package dev.llmplanner.build.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.llmplanner.json.JsonArray;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.node.NodeJson;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownNodesTest {
    private static final Path FILE = Path.of("a.md");

    @Test
    void aGuideReadsAsTheHtmlOfItsMarkdown() {
        assertThat(markup("""
                ## First *step*

                Use **FP8** and `--tp 8`,
                see [sizes](../product/sizes.md) & [app](#/models).

                1. one
                2. two

                - a

                  more
                - b

                > quote

                ```
                a < b
                ```

                | GPU | GiB |
                |---|--:|
                | H200 | 141 |

                ---
                """)).isEqualTo("<h2 id=\"on-first-step\" tabindex=\"-1\">First <em>step</em></h2>"
                + "<p>Use <strong>FP8</strong> and <code>--tp 8</code>,\nsee <a href=\"#guide/sizes\">sizes</a>"
                + " &amp; <a href=\"#models\">app</a>.</p>"
                + "<ol><li><span>one</span></li><li><span>two</span></li></ol>"
                + "<ul><li><p>a</p><p>more</p></li><li><p>b</p></li></ul>"
                + "<blockquote><p>quote</p></blockquote>"
                + "<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>"
                + "<scroll><table><thead><tr><th scope=\"col\">GPU</th><th scope=\"col\" class=\"align-right\">GiB</th></tr></thead>"
                + "<tbody><tr><td>H200</td><td class=\"align-right\">141</td></tr></tbody></table></scroll>"
                + "<hr>");
    }

    @Test
    void chineseHeadingsKeepTheirAnchors() {
        assertThat(markup("## 第一步：选择模型\n")).isEqualTo("<h2 id=\"on-第一步-选择模型\" tabindex=\"-1\">第一步：选择模型</h2>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"# a title in the text", "<b>raw</b>", "<div>\nraw\n</div>", "![image](a.png)",
        "[x](http://example.org)", "[x](javascript:alert)", "## T `=plan.tpot`", "## T\n\n## T", "```scenario a\n```"})
    void whatThePageCanNotShowStopsTheBuild(String markdown) {
        assertThatThrownBy(() -> MarkdownNodes.render(FILE, markdown)).isInstanceOf(GuideProblem.class).hasMessageContaining("a.md:");
    }

    private static String markup(String markdown) {
        return NodeJson.nodes(new JsonArray(MarkdownNodes.render(FILE, markdown).nodes())).stream()
                .map(Markup::of).collect(Collectors.joining());
    }
}
