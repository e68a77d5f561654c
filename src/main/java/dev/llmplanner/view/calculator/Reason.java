package dev.llmplanner.view.calculator;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.contract.Answer;
import dev.llmplanner.engine.memory.MemoryPerGpu;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.figure.Named;
import dev.llmplanner.view.scenario.Field;
import dev.llmplanner.view.text.Arguments;
import java.util.List;
import java.util.Map;

/** Findings in words; and one sentence under the verdict: the finding that weighs most, or what is left over. */
public final class Reason {
    private static final List<Severity> ORDER = List.of(Severity.BLOCKING, Severity.UNKNOWN, Severity.WARNING);

    private final Scene scene;

    public Reason(Scene scene) {
        this.scene = scene;
    }

    String of(Answer answer) {
        for (Severity severity : ORDER) {
            for (Finding finding : answer.estimate().findings()) {
                if (finding.severity() == severity) {
                    return finding(finding);
                }
            }
        }
        return answer.estimate().memory().isPresent()
                ? spare(answer.estimate().memory().get())
                : scene.say("reason.none");
    }

    /** A finding in words. */
    public String finding(Finding finding) {
        String key = "finding." + finding.code();
        return scene.words().knows(key)
                ? scene.say(key, arguments(finding))
                : scene.say("finding.other", Arguments.of("code", finding.code()));
    }

    /** Which fact is missing, and the file to write it in; blank where it isn't a fact of the catalog. */
    String where(Finding finding, Answer answer) {
        String field = finding.facts().get("field");
        String named = finding.facts().get("file");
        String file = named != null ? named : acceleratorFile(answer);
        boolean missing = finding.severity() == Severity.UNKNOWN && field != null && !field.equals("fabric");
        return missing && !file.isEmpty()
                ? scene.say("finding.where", Arguments.of("field", field).and("file", file))
                : "";
    }

    private String acceleratorFile(Answer answer) {
        ServerEntry server = scene.catalog().server(Chosen.text(answer, "server")).orElse(null);
        AcceleratorEntry entry = scene.catalog()
                .accelerator(server != null ? server.acceleratorId() : Chosen.text(answer, "accelerator"))
                .orElse(null);
        return entry == null ? "" : "hardware-catalog/accelerators/" + entry.vendor() + "/" + entry.id() + ".json";
    }

    private Arguments arguments(Finding finding) {
        Arguments arguments = Named.arguments(finding, scene.words());
        for (Map.Entry<String, String> fact : finding.facts().entrySet()) {
            arguments = arguments.and(fact.getKey(), fact(fact.getKey(), fact.getValue()));
        }
        return arguments;
    }

    /** A fact as people call it. */
    private String fact(String name, String value) {
        String key = switch (name) {
            case "operator" -> "operator-kind." + value;
            case "format" -> "format." + value;
            case "engine" -> "choice.engine." + value;
            default -> "";
        };
        if (scene.words().knows(key)) {
            return scene.say(key);
        }
        return switch (name) {
            case "model" -> Options.label(Field.MODEL, value, scene);
            case "accelerator" -> Options.label(Field.ACCELERATOR, value, scene);
            default -> value;
        };
    }

    private String spare(MemoryPerGpu memory) {
        return scene.say("reason.spare", Arguments.of("free", scene.figures().gibibytes(memory.freeBytes()))
                .and("usable", scene.figures().gibibytes(memory.usableBytes())));
    }
}
