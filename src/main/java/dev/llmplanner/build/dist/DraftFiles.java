package dev.llmplanner.build.dist;

import dev.llmplanner.build.evidence.EvidenceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/** The files of a page that reloads when it is told to. They never lie in {@code dist}. */
public final class DraftFiles {
    /** Where the page waits to be told. */
    public static final String EVENTS = "events";

    private static final String SCRIPT = "reload.js";
    private static final String CLOSED = "connect-src 'none'";
    private static final String HEAD = "</head>";

    private DraftFiles() {
    }

    /**
     * Writes what is different from what lies there.
     *
     * @param root      the working copy
     * @param compiled  where TeaVM left its output
     * @param versions  of the project, Preact and ECharts
     * @param directory to write to
     * @return how many files were different
     */
    public static int write(Path root, Path compiled, Versions versions, Path directory) throws IOException {
        CatalogBundle bundle = CatalogBundle.read(root, versions.project());
        SortedMap<String, byte[]> files = new Dist(root, compiled, versions.project(), bundle,
                EvidenceFile.read(root, bundle.catalog()), versions.preact(), versions.echarts()).draft();
        files.put("index.html", bytes(reloading(new String(files.get("index.html"), StandardCharsets.UTF_8))));
        files.put(SCRIPT, bytes("new EventSource(\"" + EVENTS + "\").onmessage = () => location.reload();\n"));
        int written = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = directory.resolve(file.getKey());
            if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), file.getValue())) {
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
                written++;
            }
        }
        return written;
    }

    /** The page with the script that waits, and a policy that lets it ask its own server. */
    static String reloading(String page) {
        if (!page.contains(CLOSED) || !page.contains(HEAD)) {
            throw new IllegalStateException("index.html has no policy with " + CLOSED + " or no " + HEAD);
        }
        return page.replace(CLOSED, "connect-src 'self'").replace(HEAD, "<script defer src=\"" + SCRIPT + "\"></script>\n" + HEAD);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Versions that file names and texts hold. */
    public record Versions(String project, String preact, String echarts) {}
}
