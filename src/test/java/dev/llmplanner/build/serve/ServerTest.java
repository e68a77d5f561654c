package dev.llmplanner.build.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {
    @TempDir
    private Path directory;

    private Path dist;

    @BeforeEach
    void dist() throws IOException {
        dist = Files.createDirectories(directory.resolve("dist/vendor")).getParent();
        Files.writeString(dist.resolve("index.html"), "page");
        Files.writeString(dist.resolve("vendor/a.js"), "script");
        Files.writeString(dist.resolve("planner-engine.mjs"), "module");
        Files.writeString(directory.resolve("secret.txt"), "secret");
    }

    @ParameterizedTest
    @CsvSource({"/, text/html; charset=utf-8", "/index.html, text/html; charset=utf-8",
        "/vendor/a.js, text/javascript; charset=utf-8", "/planner-engine.mjs, text/javascript; charset=utf-8"})
    void filesOfDistComeWithTheirType(String path, String type) throws IOException {
        assertThat(ask("GET", path)).startsWith("HTTP/1.1 200").contains("Content-type: " + type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../secret.txt", "/%2e%2e/secret.txt", "/vendor/..%2f..%2fsecret.txt", "/link.txt", "/absent", "/vendor/"})
    void nothingElseIsServed(String path) throws IOException {
        Files.createSymbolicLink(dist.resolve("link.txt"), directory.resolve("secret.txt"));

        assertThat(ask("GET", path)).startsWith("HTTP/1.1 404").doesNotContain("secret");
    }

    @Test
    void onlyReadingIsAllowed() throws IOException {
        assertThat(ask("POST", "/index.html")).startsWith("HTTP/1.1 405");
        assertThat(ask("HEAD", "/index.html")).startsWith("HTTP/1.1 200").doesNotContain("page");
    }

    @Test
    void aTakenPortIsReplacedByAFreeOne() throws IOException {
        try (Server first = Server.start(dist, 0); Server second = Server.start(dist, first.address().getPort())) {
            assertThat(second.address().getPort()).isNotEqualTo(first.address().getPort());
            assertThat(second.address().getHost()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void withoutAPageItSaysHowToBuildOne() {
        assertThatThrownBy(() -> Server.start(directory, 0)).hasMessageContaining("mvn package");
    }

    /** By a plain socket, since an HTTP client would tidy the path. */
    private String ask(String method, String path) throws IOException {
        try (Server server = Server.start(dist, 0);
                Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.address().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
