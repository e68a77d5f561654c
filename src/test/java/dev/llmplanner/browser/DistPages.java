package dev.llmplanner.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.llmplanner.build.serve.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Opens pages of dist and watches them: every request and every console message is recorded.
 *
 * <p>Each page gets a context of its own, so nothing is stored from one to the next.
 */
public final class DistPages {
    /** What {@code mvn package} left. */
    public static final Path DIST = Path.of("dist").toAbsolutePath();

    private final Browser browser;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private final List<String> hosts = new ArrayList<>();
    private Server server;

    DistPages(Browser browser) {
        this.browser = browser;
    }

    /** Opens {@code index.html} from {@code file://} in English with that hash, such as {@code #/models}, or none. */
    public Page open(String hash) {
        return open(hash, new Browser.NewContextOptions().setLocale("en-US"));
    }

    /** Opens {@code index.html} from {@code file://} in a context with these options: language, viewport, colours. */
    public Page open(String hash, Browser.NewContextOptions options) {
        Page page = watched(options);
        page.navigate(DIST.resolve("index.html").toUri() + hash);
        return page;
    }

    /** An empty page that is watched from its first request on. */
    public Page openBlank(Browser.NewContextOptions options) {
        return watched(options);
    }

    /** Opens a file of dist from the loopback server, for what {@code file://} doesn't allow. */
    public Page openServed(String path) {
        Page page = watched(new Browser.NewContextOptions().setLocale("en-US"));
        page.navigate(served(path));
        return page;
    }

    /** The address of a file of dist on the loopback server. */
    public String served(String path) {
        return served().address() + path;
    }

    /** Opens a page that embeds one of dist. It may ask for what stands below that address too. */
    public Page openHost(String base, String file) {
        hosts.add(base);
        Page page = watched(new Browser.NewContextOptions().setLocale("en-US").setViewportSize(900, 900));
        page.navigate(base + file);
        return page;
    }

    /** Opens another file of dist from {@code file://}, with parameters after its name. */
    public Page openFile(String name, String hash, Browser.NewContextOptions options) {
        Page page = watched(options);
        hosts.add((DIST.resolve(name).toUri() + hash).split("#", 2)[0]);
        page.navigate(DIST.resolve(name).toUri() + hash);
        return page;
    }

    /** A page of another visit to the same browser profile: what the first one stored is there. */
    public Page openAgain(Page first, String hash) {
        Page page = first.context().newPage();
        page.navigate(DIST.resolve("index.html").toUri() + hash);
        return page;
    }

    /** Addresses asked for so far, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Console messages and uncaught errors so far. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    /** Forgets the messages so far, for a test that provokes one. */
    public void forgetMessages() {
        messages.clear();
    }

    /** Forgets the requests so far, for a test that provokes one. */
    public void forgetRequests() {
        requests.clear();
    }

    /** The addresses that were asked for although dist doesn't list them. */
    List<String> foreignRequests() {
        Set<String> listed = listed();
        return requests.stream().filter(address -> !listed.contains(file(address))).toList();
    }

    void verifyAndClose() {
        List<String> foreign = foreignRequests();
        contexts.forEach(BrowserContext::close);
        if (server != null) {
            server.close();
        }
        assertThat(foreign).as("requests for anything that SHA256SUMS doesn't list").isEmpty();
        assertThat(messages).as("console messages").isEmpty();
    }

    private Page watched(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        contexts.add(context);
        context.onRequest(request -> requests.add(request.url()));
        context.onConsoleMessage(message -> messages.add(message.type() + ": " + message.text()));
        context.onWebError(error -> messages.add("uncaught: " + error.error()));
        return context.newPage();
    }

    private Server served() {
        if (server == null) {
            try {
                server = Server.start(DIST, 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }

    /** The path within dist; the whole address if it leads elsewhere or carries a query. */
    private String file(String address) {
        String plain = address.split("#", 2)[0];
        if (hosts.stream().anyMatch(plain::startsWith)) {
            return "index.html";
        }
        for (String base : Stream.concat(Stream.of(DIST.toUri().toString()),
                Stream.ofNullable(server).map(running -> running.address().toString())).toList()) {
            if (plain.startsWith(base)) {
                return plain.equals(base) ? "index.html" : plain.substring(base.length());
            }
        }
        return plain.startsWith("blob:") || plain.startsWith("data:") ? "index.html" : plain;
    }

    private static Set<String> listed() {
        try (Stream<String> lines = Files.lines(DIST.resolve("SHA256SUMS"))) {
            return lines.map(line -> line.substring(line.indexOf("  ") + 2)).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
