package dev.llmplanner.handover;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs of other people, which tests use where they are installed. */
final class Programs {

    private static final int SECONDS = 120;

    private Programs() {}

    /**
     * The program that the variable names, or that lies on the path under one of those names. Where there is none the test is
     * skipped, and says so in the log.
     */
    static Path find(String variable, String install, String... names) {
        Optional<Path> found = Optional.ofNullable(System.getenv(variable)).map(Path::of);
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            for (String name : names) {
                Path program = Path.of(folder, name);
                found = found.or(() -> Files.isExecutable(program) ? Optional.of(program) : Optional.empty());
            }
        }
        if (found.isEmpty()) {
            String absent = "NOT TESTED: " + names[0] + " isn't installed. Install " + install + ", or set " + variable
                    + " to the program.";
            System.err.println(absent);
            Assumptions.abort(absent);
        }
        return found.get();
    }

    /** What the program printed, errors too. */
    static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command.get(0) + " takes longer than " + SECONDS + " s");
        }
        return Files.readString(log) + "\nstatus " + process.exitValue();
    }

    static List<String> words(Path program, String... rest) {
        List<String> words = new ArrayList<>(List.of(program.toString()));
        words.addAll(List.of(rest));
        return words;
    }
}
