package dev.llmplanner.build.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.llmplanner.json.JsonArray;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.node.NodeJson;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownNodesTest {

    @Test
    void theFirstHeadingIsTheTitle() {
        MarkdownNodes.Rendered rendered = MarkdownNodes.render("# Size a `KV cache` now\n\nText.\n");

        assertThat(rendered.title()).isEqualTo("Size a KV cache now");
        assertThat(markup("# T\n\nText.\n")).isEqualTo("<p>Text.</p>");
    }

    @Test
    void aGuideReadsAsTheHtmlOfItsMarkdown() {
        assertThat(markup("""
                # T

                ## First *step*

                Use **FP8** and `--tp 8`,
                see [sizes](sizes.md) & [app](#/models).

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
                """)).isEqualTo("<h2 id=\"first-step\">First <em>step</em></h2>"
                + "<p>Use <strong>FP8</strong> and <code>--tp 8</code>,\nsee <a href=\"#/guides/sizes\">sizes</a>"
                + " &amp; <a href=\"#/models\">app</a>.</p>"
                + "<ol><li><span>one</span></li><li><span>two</span></li></ol>"
                + "<ul><li><p>a</p><p>more</p></li><li><p>b</p></li></ul>"
                + "<blockquote><p>quote</p></blockquote>"
                + "<pre><code>a &lt; b\n</code></pre>"
                + "<table><thead><tr><th scope=\"col\">GPU</th><th scope=\"col\" class=\"align-right\">GiB</th></tr></thead>"
                + "<tbody><tr><td>H200</td><td class=\"align-right\">141</td></tr></tbody></table>"
                + "<hr>");
    }

    @Test
    void chineseHeadingsKeepTheirAnchors() {
        assertThat(markup("# 标题\n\n## 第一步：选择模型\n")).isEqualTo("<h2 id=\"第一步-选择模型\">第一步：选择模型</h2>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no title", "# T\n\n<b>raw</b>", "# T\n\n<div>\nraw\n</div>", "# T\n\n![image](a.png)",
        "# T\n\n[x](http://example.org)", "# T\n\n[x](javascript:alert)", "## T"})
    void whatThePageCanNotShowStopsTheBuild(String markdown) {
        assertThatThrownBy(() -> MarkdownNodes.render(markdown)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String markup(String markdown) {
        return NodeJson.nodes(new JsonArray(MarkdownNodes.render(markdown).nodes())).stream()
                .map(Markup::of).collect(Collectors.joining());
    }
}
