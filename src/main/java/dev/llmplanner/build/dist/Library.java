package dev.llmplanner.build.dist;

import java.util.List;

/**
 * Somebody else's work in dist.
 *
 * @param name     as its publisher writes it
 * @param version  blank where the publisher names none
 * @param purl     the package's URL by the purl specification; blank where it is no package of its own
 * @param licence  by SPDX
 * @param texts    its licence and notices, as files of dist
 * @param files    the files of dist that hold it
 */
record Library(String name, String version, String purl, String licence, List<String> texts, List<String> files) {
    private static final List<String> COMPILED = List.of("app.js", "embed.html", "explain.js", Dist.WHOLE, "planner-engine.mjs",
            "planner-engine-wasm.mjs", "planner-engine.wasm", "search.js", "workbench.js");
    private static final List<String> CHARTS = List.of(Dist.WHOLE, "vendor/echarts.js");
    private static final List<String> NODES = List.of("embed.html", Dist.WHOLE, "vendor/preact.js");

    Library {
        texts = List.copyOf(texts);
        files = List.copyOf(files);
    }

    /**
     * All of it.
     *
     * @param tslib the version that the charts' library was built with
     */
    static List<Library> all(String preact, String echarts, String tslib, String teavm) {
        return List.of(
                new Library("d3", "", "", "BSD-3-Clause", List.of("LICENSES/d3.txt"), CHARTS),
                new Library("echarts", echarts, "pkg:npm/echarts@" + echarts, "Apache-2.0", List.of("LICENSES/echarts.txt"), CHARTS),
                new Library("preact", preact, "pkg:npm/preact@" + preact, "MIT", List.of("LICENSES/preact.txt"), NODES),
                new Library("teavm-classlib", teavm, "pkg:maven/org.teavm/teavm-classlib@" + teavm, "Apache-2.0",
                        List.of("LICENSES/LICENSE", "LICENSES/teavm.txt"), COMPILED),
                new Library("teavm-core", teavm, "pkg:maven/org.teavm/teavm-core@" + teavm, "Apache-2.0",
                        List.of("LICENSES/LICENSE", "LICENSES/teavm.txt"), COMPILED),
                new Library("tslib", tslib, "pkg:npm/tslib@" + tslib, "0BSD", List.of("LICENSES/tslib.txt"), CHARTS),
                new Library("zrender", echarts, "pkg:npm/zrender@" + echarts, "BSD-3-Clause", List.of("LICENSES/zrender.txt"), CHARTS));
    }
}
