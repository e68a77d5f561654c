package dev.llmplanner.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Runs an ES module in an installed Firefox. The page comes from a loopback server of this test and posts to it what the
 * module answers: that needs no driver that fits the browser's version.
 */
final class FirefoxRunner {
    private static final int MINUTES = 6;
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "js", "text/javascript", "mjs", "text/javascript", "wasm", "application/wasm");

    /** Quiet from the first start: nothing is fetched, asked or updated. */
    private static final String PREFERENCES = """
            user_pref("app.update.enabled", false);
            user_pref("browser.shell.checkDefaultBrowser", false);
            user_pref("browser.startup.homepage_override.mstone", "ignore");
            user_pref("datareporting.policy.dataSubmissionEnabled", false);
            user_pref("datareporting.policy.dataSubmissionPolicyBypassNotification", true);
            user_pref("network.captive-portal-service.enabled", false);
            user_pref("network.connectivity-service.enabled", false);
            user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
            """;

    private FirefoxRunner() {
    }

    static Optional<Path> installed() {
        return Command.find("firefox-esr", "firefox");
    }

    /**
     * The text that the module's default export answers with. The module may import and fetch what dist holds.
     *
     * @param files more files of the server, by name
     */
    static String run(String module, Map<String, String> files) throws IOException, InterruptedException {
        CompletableFuture<String> answer = new CompletableFuture<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, module, files, answer));
        server.start();
        Path profile = Files.createTempDirectory("firefox");
        Files.writeString(profile.resolve("user.js"), PREFERENCES);
        Path output = profile.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(installed().orElseThrow().toString(), "--headless", "--no-remote",
                "--profile", profile.toString(), "http://127.0.0.1:" + server.getAddress().getPort() + "/run.html")
                .redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("HOME", profile.toString());
        Process firefox = builder.start();
        try {
            return answer.get(MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("firefox gave no answer: " + e.getMessage() + "\n" + Files.readString(output), e);
        } finally {
            end(firefox);
            server.stop(0);
            delete(profile);
        }
    }

    private static void answer(HttpExchange exchange, String module, Map<String, String> files, CompletableFuture<String> answer)
            throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(1);
            byte[] posted = exchange.getRequestBody().readAllBytes();
            if (name.equals("answer")) {
                answer.complete(new String(posted, StandardCharsets.UTF_8));
            } else if (name.equals("failure")) {
                answer.completeExceptionally(new AssertionError(new String(posted, StandardCharsets.UTF_8)));
            }
            byte[] body = file(name, module, files);
            exchange.getResponseHeaders().set("Content-Type",
                    TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain") + "; charset=utf-8");
            exchange.sendResponseHeaders(body == null ? 404 : 200, body == null || body.length == 0 ? -1 : body.length);
            if (body != null && body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static byte[] file(String name, String module, Map<String, String> files) throws IOException {
        if (name.equals("run.html")) {
            return ("<!doctype html><meta charset=utf-8><script type=module>"
                    + "const post = (name, text) => fetch(name, {method: 'POST', body: text});"
                    + "const done = text => post('answer', text);"
                    + "const failed = error => post('failure', String(error && error.stack || error));"
                    + "import('./run.mjs').then(run => run.default()).then(done, failed);</script>")
                    .getBytes(StandardCharsets.UTF_8);
        }
        if (name.equals("run.mjs")) {
            return module.getBytes(StandardCharsets.UTF_8);
        }
        if (files.containsKey(name)) {
            return files.get(name).getBytes(StandardCharsets.UTF_8);
        }
        Path file = DistPages.DIST.resolve(name).normalize();
        boolean inside = file.startsWith(DistPages.DIST) && Files.isRegularFile(file);
        return inside ? Files.readAllBytes(file) : name.equals("answer") || name.equals("failure") ? new byte[0] : null;
    }

    private static void end(Process process) throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** What Firefox still holds open is left to the system's cleaning. */
    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
