package dev.llmplanner.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** What searches ask of JavaScript, in the worker and on the page. */
final class SearchNatives {

    private SearchNatives() {
    }

    @JSBody(script = "return performance.now();")
    static native double now();

    /** Calls back in a task of its own. A channel's messages aren't delayed, as a series of timers is. */
    @JSBody(params = "then", script = "var channel = new MessageChannel();"
            + "channel.port1.onmessage = function() { channel.port1.close(); then(); }; channel.port2.postMessage(0);")
    static native void next(Browser.Callback then);

    @JSBody(params = {"ask", "stop"}, script = "return {ask: function(order) { ask(order); }, stop: function() { stop(); }};")
    static native JSObject handle(Taker ask, Browser.Callback stop);

    @JSBody(params = {"tell", "message"}, script = "tell(message);")
    static native void tell(JSObject tell, JSObject message);

    @JSBody(params = {"handle", "order"}, script = "handle.ask(order);")
    static native void ask(JSObject handle, JSObject order);

    @JSBody(params = "handle", script = "handle.stop();")
    static native void stop(JSObject handle);

    /** The host on the page itself. */
    @JSBody(params = {"tell", "milliseconds"}, script = "return PLANNER_SEARCH().host({catalog: PLANNER_CATALOG}, tell, milliseconds);")
    static native JSObject here(Taker tell, int milliseconds);

    /**
     * The host in a worker, whose script is the function's text; null where the browser refuses at once.
     *
     * @param failed called when the worker ends by an error, or is refused later
     */
    @JSBody(params = {"tell", "failed", "milliseconds"}, script = "try {"
            + "var url = URL.createObjectURL(new Blob(['var host;onmessage=function(e){var d=e.data;if(d.data)host=('"
            + ", String(PLANNER_SEARCH), ')().host(d.data,function(m){postMessage(m)},d.milliseconds);"
            + "else if(d.order)host.ask(d.order);else host.stop()};postMessage({ready:true});'], {type: 'text/javascript'}));"
            + "var worker = new Worker(url);"
            + "worker.onmessage = function(e) { if (e.data.ready) URL.revokeObjectURL(url); tell(e.data); };"
            + "worker.onerror = function() { failed(); };"
            + "worker.postMessage({data: {catalog: PLANNER_CATALOG}, milliseconds: milliseconds});"
            + "return {ask: function(order) { worker.postMessage({order: order}); },"
            + "stop: function() { worker.postMessage({}); }, end: function() { worker.terminate(); }};"
            + "} catch (e) { return null; }")
    static native JSObject worker(Taker tell, Browser.Callback failed, int milliseconds);

    @JSBody(params = "handle", script = "handle.end();")
    static native void end(JSObject handle);

    /** A search. The first one of a host brings the prices. */
    @JSBody(params = {"id", "question", "priced"}, script =
            "return {id: id, question: question, prices: priced ? undefined : PLANNER_PRICES};")
    static native JSObject order(int id, JSObject question, boolean priced);

    /** Rows of a matrix. */
    @JSBody(params = "question", script = "return {screen: question};")
    static native JSObject order(JSObject question);

    @JSBody(params = {"data", "name"}, script = "return data[name] !== undefined;")
    static native boolean has(JSObject data, String name);

    @JSBody(params = "message", script = "return message.id;")
    static native int id(JSObject message);

    @JSBody(params = "message", script = "return message.told;")
    static native JSObject told(JSObject message);

    /** Whether it belongs to a question; else the worker says that it is ready, or that it stopped. */
    @JSBody(params = "message", script = "return message.told !== undefined;")
    static native boolean isAnswer(JSObject message);

    @JSBody(params = "message", script = "return !!message.ready;")
    static native boolean isReady(JSObject message);

    @JSBody(params = {"id", "told"}, script = "return {id: id, told: told};")
    static native JSObject answer(int id, JSObject told);

    @JSBody(script = "return {stopped: true};")
    static native JSObject stopped();

    @JSBody(params = {"data", "name"}, script = "return data[name];")
    static native JSObject part(JSObject data, String name);

    @JSBody(params = "order", script = "return order.question;")
    static native JSObject question(JSObject order);

    /** Takes a value. */
    @JSFunctor
    interface Taker extends JSObject {
        void take(JSObject value);
    }
}
