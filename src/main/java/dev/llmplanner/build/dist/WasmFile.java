package dev.llmplanner.build.dist;

import dev.llmplanner.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The engine as a Wasm GC module that holds its catalog, and the script that opens it.
 *
 * <p>Catalog, measurements and prices travel as a custom section, which runtimes leave alone: the module is one file, as
 * {@code planner-engine.mjs} is.
 */
final class WasmFile {
    /** The custom section with catalog, evidence and prices as JSON. */
    static final String SECTION = "planner-data";

    /** TeaVM's own runtime for Wasm GC, on the class path. */
    static final String RUNTIME = "/org/teavm/backend/wasm/wasm-gc-module-runtime.min.js";

    private static final Pattern EXPORTS = Pattern.compile("export\\{[^}]*?(\\w+) as load\\b[^}]*\\};?\\s*$");
    private static final int SEVEN_BITS = 0x7f;

    private WasmFile() {
    }

    /** The module with the data as its last section. */
    static byte[] withData(byte[] compiled, Json data) {
        byte[] name = SECTION.getBytes(StandardCharsets.UTF_8);
        byte[] text = ScriptText.of(data).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        number(name.length, content);
        content.writeBytes(name);
        content.writeBytes(text);
        ByteArrayOutputStream module = new ByteArrayOutputStream();
        module.writeBytes(compiled);
        module.write(0);
        number(content.size(), module);
        module.writeBytes(content.toByteArray());
        return module.toByteArray();
    }

    /** TeaVM's runtime without its exports, then the opener. */
    static String loader(String runtime, String opener, String version) {
        Matcher exports = EXPORTS.matcher(runtime);
        if (!exports.find()) {
            throw new IllegalStateException("TeaVM's runtime for Wasm GC doesn't end with the export of load");
        }
        return "// LLM Deployment Planner " + version + ", Apache-2.0. The engine of planner-engine.wasm; the next part is TeaVM's runtime.\n"
                + runtime.substring(0, exports.start()) + "\nconst loadTeaVM = " + exports.group(1) + ";\n"
                + opener.replace("{section}", SECTION).replace("{version}", version);
    }

    /** An unsigned number in LEB128. */
    private static void number(int value, ByteArrayOutputStream out) {
        int rest = value;
        while (rest > SEVEN_BITS) {
            out.write(rest & SEVEN_BITS | SEVEN_BITS + 1);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
