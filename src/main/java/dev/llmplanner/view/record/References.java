package dev.llmplanner.view.record;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Buttons beside a fact, one for each of its sources, which lead to them in the record's list. */
public final class References {
    private final Scene scene;
    private final CatalogRecord record;
    private final IntFunction<Event> wanted;

    /**
     * References into the sources of that record.
     *
     * @param wanted what follows a click, by the source's number
     */
    public References(Scene scene, CatalogRecord record, IntFunction<Event> wanted) {
        this.scene = scene;
        this.record = record;
        this.wanted = wanted;
    }

    /** Of the element that shows the source of that number. */
    public static String id(int number) {
        return "source-" + number;
    }

    /** Those of the fact at that JSON pointer; none before the sources are loaded. */
    public List<Html> to(String pointer) {
        return of(record.sourcesOf(pointer));
    }

    List<Html> of(List<String> sourceIds) {
        List<Html> buttons = new ArrayList<>();
        for (String id : sourceIds) {
            int number = record.sourceIds().indexOf(id) + 1;
            if (number > 0) {
                buttons.add(el("button", "ref").attr("type", "button")
                        .aria("label", scene.say("source.reference", Arguments.of("number", number)))
                        .text(scene.words().number(number, 0))
                        .on("click", e -> wanted.apply(number)));
            }
        }
        return buttons;
    }
}
