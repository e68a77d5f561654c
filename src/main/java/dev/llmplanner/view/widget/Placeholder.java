package dev.llmplanner.view.widget;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Lazy;
import dev.llmplanner.view.node.Html;

/** What stands where a page has nothing to show: one look for what is being read, can't be had, or is empty. */
public final class Placeholder {

    private Placeholder() {}

    /** Something is on its way. */
    public static Html loading(String text) {
        return empty(text).cls("loading");
    }

    /** Something can't be had. */
    public static Html failed(String text) {
        return empty(text).cls("error");
    }

    /** There is nothing, and the text says why. */
    public static Html empty(String text) {
        return el("p", "empty-state").attr("role", "status").text(text);
    }

    /** How far a part of the data is that isn't there. */
    public static Html of(Lazy.Status status, String failed, String loading) {
        return status == Lazy.Status.FAILED ? failed(failed) : loading(loading);
    }
}
