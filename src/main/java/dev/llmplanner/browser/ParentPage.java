package dev.llmplanner.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** The page around the frame that this one stands in. */
final class ParentPage {

    private ParentPage() {
    }

    /** What the frame is to show: the text after {@code #}, or after {@code ?} where there is no {@code #}. */
    @JSBody(script = "var at = location.href.indexOf('#');"
            + "return at >= 0 ? location.href.substring(at + 1) : location.search.substring(1);")
    static native String parameters();

    /** The address of a file beside this page. */
    @JSBody(params = "file", script = "return new URL(file, location.href.split(/[?#]/)[0]).href;")
    static native String beside(String file);

    /**
     * Messages that the parent itself sends and that carry the mark as a member of their own: its origin, and the message as
     * JSON, a blank text where JSON can't hold it. Everything else that windows say to each other is left alone.
     */
    @JSBody(params = {"mark", "then"}, script = "if (parent !== window) addEventListener('message', function(e) {"
            + "var data = e.data; if (e.source !== parent || typeof data !== 'object' || data === null"
            + "|| !Object.prototype.hasOwnProperty.call(data, mark)) return; var text = '';"
            + "try { text = JSON.stringify(data) || ''; } catch (x) { } then(e.origin, text); });")
    static native void onMessage(String mark, MessageCallback then);

    /** The height of the page's content, in whole CSS pixels, now and whenever it changes. */
    @JSBody(params = "then", script = "var last = 0; new ResizeObserver(function() {"
            + "var now = Math.ceil(document.body.getBoundingClientRect().height);"
            + "if (now !== last) { last = now; then(now); } }).observe(document.body);")
    static native void onHeight(HeightCallback then);

    /** Takes a message. */
    @JSFunctor
    interface MessageCallback extends JSObject {
        void call(String origin, String text);
    }

    /** Takes a height. */
    @JSFunctor
    interface HeightCallback extends JSObject {
        void call(int pixels);
    }
}
