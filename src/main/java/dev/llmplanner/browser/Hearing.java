package dev.llmplanner.browser;

import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Listener;

/** Makes a browser's listener of an element's. */
interface Hearing {

    /** What the browser is to call when that happens to the element. */
    Preact.EventListener of(Element element, String event, Listener listener);
}
