package dev.llmplanner.browser;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another program of this machine. */
final class Command {
    private static final int MINUTES = 3;

    private Command() {
    }

    /** Where the first of these programs is, of those that are on the PATH. */
    static Optional<Path> find(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).filter(directory -> !directory.isEmpty())
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable).findFirst();
    }

    /** What it prints. Fails with what it says on standard error if it ends with another status than 0, or runs too long. */
    static String output(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("planner", ".out");
        Path errors = Files.createTempFile("planner", ".txt");
        try {
            Process process = new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(command.get(0) + ": " + Files.readString(errors));
            }
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    /** The same with a script in a file, which is the command's last argument. */
    static String output(List<String> command, String script) throws IOException, InterruptedException {
        Path file = Files.createTempFile("planner", ".mjs");
        try {
            Files.writeString(file, script);
            return output(Stream.concat(command.stream(), Stream.of(file.toString())).toList());
        } finally {
            Files.delete(file);
        }
    }
}
