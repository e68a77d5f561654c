package dev.llmplanner.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs an ES module in Node.js, where it is installed. */
public final class NodeRunner {
    private static final int OLDEST = 18;

    private NodeRunner() {
    }

    /** Whether {@code node} is there and new enough; says so on the console if not, since a test is skipped then. */
    public static boolean available() {
        boolean available = installed();
        if (!available) {
            System.out.println("node " + OLDEST + " or newer is not installed: the engine module is tested in Chromium only.");
        }
        return available;
    }

    private static boolean installed() {
        try {
            Process process = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            return process.waitFor() == 0 && version.startsWith("v")
                    && Integer.parseInt(version.substring(1, version.indexOf('.'))) >= OLDEST;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What the module prints. Fails with its error text if it ends with another status than 0, or runs over two minutes. */
    public static String run(String module) throws IOException, InterruptedException {
        Path file = Files.createTempFile("planner", ".mjs");
        Path errors = Files.createTempFile("planner", ".txt");
        try {
            Files.writeString(file, module);
            Process process = new ProcessBuilder("node", file.toString()).redirectError(errors.toFile()).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError("node: " + Files.readString(errors));
            }
            return output;
        } finally {
            Files.delete(file);
            Files.delete(errors);
        }
    }
}
