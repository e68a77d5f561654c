package dev.llmplanner.build.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * What the first load costs: the sum over its files, each compressed with gzip at level 9.
 *
 * @param firstLoad the files that are read before the first screen
 * @param limitBytes the sum that must not be exceeded; 1 kB is 1000 bytes
 */
record SizeBudget(List<String> firstLoad, int limitBytes) {

    SizeBudget {
        firstLoad = List.copyOf(firstLoad);
    }

    /** The table to print. */
    String table(Map<String, byte[]> files) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-22s %11s %11s", "first load", "bytes", "gzip"));
        int raw = 0;
        for (String name : firstLoad) {
            byte[] content = files.get(name);
            raw += content.length;
            lines.add(String.format(Locale.ROOT, "%-22s %,11d %,11d", name, content.length, gzip(content)));
        }
        lines.add(String.format(Locale.ROOT, "%-22s %,11d %,11d of %,d", "sum", raw, sum(files), limitBytes));
        return String.join("\n", lines);
    }

    /** What other files weigh, without a limit. */
    static String files(String title, List<String> names, Map<String, byte[]> files) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-22s %11s %11s", title, "bytes", "gzip"));
        for (String name : names) {
            lines.add(String.format(Locale.ROOT, "%-22s %,11d %,11d", name, files.get(name).length, gzip(files.get(name))));
        }
        return String.join("\n", lines);
    }

    /** Stops the build when the first load is too large. */
    void check(Map<String, byte[]> files) {
        int sum = sum(files);
        if (sum > limitBytes) {
            throw new IllegalStateException(String.format(Locale.ROOT, 
                    "the first load is %,d bytes of gzip and may be %,d; move data to a script that is loaded later", sum, limitBytes));
        }
    }

    private int sum(Map<String, byte[]> files) {
        return firstLoad.stream().mapToInt(name -> gzip(files.get(name))).sum();
    }

    private static int gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size();
    }
}
