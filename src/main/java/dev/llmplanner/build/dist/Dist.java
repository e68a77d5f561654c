package dev.llmplanner.build.dist;

import dev.llmplanner.build.guide.Guides;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.build.message.JvmWords;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.view.Edition;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.app.CalculatorEdition;
import dev.llmplanner.view.app.Workbench;
import dev.llmplanner.view.embed.EmbedEdition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of dist, made in memory from a working copy and TeaVM's output. No clock and no order of a file system. */
final class Dist {
    /** The file that does everything alone. */
    static final String WHOLE = "planner.html";

    /** To Chromium: the first screen calls most functions, so compile them while the script is read. Others take it as a comment. */
    private static final String AT_ONCE = "//# allFunctionsCalledOnLoad\n";
    private static final String START = "\nmain([]);\n";

    private final Path root;
    private final Path compiled;
    private final String version;
    private final CatalogBundle bundle;
    private final JsonObject evidence;
    private final String preact;
    private final String preactVersion;
    private final String echartsVersion;
    private final String chartLibraries;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    /**
     * @param compiled       where TeaVM left its output
     * @param preactVersion  the version of the webjar on the class path
     * @param echartsVersion the version of the jar on the class path, which zrender shares
     */
    Dist(
            Path root, Path compiled, String version, CatalogBundle bundle, JsonObject evidence, String preactVersion,
            String echartsVersion) {
        this.evidence = evidence;
        this.root = root;
        this.compiled = compiled;
        this.version = version;
        this.bundle = bundle;
        this.preactVersion = preactVersion;
        this.echartsVersion = echartsVersion;
        this.preact = "/META-INF/resources/webjars/preact/" + preactVersion + "/";
        this.chartLibraries = "/META-INF/resources/_static/%s/" + echartsVersion + "/";
    }

    /**
     * All files, by their path in dist.
     *
     * @param teavmVersion the version of what is compiled in
     */
    SortedMap<String, byte[]> files(String teavmVersion) throws IOException {
        JsonObject prices = data();
        MessageFiles messages = messages();
        add("app.js", AT_ONCE + ScriptMinifier.minify("app.js", compiled("page.js") + START));
        add(Workbench.SCRIPT, AT_ONCE + ScriptMinifier.minify(Workbench.SCRIPT, compiled("workbench.js") + START));
        add("explain.js", ScriptMinifier.minify("explain.js", EngineFile.classic(compiled("engine.js"))) + explained(messages));
        add("search.js", ScriptMinifier.minify("search.js", EngineFile.function(compiled("search.js"))));
        add("planner-engine.mjs", EngineFile.assemble(compiled("engine.js"), bundle.catalog(), evidence, prices, version));
        wasm(new JsonObject.Builder().put("catalog", bundle.catalog()).put("evidence", evidence).put("prices", prices).build());
        page();
        licences();
        embedded(messages);
        add(WHOLE, whole(web("single.html"), files));
        add(Sbom.FILE, JacksonJson.pretty(Sbom.of(version, libraries(teavmVersion))));
        add(VerifyPage.FILE, new VerifyPage(Resources.LANGUAGES.stream().map(language -> JvmWords.read(root, language)).toList(),
                files).of(web("verify.html"), web("verify.css")));
        add("SHA256SUMS", checksums());
        return files;
    }

    /**
     * What {@code index.html} asks for while somebody works on it: scripts as TeaVM wrote them, and the workbench, which holds
     * every page, in place of the Calculator's script.
     */
    SortedMap<String, byte[]> draft() throws IOException {
        data();
        MessageFiles messages = messages();
        add("app.js", compiled("workbench.js") + START);
        add("explain.js", EngineFile.classic(compiled("engine.js")) + explained(messages));
        add("search.js", EngineFile.function(compiled("search.js")));
        page();
        return files;
    }

    /** Catalogs, measurements, prices, guides; answers with the prices. */
    private JsonObject data() throws IOException {
        script("catalog.js", "PLANNER_CATALOG", withoutFormulas(bundle.catalog()));
        script("details.js", "PLANNER_DETAILS", bundle.details());
        script("evidence.js", "PLANNER_EVIDENCE", evidence);
        JsonObject prices = PricesFile.read(root, version);
        script("prices.js", "PLANNER_PRICES", prices);
        script("guides.js", "PLANNER_GUIDES", Guides.read(root, bundle.catalog(), prices));
        script("handover.js", "PLANNER_HANDOVER", HandoverBundle.read(root));
        script("accuracy.js", "PLANNER_ACCURACY", JacksonJson.read(root.resolve("calibration/accuracy.json")));
        return prices;
    }

    private MessageFiles messages() throws IOException {
        MessageFiles messages = new MessageFiles(root.resolve("i18n"));
        for (String language : Resources.LANGUAGES) {
            words(new CalculatorEdition(), language, messages.firstLoad(language));
            words(new Workbench(), language, messages.workbench(language));
        }
        return messages;
    }

    private String explained(MessageFiles messages) {
        return "PLANNER_CATALOG.formulas = " + ScriptText.of(bundle.catalog().get("formulas").orElseThrow()) + ";\n"
                + variable("PLANNER_EXPLAIN", new JsonObject.Builder().put("messages", messages.explain()).build());
    }

    private void page() throws IOException {
        add("index.html", web("index.html"));
        add("app.css", web("app.css"));
        add("workbench.css", WorkbenchStyles.of(root));
        add("icon.svg", web("icon.svg"));
        add("start.js", ScriptMinifier.minify("start.js", web("start.js")));
        add("vendor/preact.js", withoutSourceMap(resource(preact + "dist/preact.umd.js")));
        add("LICENSES/preact.txt", resource(preact + "LICENSE"));
        charts();
    }

