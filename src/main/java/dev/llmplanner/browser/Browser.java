package dev.llmplanner.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** The window and its document, in the few words that this application needs. */
final class Browser {

    private Browser() {
    }

    @JSBody(params = "name", script = "return globalThis[name];")
    static native JSObject global(String name);

    @JSBody(params = "name", script = "return globalThis[name] !== undefined;")
    static native boolean hasGlobal(String name);

    /** The work behind an answer, by the engine that {@code explain.js} brings. */
    @JSBody(params = "request", script = "return PLANNER_ENGINE.explain(request);")
    static native JSObject explain(JSObject request);

    /** The address's hash without {@code #}, as it stands: {@code location.hash} decodes it in some browsers. */
    @JSBody(script = "var at = location.href.indexOf('#'); return at < 0 ? '' : location.href.substring(at + 1);")
    static native String hash();

    @JSBody(script = "return location.href;")
    static native String address();

    /** A sandboxed frame may refuse; the page works on without an address then. */
    @JSBody(params = {"hash", "newEntry"}, script =
            "var to = location.href.split('#')[0] + (hash ? '#' + hash : '');"
            + "try { if (newEntry) history.pushState(null, '', to); else history.replaceState(null, '', to); } catch (e) { }")
    static native void setHash(String hash, boolean newEntry);

    @JSBody(params = "then", script = "addEventListener('hashchange', function() { then(); });")
    static native void onHashChange(Callback then);

    /**
     * Keys, but not those of a text that is being typed: plain ones nowhere in a field, those with Ctrl or the command key not
     * where a text was changed since it got the focus. Nothing while a dialog is open. The browser's own action is left out if
     * that says so. A field that was edited is held weakly: it keeps the page that it was on.
     */
    @JSBody(params = "then", script = "var edited = new WeakSet();"
            + "addEventListener('focusin', function() { edited = new WeakSet(); });"
            + "addEventListener('input', function(e) { edited = new WeakSet();"
            + "if (/^(text|search|textarea)$/.test(e.target.type)) edited.add(e.target); });"
            + "addEventListener('keydown', function(e) { var command = e.ctrlKey || e.metaKey, t = e.target;"
            + "if (!e.defaultPrevented && !e.altKey && !document.querySelector('dialog[open]')"
            + "&& !(command ? edited.has(t) : /^(INPUT|SELECT|TEXTAREA)$/.test(t.tagName))"
            + "&& then(command ? 'Ctrl+' + (e.shiftKey ? 'Shift+' : '') + e.key.toLowerCase() : e.key)) e.preventDefault(); });")
    static native void onKey(KeyCallback then);

    /** A field was left after a change, a slider released, a choice made. */
    @JSBody(params = "then", script = "addEventListener('change', function() { then(); });")
    static native void onCommit(Callback then);

    @JSBody(script = "return navigator.languages && navigator.languages.length ? navigator.languages : [navigator.language];")
    static native String[] languages();

    @JSBody(script = "return matchMedia('(prefers-color-scheme: dark)').matches;")
    static native boolean prefersDark();

    @JSBody(params = "then", script =
            "matchMedia('(prefers-color-scheme: dark)').addEventListener('change', function() { then(); });")
    static native void onColorScheme(Callback then);

    /** Null where nothing was stored or the browser keeps nothing, as in a private or sandboxed frame. */
    @JSBody(params = "key", script = "try { return localStorage.getItem(key); } catch (e) { return null; }")
    static native String stored(String key);

    /** Whether anything can be stored. */
    @JSBody(script = "try { localStorage.setItem('planner-test', ''); localStorage.removeItem('planner-test'); return true; }"
            + "catch (e) { return false; }")
    static native boolean stores();

    @JSBody(params = {"key", "text"}, script = "try { localStorage.setItem(key, text); } catch (e) { }")
    static native void store(String key, String text);

    /** Sets only what differs: a written language makes the browser style the whole page again. */
    @JSBody(params = {"title", "language", "theme"}, script = "if (document.title !== title) document.title = title;"
            + "var root = document.documentElement; if (root.lang !== language) root.lang = language;"
            + "root.classList.toggle('light', theme === 'light'); root.classList.toggle('dark', theme === 'dark');")
    static native void present(String title, String language, String theme);

    /** What is folded around it is opened: nothing in it could take the focus. */
    @JSBody(params = "id", script = "var e = document.getElementById(id), d = e;"
            + "while (d && (d = d.parentElement.closest('details'))) d.open = true; if (e) e.focus();")
    static native void focus(String id);

    @JSBody(params = "id", script = "var e = document.getElementById(id); if (e) e.scrollIntoView({block: 'nearest'});")
    static native void scrollTo(String id);

    @JSBody(params = "id", script = "var e = document.getElementById(id); if (e && !e.open) e.showModal();")
    static native void openDialog(String id);

    @JSBody(params = "id", script = "var e = document.getElementById(id); if (e && e.open) e.close();")
    static native void closeDialog(String id);

    /** On paper the foot of the page has its address. */
    @JSBody(script = "addEventListener('beforeprint', function() { var foot = document.querySelector('.foot');"
            + "if (foot) foot.dataset.link = location.href; });")
    static native void linkOnPaper();

