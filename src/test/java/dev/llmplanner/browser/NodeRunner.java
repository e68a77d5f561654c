package dev.llmplanner.browser;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Runs an ES module in Node.js, where it is installed. */
public final class NodeRunner {
    /** The oldest that the engine module is made for. */
    static final int OLDEST = 18;

    /** The oldest with Wasm GC. */
    static final int OLDEST_WITH_WASM_GC = 22;

    private NodeRunner() {
    }

    /** Whether {@code node} is there and new enough; says so on the console if not, since a test is skipped then. */
    public static boolean available() {
        Optional<String> absence = absence(OLDEST);
        absence.ifPresent(reason -> System.out.println(reason + ": the engine module is tested in Chromium only."));
        return absence.isEmpty();
    }

    /** Why there is no {@code node} of that version or a newer one; empty if there is. */
    static Optional<String> absence(int oldest) {
        String version = version().orElse("");
        if (version.isEmpty()) {
            return Optional.of("node " + oldest + " or newer is not installed");
        }
        boolean old = Integer.parseInt(version.substring(1, version.indexOf('.'))) < oldest;
        return old ? Optional.of("node is " + version + ", and " + oldest + " or newer is needed") : Optional.empty();
    }

    /** As {@code v20.1.0}. */
    static Optional<String> version() {
        if (Command.find("node", "node.exe").isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Command.output(List.of("node", "--version")).trim()).filter(text -> text.startsWith("v"));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** What the module prints. Fails with its error text if it ends with another status than 0. */
    public static String run(String module) throws IOException, InterruptedException {
        return Command.output(List.of("node"), module);
    }
}
