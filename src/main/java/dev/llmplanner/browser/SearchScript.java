package dev.llmplanner.browser;

import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/**
 * {@code search.js}: the engine that answers searches, as one function of JavaScript. Its text becomes a worker; where the
 * browser refuses workers, the page calls it itself.
 */
public final class SearchScript {

    private SearchScript() {
    }

    /** The script is made of its export; nothing runs when it is loaded. */
    public static void main(String[] arguments) {
    }

    /**
     * A host of searches: {@code {ask(order), stop()}}.
     *
     * @param data {@code {catalog, prices}}
     * @param tell takes messages {@code {id, told}}, where {@code told} is as in {@link dev.llmplanner.view.program.Effect.Search}, and {@code {stopped}}
     * @param milliseconds that a slice may take
     */
    @JSExport
    public static JSObject host(JSObject data, JSObject tell, int milliseconds) {
        return new SearchHost(data, tell, milliseconds).handle();
    }
}
