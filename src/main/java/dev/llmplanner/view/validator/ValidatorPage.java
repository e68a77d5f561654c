package dev.llmplanner.view.validator;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.catalog.Vendor;
import dev.llmplanner.screening.Assessment;
import dev.llmplanner.screening.Outcome;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Entry;
import dev.llmplanner.view.form.FormView;
import dev.llmplanner.view.form.Remembered;
import dev.llmplanner.view.form.WorkloadView;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.AccuracyLink;
import dev.llmplanner.view.widget.HardwareNavigation;
import dev.llmplanner.view.widget.Placeholder;
import dev.llmplanner.view.widget.Search;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page: hardware, workload and targets; what is to be said about the hardware; the answers by outcome. */
final class ValidatorPage {
    private final Scene scene;
    private final Remembered rows;
    private final Entries entries;
    private final FormView form;

    ValidatorPage(Scene scene, Remembered rows) {
        this.scene = scene;
        this.rows = rows;
        this.entries = ValidatorState.entries(scene.state());
        this.form = new FormView(scene, entries, ValidatorState.Asked::new);
    }

    Html all() {
        Optional<Answers> answers = ValidatorState.answers(scene.state());
        boolean stale = ValidatorState.question(scene.state(), scene.resources()).isEmpty();
        Html page = el("div", "wide")
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("validator.title")))
                .add(HardwareNavigation.of(scene))
                .add(el("p", "lead").text(scene.say("validator.lead")))
                .add(el("form", "ask").aria("label", scene.say("validator.form"))
                        .onInstead("submit", e -> new Event.Nothing())
                        .add(hardware())
                        .add(new WorkloadView(scene, form).workload(
                                form.input(ValidatorEntries.TTFT, "validator.ttft", "validator.blank"),
                                form.input(ValidatorEntries.TPOT, "validator.tpot", "validator.blank")))
                        .add(filters()));
        if (answers.isEmpty()) {
            return page.add(stale ? Placeholder.empty(scene.say("matrix.mend")) : Placeholder.loading(scene.say("matrix.begins")));
        }
        return page.add(AccuracyLink.of(scene))
                .add(el("div", "validated-answer").cls("stale", stale).add(answer(answers.get(), stale)));
    }

    private List<String> choices(Entry entry) {
        return ValidatorEntries.choices(entry, scene.catalog());
    }

    private Html hardware() {
        boolean server = ValidatorEntries.byServer(entries);
        Html fields = el("fieldset").key("hardware")
                .add(el("legend").text(scene.say("validator.hardware")))
                .add(form.select(ValidatorEntries.BY, "field.by.label",
                        form.worded(choices(ValidatorEntries.BY), "choice.by.", "")));
        if (server) {
            fields.add(form.servers(ValidatorEntries.SERVER, "field.server.label"));
        } else {
            fields.add(form.accelerators(ValidatorEntries.ACCELERATOR, "field.hw.label"))
                    .add(form.input(ValidatorEntries.PER_NODE, "validator.per-node", ""));
        }
        return fields.add(form.input(ValidatorEntries.NODES, "field.nodes.label", ""))
                .add(el("p", "help total").text(total(server)));
    }

    /** GPUs of the whole configuration. */
    private String total(boolean server) {
        Optional<Question> question = ValidatorState.question(scene.state(), scene.resources());
        if (question.isEmpty()) {
            return "";
        }
        int per = question.get().configuration().gpusPerNode();
        if (server) {
            ServerEntry entry = scene.catalog().server(question.get().configuration().id()).orElse(null);
            int devices = entry == null ? 1 : scene.catalog().accelerator(entry.acceleratorId())
                    .map(device -> device.devicesPerPackage()).orElse(1);
            per = entry == null ? 0 : entry.acceleratorCount() * devices;
        }
        return scene.say("validator.total", Arguments.of("gpus", per * question.get().configuration().nodes()));
    }

    private Html filters() {
        return el("fieldset").key("filters")
                .add(el("legend").text(scene.say("validator.filters")))
                .add(form.input(ValidatorEntries.SEARCH, "matrix.search-models", ""))
                .add(form.select(ValidatorEntries.OUTCOME, "validator.outcome", any(ValidatorEntries.OUTCOME, "outcome.")))
                .add(form.select(ValidatorEntries.PRECISION, "field.weights.label",
                        any(ValidatorEntries.PRECISION, "choice.weights.")))
                .add(form.select(ValidatorEntries.VENDOR, "matrix.vendor", vendors()));
    }

    private Map<String, String> any(Entry entry, String prefix) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String word : choices(entry)) {
            options.put(word, scene.say(word.equals(ValidatorEntries.ANY) ? "matrix.any" : prefix + word));
        }
        return options;
    }

    private Map<String, String> vendors() {
        Map<String, String> vendors = new LinkedHashMap<>();
        for (String vendor : choices(ValidatorEntries.VENDOR)) {
            vendors.put(vendor, vendor.equals(ValidatorEntries.ANY) ? scene.say("matrix.any") : scene.vendor(vendor));
        }
        return vendors;
    }

    private List<Html> answer(Answers answers, boolean stale) {
        List<Html> parts = new ArrayList<>();
        if (answers.refusal().isPresent()) {
            parts.add(el("p", "error").attr("role", "status").text(scene.say("validator.refused",
                    Arguments.of("code", answers.refusal().get()))));
            return parts;
        }
        parts.add(WarningList.of(scene, answers.warnings()).key("warnings"));
        Map<Outcome, List<Assessment>> groups = groups(answers);
        int shown = groups.values().stream().mapToInt(List::size).sum();
        parts.add(el("p", stale ? "stale-note" : "help").key("status").attr("role", "status").text(stale
                ? scene.say("matrix.mend") : status(answers, shown)));
        OutcomeTable table = new OutcomeTable(scene, answers, rows);
        groups.forEach((outcome, assessments) -> parts.add(table.of(outcome, assessments)));
        rows.done();
        return parts;
    }

    private String status(Answers answers, int shown) {
        Arguments arguments = Arguments.of("done", answers.run().computed()).and("all", answers.run().size())
                .and("shown", shown);
        return scene.say(!answers.run().isDone() ? "validator.progress" : shown == 0 ? "validator.none"
                : "validator.shown", arguments);
    }

    /** What the filters leave of the answers, best outcome first. */
    private Map<Outcome, List<Assessment>> groups(Answers answers) {
        List<String> words = Search.words(entries.text(ValidatorEntries.SEARCH));
        Map<Outcome, List<Assessment>> groups = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            List<Assessment> chosen = new ArrayList<>();
            for (int i = 0; i < answers.run().size(); i++) {
                answers.run().get(i).filter(each -> each.outcome() == outcome && allows(each, words)).ifPresent(chosen::add);
            }
            if (!chosen.isEmpty()) {
                groups.put(outcome, chosen);
            }
        }
        return groups;
    }

    private boolean allows(Assessment answer, List<String> words) {
        ModelEntry model = scene.catalog().model(answer.model()).orElseThrow();
        return allows(ValidatorEntries.OUTCOME, answer.outcome().code())
                && allows(ValidatorEntries.PRECISION, answer.weights())
                && allows(ValidatorEntries.VENDOR, model.vendor())
                && (words.isEmpty() || Search.matches(found(model), words));
    }

    private boolean allows(Entry entry, String word) {
        return entries.text(entry).equals(ValidatorEntries.ANY) || entries.text(entry).equals(word);
    }

    private String found(ModelEntry model) {
        Vendor vendor = scene.catalog().vendor(model.vendor());
        return (model.id() + " " + model.name() + " " + vendor.englishName() + " " + vendor.chineseName()).toLowerCase();
    }
}
