package dev.llmplanner.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A main class of the tests as JavaScript, compiled as the page is. */
final class CompiledScript {
    private static final Path TARGET = Path.of("target/benchmark");

    private CompiledScript() {
    }

    /** The script; it is compiled again when a class that it reaches has changed. */
    static String of(String mainClass, String file) throws IOException, InterruptedException {
        Files.createDirectories(TARGET);
        // The classes come first: what was compiled is remembered by them.
        String classPath = Path.of("target/classes").toAbsolutePath() + File.pathSeparator
                + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java", "-cp", classPath,
                "dev.llmplanner.build.teavm.CompileMain", TARGET.toString(), mainClass, file).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the script does not compile");
        }
        return Files.readString(TARGET.resolve(file));
    }
}
