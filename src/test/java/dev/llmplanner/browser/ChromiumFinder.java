package dev.llmplanner.browser;

import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds a Chromium to test with, or gets one.
 *
 * <p>In this order: the environment variable {@value #VARIABLE}; an installed Chromium, Chrome or Edge; one that Playwright
 * downloaded before; Debian's package, where this process is root; Playwright's download. Debian's package comes before the
 * download since it brings the system libraries that a fresh machine lacks.
 */
final class ChromiumFinder {
    static final String VARIABLE = "PLANNER_CHROMIUM";
    static final String NONE = "No Chromium for the browser tests: install chromium, google-chrome or microsoft-edge, or set "
            + VARIABLE + " to the path of one.";

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
            "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge");
    private static final List<String> PLACES = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            "C:/Program Files/Google/Chrome/Application/chrome.exe",
            "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
            "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe");

    private final Function<String, String> environment;

    ChromiumFinder(Function<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The path of an executable Chromium.
     *
     * @throws IllegalStateException with one sentence for people, if none can be had
     */
    Path find(Playwright playwright) {
        String named = environment.apply(VARIABLE);
        if (named != null && !named.isBlank()) {
            if (!Files.isExecutable(Path.of(named))) {
                throw new IllegalStateException(VARIABLE + " is " + named + ", which is no executable file.");
            }
            return Path.of(named);
        }
        return installed()
                .or(() -> downloaded(playwright))
                .or(this::debianPackage)
                .or(() -> download(playwright))
                .orElseThrow(() -> new IllegalStateException(NONE));
    }

    /** One on the PATH, or where its installer puts it. */
    Optional<Path> installed() {
        String path = environment.apply("PATH");
        Stream<Path> onPath = path == null ? Stream.empty() : NAMES.stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator))
                        .filter(directory -> !directory.isEmpty())
                        .map(directory -> Path.of(directory, name)));
        return Stream.concat(onPath, PLACES.stream().map(Path::of)).filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> downloaded(Playwright playwright) {
        return Optional.of(Path.of(playwright.chromium().executablePath())).filter(Files::isExecutable);
    }

    private Optional<Path> debianPackage() {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (!root || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        System.out.println("No Chromium found; installing Debian's package.");
        run(Map.of("DEBIAN_FRONTEND", "noninteractive"), 5, "apt-get", "-q", "update");
        run(Map.of("DEBIAN_FRONTEND", "noninteractive"), 10,
                "apt-get", "-q", "install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core", "fonts-noto-cjk");
        return installed();
    }

    private static Optional<Path> download(Playwright playwright) {
        System.out.println("No Chromium found; asking Playwright to download one.");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        run(Map.of(), 5, java, "-cp", System.getProperty("java.class.path"), "com.microsoft.playwright.CLI", "install", "chromium");
        return downloaded(playwright);
    }

    private static void run(Map<String, String> variables, int minutes, String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(variables);
            Process process = builder.start();
            if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            System.out.println("could not run " + command[0] + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
