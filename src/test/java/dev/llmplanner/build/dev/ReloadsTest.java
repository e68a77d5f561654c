package dev.llmplanner.build.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.serve.Server;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadsTest {

    @Test
    void everyOpenPageIsToldWhileFilesAreServed(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("index.html"), "page");
        Reloads reloads = new Reloads();
        try (Server server = Server.start(directory, 0)) {
            server.add("/events", reloads);
            BufferedReader one = open(server);
            BufferedReader other = open(server);

            assertThat(reloads.send()).isEqualTo(2);
            assertThat(one.readLine()).isEqualTo("data: reload");
            assertThat(other.readLine()).isEqualTo("data: reload");
            assertThat(server.address().toURL().openStream().readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("page");
        }
    }

    /** A page that has heard the server's first words. */
    private static BufferedReader open(Server server) throws IOException {
        URLConnection events = server.address().resolve("events").toURL().openConnection();
        events.setReadTimeout(10_000);
        assertThat(events.getContentType()).isEqualTo("text/event-stream");
        BufferedReader lines = new BufferedReader(new InputStreamReader(events.getInputStream(), StandardCharsets.UTF_8));
        assertThat(lines.readLine()).isEqualTo(": here");
        assertThat(lines.readLine()).isEmpty();
        return lines;
    }
}
