package dev.llmplanner.view.node;

import static dev.llmplanner.view.node.Html.el;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void textAndAttributesAreEscaped() {
        Html html = el("p", "a b").attr("title", "\"x\" <&>").text("1 < 2 & \"so\"");

        assertThat(Markup.of(html))
                .isEqualTo("<p class=\"a b\" title=\"&quot;x&quot; &lt;&amp;&gt;\">1 &lt; 2 &amp; \"so\"</p>");
    }

    @Test
    void flagsAreWrittenOnlyWhenPresentAndVoidElementsHaveNoEnd() {
        Html html = el("div").add(el("input").flag("disabled", true).flag("checked", false)).text("after");

        assertThat(Markup.of(html)).isEqualTo("<div><input disabled>after</div>");
    }

    @Test
    void conditionsAndListsKeepTheirOrder() {
        Html html = el("ul").cls("on", true).cls("off", false)
                .when(false, () -> el("li").text("never"))
                .each(List.of("a", "b"), name -> el("li").key(name).text(name))
                .add(List.of(el("li").text("c")));

        assertThat(Markup.of(html)).isEqualTo("<ul class=\"on\"><li>a</li><li>b</li><li>c</li></ul>");
    }

    @Test
    void wordsLeaveTheMarkupOut() {
        assertThat(Markup.words(el("tr").add(el("td").text("KV cache"), el("td").text("8 GiB")))).isEqualTo("KV cache 8 GiB");
    }

    @Test
    void coordinatesHaveAtMostTwoDecimals() {
        assertThat(List.of(1.0, 0.5, 12.345, -0.001, -3.056, 100.049).stream().map(Coordinate::text))
                .containsExactly("1", "0.5", "12.35", "0", "-3.06", "100.05");
        assertThatThrownBy(() -> Coordinate.text(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listenersAnswerWithEventsOfTheApplication() {
        Element input = el("input").on("input", e -> "typed " + e.value()).node();

        assertThat(input.listeners().get("input").handler().on(DomEvent.typed("8"))).isEqualTo("typed 8");
    }
}
