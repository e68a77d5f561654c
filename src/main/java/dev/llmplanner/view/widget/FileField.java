package dev.llmplanner.view.widget;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.node.Html;

/** A field for files that looks like a button: browsers draw their own in the language of the system, not of the page. */
public final class FileField {

    private FileField() {}

    /**
     * The field under its label. It lies over the label, unseen, so that it takes clicks, the focus and files that are dropped.
     *
     * @param id of the field
     */
    public static Html of(String id, String label, Html input) {
        return el("span", "file-field")
                .add(el("label").attr("for", id).text(label))
                .add(input.id(id).attr("type", "file").attr("value", ""));
    }
}
