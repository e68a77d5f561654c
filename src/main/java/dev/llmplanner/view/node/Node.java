package dev.llmplanner.view.node;

/** A part of the page. Immutable. */
public sealed interface Node extends Content permits Element, Text {

    @Override
    default Node node() {
        return this;
    }
}
