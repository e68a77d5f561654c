package dev.llmplanner.view.embed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.build.json.JacksonTexts;
import dev.llmplanner.build.message.JvmWords;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.support.TestCatalog;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Markup;
import dev.llmplanner.view.node.Node;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Screen;
import dev.llmplanner.view.program.Start;
import dev.llmplanner.view.program.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The embedded calculator on the JVM. Everything that it says is held against the schema of its messages. */
final class OpenFrame {
    static final String WIKI = "https://wiki.example.org";
    private static final String PLANNER = "https://plan.example.org/index.html";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Schema SCHEMA = schema();
    private static final Resources RESOURCES = new Resources(TestCatalog.planner(), TestCatalog.bundle(),
            Map.of("en", JvmWords.read(Path.of(""), "en"), "zh-CN", JvmWords.read(Path.of(""), "zh-CN")),
            JvmWords::of, new JacksonTexts(), new EmbedEdition());

    private final EmbedProgram program;
    private State state;
    private List<Effect> effects = List.of();

    private OpenFrame(Resources resources, Start start) {
        program = new EmbedProgram(resources, PLANNER);
        take(program.start(start));
    }

    static OpenFrame open(String address) {
        return open(address, RESOURCES, "en");
    }

    static OpenFrame open(String address, Resources resources, String language) {
        return new OpenFrame(resources, new Start(address, List.of(language), Map.of("theme", "dark"), false, Optional.empty()));
    }

    /** A frame whose parent has said hello. */
    static OpenFrame greeted(String address) {
        OpenFrame frame = open(address);
        frame.hear(WIKI, "{\"llmPlanner\":1,\"type\":\"hello\"}");
        return frame;
    }

    void hear(String origin, String text) {
        send(new EmbedEvents.Heard(origin, text));
    }

    void send(Event event) {
        take(program.update(state, event));
    }

    void readdress(String hash) {
        send(program.hashChanged(hash));
    }

    State state() {
        return state;
    }

    Screen screen() {
        return program.view(state);
    }

    String words() {
        return Markup.words(screen().body());
    }

    /** What the last step said, by type. */
    List<String> said() {
        return tells().stream().map(tell -> text(tell.message(), "type")).toList();
    }

    List<Effect.Tell> tells() {
        return effects.stream().filter(Effect.Tell.class::isInstance).map(Effect.Tell.class::cast).toList();
    }

    /** The message of that type among those of the last step. */
    JsonObject said(String type) {
        return tells().stream().map(Effect.Tell::message).filter(message -> text(message, "type").equals(type))
                .findFirst().orElseThrow(() -> new AssertionError("no " + type + " in " + tells()));
    }

    static String text(JsonObject object, String name) {
        return ((JsonString) object.get(name).orElseThrow()).value();
    }

    boolean has(Predicate<Element> which) {
        return has(screen().body(), which);
    }

    boolean hasId(String id) {
        return has(element -> element.attribute("id").filter(id::equals).isPresent());
    }

    List<String> links() {
        List<String> links = new ArrayList<>();
        has(element -> {
            element.attribute("href").ifPresent(links::add);
            return false;
        });
        return links;
    }

    static List<String> violations(Json message) {
        try {
            return SCHEMA.validate(MAPPER.readTree(JacksonJson.compact(message))).stream().map(Error::toString).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean has(Node node, Predicate<Element> which) {
        return node instanceof Element element
                && (which.test(element) || element.children().stream().anyMatch(child -> has(child, which)));
    }

    private void take(Step<State> step) {
        state = step.state();
        effects = step.effects();
        for (Effect.Tell tell : tells()) {
            assertThat(violations(tell.message())).as(tell.toString()).isEmpty();
        }
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("docs/embedding/messages.schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
