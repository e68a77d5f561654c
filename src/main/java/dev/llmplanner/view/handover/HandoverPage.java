package dev.llmplanner.view.handover;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.contract.Answer;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.handover.Handover;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Lazy;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.figure.Money;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.FormView;
import dev.llmplanner.view.handover.HandoverState.Tab;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.plan.cost.OfferedRate;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Chips;
import dev.llmplanner.view.widget.Placeholder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is handed over: the deployment in a sentence, how much of it, and its files by kind. */
final class HandoverPage {

    private final Scene scene;
    private final Optional<Handover> handover;

    HandoverPage(Scene scene, Optional<Handover> handover) {
        this.scene = scene;
        this.handover = handover;
    }

    Html all() {
        return PlanOpening.answeringTexts(page());
    }

    private Html page() {
        Html page = PlanOpening.dropping(el("div", "wide handover"), scene.state())
                .add(el("h1").id("heading").attr("tabindex", -1).text(scene.say("handover.title")))
                .add(el("p", "lead").text(scene.say("handover.lead")))
                .add(PlanOpening.view(scene))
                .add(deployment())
                .add(form());
        if (handover.isEmpty()) {
            String why = why();
            return page.add(switch (why) {
                case "handover.loading" -> Placeholder.loading(scene.say(why));
                case "handover.not-loaded" -> Placeholder.failed(scene.say(why));
                default -> Placeholder.empty(scene.say(why));
            });
        }
        problems(handover.get(), page);
        return page.add(archive(handover.get())).add(tabs()).add(panel(handover.get()));
    }

    /** Why there is nothing to hand over. */
    private String why() {
        Lazy.Status status = DataFile.HANDOVER.in(scene.state()).status();
        if (status == Lazy.Status.FAILED) {
            return "handover.not-loaded";
        }
        boolean answered = scene.state().outcome().isCurrent() && scene.state().outcome().answer().isPresent();
        if (!answered || !HandoverEntries.good(HandoverState.entries(scene.state()), scene.words())) {
            return "handover.no-answer";
        }
        return status == Lazy.Status.LOADED ? "handover.nothing" : "handover.loading";
    }

    private Html deployment() {
        String href = "#" + Address.of(scene.state(), scene.state().scenario());
        Html line = el("p", "handover-deployment");
        Optional<Answer> answer = scene.state().outcome().answer();
        handover.ifPresent(made -> line.text(scene.say("handover.deployment", Arguments
                .of("model", made.report().order().model().name())
                .and("accelerator", made.report().order().hardware().accelerator().name())
                .and("engine", scene.say("choice.engine." + made.report().order().engine().code()))
                .and("gpus", made.report().order().gpus()))).text(" "));
        answer.ifPresent(known -> line.add(Chips.verdict(scene, known.estimate().verdict())).text(" "));
        return line.add(el("a").attr("href", href).text(scene.say("handover.to-calculator")));
    }

    private Html form() {
        Entries entries = HandoverState.entries(scene.state());
        FormView form = new FormView(scene, entries, HandoverState.Typed::new);
        Map<String, String> currencies = new LinkedHashMap<>();
        for (String currency : Money.currencies(scene.words())) {
            currencies.put(currency, currency);
        }
        return el("div", "handover-fields")
                .add(form.input(HandoverEntries.NAME, "handover.name", ""))
                .add(form.input(HandoverEntries.REPLICAS, "handover.replicas", ""))
                .add(form.input(HandoverEntries.SPARE, "handover.spare", ""))
                .add(form.input(HandoverEntries.YEARS, "handover.years", ""))
                .add(form.select(HandoverEntries.CURRENCY, "handover.currency", currencies))
                .add(form.explained(HandoverEntries.RATE, "handover.rate", OfferedRate.help(scene)));
    }

    /** What can't be expressed, and what to mind. */
    private void problems(Handover made, Html page) {
        HandoverWords words = new HandoverWords(scene);
        Html list = el("ul", "notes");
        boolean any = false;
        for (Finding.Severity severity : Finding.Severity.values()) {
            for (Finding problem : made.report().problems()) {
                if (problem.severity() == severity) {
                    any = true;
                    list.add(el("li").cls("blocking", severity == Finding.Severity.BLOCKING)
                            .add(el("strong").text(scene.say("severity." + severity.name().toLowerCase())))
                            .text(" ").text(words.finding(problem)));
                }
            }
        }
        if (any) {
            page.add(el("section", "handover-problems").aria("label", scene.say("handover.problems"))
                    .add(el("h2").text(scene.say("handover.problems"))).add(list));
        }
    }

    private Html archive(Handover made) {
        return el("div", "handover-archive")
                .add(el("button", "primary").attr("type", "button").text(scene.say("handover.all"))
                        .on("click", e -> new HandoverState.Wanted(made.archive())))
                .add(el("p", "help").text(scene.say("handover.all-help")));
    }

    private Html tabs() {
        Html list = el("div", "handover-tabs").attr("role", "tablist").aria("label", scene.say("handover.parts"));
        Tab shown = HandoverState.tab(scene.state());
        for (Tab tab : Tab.values()) {
            boolean current = tab == shown;
            Html button = el("button").key(tab.code()).id("tab-" + tab.code()).attr("type", "button").attr("role", "tab")
                    .aria("selected", current).attr("tabindex", current ? 0 : -1)
                    .text(scene.say("handover-tab." + tab.code()))
                    .on("click", e -> new HandoverState.TabChosen(tab))
                    .on("keydown", e -> switch (e.key()) {
                        case "ArrowRight" -> new HandoverState.TabChosen(tab.next(1));
                        case "ArrowLeft" -> new HandoverState.TabChosen(tab.next(-1));
                        default -> null;
                    });
            list.add(current ? button.aria("controls", "handover-panel") : button);
        }
        return list;
    }

    private Html panel(Handover made) {
        Tab tab = HandoverState.tab(scene.state());
        FilesView files = new FilesView(scene, made);
        Html panel = el("section", "handover-panel").key(tab.code()).id("handover-panel").attr("role", "tabpanel")
                .aria("labelledby", "tab-" + tab.code());
        return panel.add(switch (tab) {
            case LAUNCH -> new LaunchView(scene, made).all(files.of(tab));
            case KUBERNETES, COMPOSE, ACCEPTANCE -> files.of(tab);
            case MATERIALS -> new ReportView(scene, made).cost().add(files.of(tab));
            case REPORT -> new ReportView(scene, made).all();
        });
    }
}
