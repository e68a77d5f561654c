package dev.llmplanner.build.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** An HTTP server on the loopback address for the files of one directory. */
public final class Server implements AutoCloseable {
    /** The port it takes if it is free. */
    public static final int DEFAULT_PORT = 8080;

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("wasm", "application/wasm"));
    private static final String OTHER = "text/plain; charset=utf-8";

    private final HttpServer http;
    private final Path root;

    private Server(HttpServer http, Path root) {
        this.http = http;
        this.root = root;
    }

    /**
     * Starts to serve.
     *
     * @param port the port to prefer; if it is taken, the system gives a free one
     * @throws IllegalArgumentException if the directory holds no {@code index.html}
     */
    public static Server start(Path directory, int port) throws IOException {
        Path root = directory.toAbsolutePath().normalize();
        if (!Files.isRegularFile(root.resolve("index.html"))) {
            throw new IllegalArgumentException("no index.html in " + root + "; build it with: mvn package");
        }
        Server server = new Server(bind(port), root.toRealPath());
        server.http.createContext("/", server::answer);
        server.http.start();
        return server;
    }

    /** Where it serves, with a final slash. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
    }

    /** Answers that path, and all below it, in another way than with a file. */
    public void add(String path, HttpHandler handler) {
        http.createContext(path, handler);
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private static HttpServer bind(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try {
            return HttpServer.create(new InetSocketAddress(loopback, port), 0);
        } catch (BindException taken) {
            return HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, OTHER, "only GET and HEAD\n".getBytes(StandardCharsets.UTF_8));
                return;
            }
            Optional<Path> file = file(exchange.getRequestURI().getPath());
            if (file.isEmpty()) {
                send(exchange, 404, OTHER, "not found\n".getBytes(StandardCharsets.UTF_8));
            } else {
                send(exchange, 200, type(file.get()), Files.readAllBytes(file.get()));
            }
        }
    }

    /** A regular file below the root, also after links are followed; a directory stands for its {@code index.html}. */
    private Optional<Path> file(String path) throws IOException {
        if (path == null || path.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Path named = root.resolve("." + path).normalize();
        Path file = Files.isDirectory(named) ? named.resolve("index.html") : named;
        if (!file.startsWith(root) || !Files.isRegularFile(file) || !file.toRealPath().startsWith(root)) {
            return Optional.empty();
        }
        return Optional.of(file);
    }

    private static String type(Path file) {
        String name = file.getFileName().toString();
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), OTHER);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }
}
