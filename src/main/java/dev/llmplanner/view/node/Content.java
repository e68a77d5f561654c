package dev.llmplanner.view.node;

/** What can stand inside an element: a finished {@link Node}, or an {@link Html} that is still being written. */
public sealed interface Content permits Node, Html {

    /** The finished node. */
    Node node();
}
