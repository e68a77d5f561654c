package dev.llmplanner.build.dist;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonString;

/** The engine as one self-contained ES module: catalog, measurements and prices before TeaVM's output, the exports after it. */
final class EngineFile {

    private EngineFile() {
    }

    static String assemble(String compiled, Json catalog, Json evidence, Json prices, String version) {
        int exports = compiled.lastIndexOf("export{");
        if (exports < 0) {
            throw new IllegalStateException("TeaVM's engine module ends without exports");
        }
        return "// LLM Deployment Planner " + version + ", Apache-2.0. Exports version, catalog(), estimate(request), explain(request), search(request).\n"
                + "const PLANNER_CATALOG = " + ScriptText.of(catalog) + ";\n"
                + "const PLANNER_EVIDENCE = " + ScriptText.of(evidence) + ";\n"
                + "const PLANNER_PRICES = " + ScriptText.of(prices) + ";\n"
                + compiled.substring(0, exports)
                + withoutMain(compiled.substring(exports))
                + "\nexport const version = " + ScriptText.of(new JsonString(version)) + ";\n";
    }

    /**
     * The same code as a classic script, for what the page loads later: it sets {@code PLANNER_ENGINE} and takes the
     * catalog from the page's own script.
     */
    static String classic(String compiled) {
        return "(()=>{" + body(compiled, "globalThis.PLANNER_ENGINE=") + "})();\n";
    }

    /**
     * The same code as a function that answers with its exports, in a classic script that sets {@code PLANNER_SEARCH}. The
     * function uses nothing outside, so that its text can become a worker.
     */
    static String function(String compiled) {
        return "globalThis.PLANNER_SEARCH=function(){" + body(compiled, "return") + "};\n";
    }

    private static String body(String compiled, String use) {
        int exports = compiled.lastIndexOf("export{");
        if (exports < 0) {
            throw new IllegalStateException("TeaVM's engine module ends without exports");
        }
        int close = compiled.indexOf('}', exports);
        StringBuilder members = new StringBuilder();
        for (String name : compiled.substring(exports + "export{".length(), close).split(",")) {
            String[] pair = name.trim().split(" as ");
            if (!pair[1].equals("main")) {
                members.append(members.length() > 0 ? "," : "").append(pair[1]).append(':').append(pair[0]);
            }
        }
        return compiled.substring(0, exports) + use + "{" + members + "};\n";
    }

    /** TeaVM needs a main method and exports it; the module has nothing to run. */
    private static String withoutMain(String exports) {
        int open = exports.indexOf('{');
        int close = exports.indexOf('}');
        StringBuilder kept = new StringBuilder("export{");
        for (String name : exports.substring(open + 1, close).split(",")) {
            if (!name.trim().endsWith(" as main")) {
                kept.append(kept.length() > "export{".length() ? "," : "").append(name.trim());
            }
        }
        return kept + exports.substring(close);
    }
}