    /** By the asynchronous clipboard where it is allowed, else by the selection of a field outside the visible page. */
    @JSBody(params = {"text", "done", "failed"}, script = "function old() {"
            + "var field = document.createElement('textarea'); field.value = text; field.className = 'clipboard';"
            + "field.setAttribute('aria-hidden', 'true'); var host = document.querySelector('dialog[open]') || document.body;"
            + "var before = document.activeElement; host.appendChild(field); field.select(); var ok = false;"
            + "try { ok = document.execCommand('copy'); } catch (e) { }"
            + "field.remove(); if (before) before.focus(); if (ok) done(); else failed(); }"
            + "if (navigator.clipboard && navigator.clipboard.writeText)"
            + "navigator.clipboard.writeText(text).then(function() { done(); }, old); else old();")
    static native void copy(String text, Callback done, Callback failed);

    @JSBody(params = {"name", "type", "text"}, script =
            "var url = URL.createObjectURL(new Blob([text], {type: type}));"
            + "var a = document.createElement('a'); a.href = url; a.download = name; document.body.appendChild(a);"
            + "a.click(); a.remove(); setTimeout(function() { URL.revokeObjectURL(url); }, 10000);")
    static native void download(String name, String type, String text);

    /** The same with bytes. */
    @JSBody(params = {"name", "type", "bytes"}, script =
            "var url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], {type: type}));"
            + "var a = document.createElement('a'); a.href = url; a.download = name; document.body.appendChild(a);"
            + "a.click(); a.remove(); setTimeout(function() { URL.revokeObjectURL(url); }, 10000);")
    static native void save(String name, String type, byte[] bytes);

    /**
     * A classic script tag: the one way to load more that works from {@code file://}. In the single file the page holds the
     * script itself, as an inert block whose id is the file's name; {@code start.js} has asked for one already.
     */
    @JSBody(params = {"file", "done", "failed"}, script = "var s = document.createElement('script'),"
            + "block = document.getElementById(file); if (block && block.src) {"
            + "var end = function(e) { block.removeAttribute('id'); if (e.type === 'load') { done(); } else { block.remove(); failed(); } };"
            + "if (block.ended) { queueMicrotask(function() { end({type: block.ended}); }); } else { block.onload = block.onerror = end; }"
            + "return; } if (block) { s.textContent = block.textContent;"
            + "queueMicrotask(function() { done(); }); } else { s.src = file;"
            + "s.onload = function() { done(); }; s.onerror = function() { s.remove(); failed(); }; }"
            + "document.head.appendChild(s);")
    static native void load(String file, Callback done, Callback failed);

    /** A style sheet of dist; the page goes on without one that can't be loaded. In the single file all stand in the page. */
    @JSBody(params = {"file", "then"}, script = "if (document.getElementById(file)) {"
            + "queueMicrotask(function() { then(); }); return; }"
            + "var l = document.createElement('link'); l.rel = 'stylesheet'; l.href = file;"
            + "l.onload = l.onerror = function() { then(); }; document.head.appendChild(l);")
    static native void loadStyles(String file, Callback then);

    /** Offers what a program that takes over asks for: a text of JSON, as it is when it asks, and the end of this one. */
    @JSBody(params = {"kept", "end"}, script = "globalThis.PLANNER_BEFORE = {kept: kept, end: end};")
    static native void offer(TextSource kept, Callback end);

    /** What the program before this one offers; null if this is the first. */
    @JSBody(script = "return globalThis.PLANNER_BEFORE ? PLANNER_BEFORE.kept() : null;")
    static native String kept();

    /** Ends the program before this one, if there is one. */
    @JSBody(script = "if (globalThis.PLANNER_BEFORE) PLANNER_BEFORE.end();")
    static native void endPredecessor();

    /** At once means after what already waits: by a message, since browsers hold back timers that set timers. */
    @JSBody(params = {"then", "milliseconds"}, script = "if (milliseconds > 0) setTimeout(function() { then(); }, milliseconds);"
            + "else { var turn = new MessageChannel(); turn.port1.onmessage = function() { turn.port1.close(); then(); };"
            + "turn.port2.postMessage(0); }")
    static native void later(Callback then, int milliseconds);

    @JSBody(params = "then", script = "queueMicrotask(function() { then(); });")
    static native void soon(Callback then);

    /** When there is nothing else to do for a while; Safari doesn't tell. */
    @JSBody(params = "then", script = "if (globalThis.requestIdleCallback) requestIdleCallback(function() { then(); });"
            + "else setTimeout(function() { then(); }, 200);")
    static native void idle(Callback then);

    /** A name in the browser's performance timeline. */
    @JSBody(params = "name", script = "performance.mark(name);")
    static native void mark(String name);

    /** To the page around this frame; one of another origin than the target never gets it. */
    @JSBody(params = {"target", "message"}, script = "if (parent !== window) parent.postMessage(message, target);")
    static native void tell(String target, JSObject message);

    @JSBody(script = "print();")
    static native void print();

    /** Gives a text when it is asked. */
    @JSFunctor
    interface TextSource extends JSObject {
        String get();
    }

    /** Answers a key with whether it meant something. */
    @JSFunctor
    interface KeyCallback extends JSObject {
        boolean call(String key);
    }

    /** Something to call back. */
    @JSFunctor
    interface Callback extends JSObject {
        void call();
    }
}
