package dev.llmplanner.view.hardware;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.Fact;
import dev.llmplanner.catalog.FactProblem;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.own.FactProblems;
import dev.llmplanner.view.text.Arguments;
import java.util.List;

/** The form of one record: each field with its unit, its range, and what is wrong with it beside it. */
final class OwnFormView {
    private static final List<List<String>> ACCELERATOR = List.of(
            List.of("identity", "/name", "/calibration", "/confidence"),
            List.of("memory", "/memory/usableGiB", "/memory/marketingGB", "/memory/bandwidthGBps"),
            List.of("rates", "/denseTflops/bf16", "/denseTflops/fp16", "/denseTflops/fp8", "/denseTflops/fp4",
                    "/denseTflops/int8"),
            List.of("links", "/scaleUp/perDirectionGBps", "/scaleUp/maxDomain", "/hostLink/perDirectionGBps", "/tdpWatts"));
    private static final List<List<String>> SERVER = List.of(
            List.of("identity", "/name", "/accelerator", "/acceleratorCount"),
            List.of("system", "/memory/gib", "/maxPowerKw", "/rackUnits", "/cooling", "/confidence"));

    private final Scene scene;
    private final OwnForm form;
    private final List<FactProblem> problems;

    OwnFormView(OwnForm form, Scene scene) {
        this.scene = scene;
        this.form = form;
        this.problems = form.problems(scene.words(), scene.catalog());
    }

    /** The id of the field at that pointer. */
    static String fieldId(String pointer) {
        return "own" + pointer.replace('/', '-');
    }

    Html all() {
        Html view = el("form", "own-form").aria("labelledby", "own-form-title")
                .onInstead("submit", e -> new OwnHardware.Saved())
                .add(el("h2").id("own-form-title").attr("tabindex", -1)
                        .text(scene.say(form.id().isEmpty() ? "own.new." + form.collection() : "own.edit")));
        if (form.base().get("devicesPerPackage").isPresent()) {
            view.add(el("p", "notice").text(scene.say("own.package")));
        }
        for (List<String> group : form.collection().equals("servers") ? SERVER : ACCELERATOR) {
            Html fields = el("div", "own-fields");
            for (String pointer : group.subList(1, group.size())) {
                fields.add(field(pointer));
            }
            view.add(el("fieldset").key(group.get(0))
                    .add(el("legend").text(scene.say("own.group." + group.get(0)))).add(fields));
        }
        if (form.dense() || problems.stream().anyMatch(OwnFormView::isAboutDensity)) {
            view.add(el("label", "own-keep").add(el("input").id("own-dense").attr("type", "checkbox")
                            .flag("checked", form.dense()).on("change", e -> new OwnHardware.DenseSaid(e.checked())))
                    .add(el("span").text(scene.say("own.dense"))));
        }
        return view.add(el("p", "help").text(scene.say("own.blank")))
                .add(el("div", "own-actions")
                        .add(el("button", "go-button").attr("type", "submit").text(scene.say("own.save")))
                        .add(el("button").attr("type", "button").text(scene.say("own.cancel"))
                                .on("click", e -> new OwnHardware.Dismissed())));
    }

    private static boolean isAboutDensity(FactProblem problem) {
        return problem.code().equals("sparse") || problem.code().equals("too-fast");
    }

    private Html field(String pointer) {
        Fact fact = form.fact(pointer);
        FactProblem problem = null;
        for (FactProblem candidate : problems) {
            if (problem == null && candidate.pointer().equals(pointer)) {
                problem = candidate;
            }
        }
        String id = fieldId(pointer);
        String help = help(fact);
        String described = (problem == null ? "" : id + "-error" + ' ') + (help.isEmpty() ? "" : id + "-help");
        Html control = (pointer.equals("/accelerator") ? accelerators() : fact.kind() == Fact.Kind.CODE
                ? codes(fact) : input(fact)).id(id).aria("invalid", problem != null);
        if (!described.isBlank()) {
            control.aria("describedby", described.trim());
        }
        Html field = el("div", "field").key(pointer).cls("wrong", problem != null)
                .add(el("label", "label").attr("for", id).text(label(pointer)))
                .add(control);
        if (!help.isEmpty()) {
            field.add(el("p", "help").id(id + "-help").text(help));
        }
        return problem == null ? field : field.add(el("p", "error").id(id + "-error")
                .text(FactProblems.text(problem, form.text(pointer), scene)));
    }

    private String label(String pointer) {
        return scene.say("own.field." + pointer.substring(1).replace('/', '-'));
    }

    private String help(Fact fact) {
        return fact.isNumber()
                ? scene.say("own.range", Arguments.of("low", scene.words().number(fact.least(), 1))
                        .and("high", scene.words().number(fact.greatest(), 1)))
                : fact.pointer().equals("/calibration") ? scene.say("own.calibration") : "";
    }

    private Html input(Fact fact) {
        return el("input").attr("type", "text").attr("autocomplete", "off")
                .attr("inputmode", fact.isNumber() ? "decimal" : "text")
                .attr("value", form.text(fact.pointer()))
                .on("input", e -> typed(fact.pointer(), e.value()));
    }

    private Html codes(Fact fact) {
        Html select = select(fact.pointer());
        select.add(option("", scene.say("not-published"), fact.pointer()));
        for (String code : fact.choices()) {
            select.add(option(code, scene.say("own.code." + code), fact.pointer()));
        }
        return select;
    }

    private Html accelerators() {
        Html select = select("/accelerator");
        for (AcceleratorEntry entry : scene.catalog().accelerators()) {
            select.add(option(entry.id(), entry.name(), "/accelerator"));
        }
        return select;
    }

    private Html select(String pointer) {
        return el("select").on("change", e -> typed(pointer, e.value()));
    }

    private Html option(String code, String text, String pointer) {
        return el("option").key(code).attr("value", code).flag("selected", form.text(pointer).equals(code)).text(text);
    }

    private static Event typed(String pointer, String text) {
        return new OwnHardware.Typed(pointer, text);
    }
}
