package dev.llmplanner.build.dist;

import dev.llmplanner.build.Neutral;
import dev.llmplanner.build.evidence.EvidenceFile;
import dev.llmplanner.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The build step that writes {@code dist}, and the catalogs for the command line beside the classes. */
public final class DistMain {
    /** With the messages of one language: the larger. */
    private static final SizeBudget FIRST_LOAD = new SizeBudget(
            List.of("index.html", "start.js", "app.css", "vendor/preact.js", "messages-zh-CN.js", "catalog.js", "app.js"), 160_000);

    /** Where TeaVM leaves its output, below the root. */
    private static final String COMPILED = "target/teavm";

    private DistMain() {
    }

    /**
     * Writes dist.
     *
     * @param arguments the repository's root, the version to show, Preact's version, the directory of compiled classes,
     *     ECharts' version, TeaVM's version
     */
    public static void main(String[] arguments) throws IOException {
        Neutral.language();
        Path root = Path.of(arguments[0]);
        String version = arguments[1];
        CatalogBundle bundle = CatalogBundle.read(root, version);
        JsonObject evidence = EvidenceFile.read(root, bundle.catalog());
        SortedMap<String, byte[]> files = new Dist(root, root.resolve(COMPILED), version, bundle, evidence, arguments[2],
                arguments[4]).files(arguments[5]);
        System.out.println(FIRST_LOAD.table(files));
        System.out.println(SizeBudget.files("single files", List.of(Dist.WHOLE, "embed.html"), files));
        System.out.println(SizeBudget.files("engine", List.of("planner-engine.mjs", "planner-engine.wasm", "planner-engine-wasm.mjs"), files));
        FIRST_LOAD.check(files);
        write(root.resolve("dist"), files);
        BundledCatalog.write(bundle, evidence, PricesFile.read(root, version), Path.of(arguments[3]));
    }

    private static void write(Path dist, Map<String, byte[]> files) throws IOException {
        clear(dist);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = dist.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    private static void clear(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> old = Files.walk(directory)) {
            for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(directory)) {
                    Files.delete(path);
                }
            }
        }
    }
}
