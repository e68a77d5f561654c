package dev.llmplanner.build.dev;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Server-sent events: each open page waits here until it is told to reload. */
final class Reloads implements HttpHandler {
    private static final byte[] RELOAD = "data: reload\n\n".getBytes(StandardCharsets.UTF_8);

    private final List<HttpExchange> waiting = new CopyOnWriteArrayList<>();

    /** A page that has heard the first words is told of whatever comes after them. */
    @Override
    public synchronized void handle(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(": here\n\n".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        waiting.add(exchange);
    }

    /** Tells every page; those that went away are forgotten. */
    synchronized int send() {
        int told = 0;
        for (HttpExchange page : waiting) {
            try {
                page.getResponseBody().write(RELOAD);
                page.getResponseBody().flush();
                told++;
            } catch (IOException gone) {
                waiting.remove(page);
                page.close();
            }
        }
        return told;
    }
}
