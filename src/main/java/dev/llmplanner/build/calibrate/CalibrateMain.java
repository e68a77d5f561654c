package dev.llmplanner.build.calibrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Fits the constants anew and writes them, the table of errors and the page about accuracy. */
public final class CalibrateMain {

    private CalibrateMain() {}

    /**
     * Calibrates a working copy.
     *
     * @param args the repository's root; the working directory without it
     */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args.length > 0 ? args[0] : ".");
        for (Map.Entry<String, String> file : Calibration.files(root).entrySet()) {
            Path path = root.resolve(file.getKey());
            boolean same = Files.exists(path) && Files.readString(path).equals(file.getValue());
            Files.writeString(path, file.getValue());
            System.out.println((same ? "unchanged " : "written   ") + file.getKey());
        }
    }
}
