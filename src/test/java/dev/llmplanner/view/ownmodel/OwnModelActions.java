package dev.llmplanner.view.ownmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.support.Application;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.node.DomEvent;
import dev.llmplanner.view.node.DomEvent.FileText;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Markup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a reader does on the page of a model of one's own, and two configurations to do it with. */
final class OwnModelActions {
    static final String LLAMA = config("llama-3.1-70b");
    static final String QWEN = config("qwen3-next-80b-a3b");

    private OwnModelActions() {}

    static String config(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/configs", name + ".json"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static String changed(String from, String to) {
        assertThat(LLAMA).contains(from);
        return LLAMA.replace(from, to);
    }

    static void paste(Application application, String text) {
        application.type("own-model-text", text);
        fire(application, "form-of:own-model-text", "submit", DomEvent.plain());
    }

    /** Its id. */
    static String use(Application application) {
        fire(application, "form-of:own-model-use", "submit", DomEvent.plain());
        return application.state().get(OwnModels.DRAFT).id();
    }

    static void choose(Application application, FileText... files) {
        fire(application, "own-model-files", "change", files(files));
    }

    static DomEvent files(FileText... files) {
        return new DomEvent("", false, false, "", false, false, false, false, List.of(files));
    }

    static void fire(Application application, String id, String event, DomEvent detail) {
        Element element = id.startsWith("form-of:")
                ? application.find(form -> form.tag().equals("form") && Markup.of(form).contains("id=\"" + id.substring(8) + "\"")).orElseThrow()
                : application.byId(id);
        application.send((Event) element.listeners().get(event).handler().on(detail));
    }

    static boolean isButton(Element element, String text) {
        return element.tag().equals("button") && Markup.words(element).startsWith(text);
    }
}