    /** One file, since a sandboxed frame of a page on a disk may read no other. */
    private void embedded(MessageFiles messages) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>(files);
        parts.put("embed.css", bytes(web("embed.css")));
        parts.put("embed.js", bytes(ScriptMinifier.minify("embed.js", compiled("embed.js") + START)));
        List<String> blocks = new ArrayList<>(List.of("explain.js"));
        EmbedEdition edition = new EmbedEdition();
        for (String language : Resources.LANGUAGES) {
            blocks.add(edition.messagesFile(language));
            parts.put(edition.messagesFile(language),
                    bytes(variable(edition.messagesGlobal(language), messages.embed(language))));
        }
        add("embed.html", new SingleFile(List.of("app.css", "embed.css"), List.of("vendor/preact.js", "catalog.js", "embed.js"),
                blocks).of(web("single.html"), parts));
    }

    /** Every page in one file. The first load's own scripts stay away: the workbench does all that they do. */
    static String whole(String template, SortedMap<String, byte[]> files) {
        List<String> scripts = List.of("vendor/preact.js", "catalog.js", Workbench.SCRIPT);
        List<String> styles = files.keySet().stream().filter(name -> name.endsWith(".css")).toList();
        List<String> blocks = files.keySet().stream().filter(name -> name.endsWith(".js"))
                .filter(name -> !scripts.contains(name) && !name.equals("app.js") && !name.startsWith("messages-")).toList();
        return new SingleFile(styles, scripts, blocks).of(template, files);
    }

    /** The page shows formulas only with the work, which brings them along. */
    private static JsonObject withoutFormulas(JsonObject catalog) {
        JsonObject.Builder all = new JsonObject.Builder();
        catalog.members().forEach((name, value) -> {
            if (!name.equals("formulas")) {
                all.put(name, value);
            }
        });
        return all.build();
    }

    private void words(Edition edition, String language, JsonObject messages) {
        script(edition.messagesFile(language), edition.messagesGlobal(language), messages);
    }

    /** A classic script that sets one global. */
    private void script(String file, String global, Json value) {
        add(file, variable(global, value));
    }

    private static String variable(String global, Json value) {
        return "var " + global + " = " + ScriptText.of(value) + ";\n";
    }

    private void wasm(JsonObject data) throws IOException {
        files.put("planner-engine.wasm",
                WasmFile.withData(Files.readAllBytes(compiled.resolve("engine.wasm")), data));
        add("planner-engine-wasm.mjs",
                WasmFile.loader(resource(WasmFile.RUNTIME), web("planner-engine-wasm.mjs"), version));
    }

    private String compiled(String name) throws IOException {
        return Files.readString(compiled.resolve(name));
    }

    private String web(String name) throws IOException {
        return Files.readString(root.resolve("src/main/web").resolve(name));
    }

    /** Loaded with the first chart: the build of the library with lines, bars and points, and the SVG renderer. */
    private void charts() throws IOException {
        String echarts = chartLibraries.formatted("echarts");
        add("chart.css", web("chart.css"));
        add("vendor/echarts.js", withoutSourceMap(resource(echarts + "dist/echarts.common.min.js")));
        add("LICENSES/echarts.txt", resource(echarts + "LICENSE") + "\n\n" + resource(echarts + "NOTICE"));
        add("LICENSES/tslib.txt", tslib(resource(echarts + "dist/echarts.common.min.js")));
        add("LICENSES/d3.txt", resource(echarts + "licenses/LICENSE-d3"));
        add("LICENSES/zrender.txt", resource(chartLibraries.formatted("zrender") + "LICENSE"));
    }

    private List<Library> libraries(String teavmVersion) throws IOException {
        JsonObject chart = (JsonObject) JacksonJson.parse(resource(chartLibraries.formatted("echarts") + "package.json"));
        JsonObject needs = (JsonObject) chart.get("dependencies").orElseThrow();
        String tslib = ((JsonString) needs.get("tslib").orElseThrow()).value();
        return Library.all(preactVersion, echartsVersion, tslib, teavmVersion);
    }

    /** The licence of the TypeScript helpers, which the charts' library carries as a comment. */
    private static String tslib(String script) {
        int open = script.indexOf("/*! ***");
        int close = script.indexOf("***** */", open);
        if (open < 0 || close < 0 || !script.substring(open, close).contains("Microsoft Corporation")) {
            throw new IllegalStateException("the charts' library doesn't name the licence of its TypeScript helpers");
        }
        return script.substring(script.indexOf('\n', open) + 1, script.lastIndexOf('\n', close)).stripIndent().strip() + "\n";
    }

    /** The project's own licence and notice, and those of what is compiled in. */
    private void licences() throws IOException {
        for (String name : List.of("LICENSE", "NOTICE")) {
            if (Files.exists(root.resolve(name))) {
                add("LICENSES/" + name, Files.readString(root.resolve(name)));
            }
        }
        try (Stream<Path> own = Files.list(root.resolve("src/main/web/licences"))) {
            for (Path file : own.sorted().toList()) {
                add("LICENSES/" + file.getFileName(), Files.readString(file));
            }
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Dist.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Developer tools would ask for the map, which dist doesn't hold. */
    private static String withoutSourceMap(String script) {
        int at = script.lastIndexOf("//# sourceMappingURL");
        return at < 0 ? script : script.substring(0, at);
    }

    private void add(String name, String content) {
        files.put(name, bytes(content));
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    /** In the form that {@code sha256sum -c} reads. */
    private String checksums() {
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            out.append(sha256Hex(file.getValue())).append("  ").append(file.getKey()).append('\n');
        }
        return out.toString();
    }

    static String sha256Hex(byte[] content) {
        return HexFormat.of().formatHex(sha256(content));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
