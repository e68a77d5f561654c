package dev.llmplanner.view.validator;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.screening.Assessment;
import dev.llmplanner.screening.Outcome;
import dev.llmplanner.screening.Precisions;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.form.FindingWords;
import dev.llmplanner.view.form.Remembered;
import dev.llmplanner.view.node.Element;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The answers of one outcome. Those that run have figures; the others have a reason. */
final class OutcomeTable {
    private final Scene scene;
    private final Answers answers;
    private final Remembered remembered;
    private final RowLink link;
    private final FindingWords words;
    private final Object signature;

    OutcomeTable(Scene scene, Answers answers, Remembered remembered) {
        this.scene = scene;
        this.answers = answers;
        this.remembered = remembered;
        this.link = new RowLink(scene.state(), answers);
        this.words = new FindingWords(scene);
        this.signature = remembered.same(scene.state().languageChosen() + scene.state().language());
    }

    /** Whether such answers have figures. */
    private static boolean runs(Outcome outcome) {
        return outcome == Outcome.SERVES || outcome == Outcome.SERVES_FEWER || outcome == Outcome.TOO_SLOW;
    }

    Html of(Outcome outcome, List<Assessment> assessments) {
        String title = "outcome-" + outcome.code();
        List<Element> rows = new ArrayList<>();
        for (Assessment each : assessments) {
            rows.add(remembered.row(each.model() + " " + each.weights(),
                    List.of(each, answers.validator(), scene.words(), signature), () -> row(each)));
        }
        return el("section", "outcome").key(outcome.code()).aria("labelledby", title)
                .add(el("h2").id(title)
                        .add(OutcomeChip.of(scene, outcome))
                        .text(" ")
                        .add(el("span", "muted").text(scene.say("validator.count", Arguments.of("count", assessments.size())))))
                .add(el("p", "help").text(scene.say("validator-outcome." + outcome.code())))
                .add(el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("labelledby", title)
                        .add(el("table", "records validated").cls("without-figures", !runs(outcome))
                                .add(widths(names(outcome))).add(head(names(outcome))).add(el("tbody").add(rows))));
    }

    private static List<String> names(Outcome outcome) {
        return runs(outcome)
                ? List.of("model", "weights", "users", "layout", "context", "ttft", "tpot", "output", "limit", "warnings")
                : List.of("model", "weights", "reason");
    }

    /** Columns of fixed width: answers that come one after the other lay out their own rows alone. */
    private static Html widths(List<String> names) {
        Html widths = el("colgroup");
        names.forEach(name -> widths.add(el("col", "v-" + name)));
        return widths.add(el("col", "act"));
    }

    private Html head(List<String> names) {
        Html row = el("tr");
        for (String name : names) {
            row.add(el("th").key(name).attr("scope", "col")
                    .cls("number", List.of("users", "context", "ttft", "tpot", "output").contains(name))
                    .text(scene.say("validator-column." + name)));
        }
        return el("thead").add(row.add(el("td").add(el("span", "unseen").text(scene.say("column.actions")))));
    }

    private Html row(Assessment answer) {
        ModelEntry model = scene.catalog().model(answer.model()).orElseThrow();
        Html row = el("tr").key(answer.model() + " " + answer.weights()).data("id", answer.model() + " " + answer.weights())
                .add(el("th").attr("scope", "row")
                        .add(el("a").attr("href", new Route(Route.Place.MODEL, model.id()).href()).text(model.name()))
                        .add(el("span", "detail").text(scene.vendor(model.vendor()))))
                .add(el("td").text(precision(model, answer.weights())));
        if (runs(answer.outcome())) {
            figures(row, answer);
        } else {
            row.add(reason(answer));
        }
        return row.add(el("td", "act").add(el("a", "go").attr("href", "#" + link.hash(answer))
                .text(scene.say("action.calculate"))
                .add(el("span", "unseen").text(" " + scene.say("action.calculate-with",
                        Arguments.of("id", model.name() + ", " + answer.weights()))))));
    }

    private String precision(ModelEntry model, String weights) {
        return weights.equals(Precisions.NATIVE)
                ? scene.say("choice.weights.native-is",
                        Arguments.of("format", Formats.recipe(model.nativeRecipe(), scene)))
                : scene.say("choice.weights." + weights);
    }

    private void figures(Html row, Assessment answer) {
        row.add(users(answer))
                .add(el("td").text(answer.layout().map(layout -> FindingWords.layout(scene, layout)).orElse(""))
                        .add(el("span", "detail").text(scene.say("validator.replicas", Arguments
                                .of("replicas", answer.replicas())
                                .and("gpus", answer.layout().map(layout -> layout.gpus()).orElse(0))
                                .and("users", answer.usersPerReplica())))))
                .add(el("td", "number").text(answer.maxContextTokens().isPresent()
                        ? scene.figures().count(answer.maxContextTokens().getAsDouble()) : scene.say("not-published")))
                .add(banded(answer.ttftSeconds(), scene.figures()::seconds, scene.figures()::secondsBand))
                .add(banded(answer.tpotSeconds(), scene.figures()::seconds, scene.figures()::secondsBand))
                .add(banded(answer.outputTokensPerSecond(), scene.figures()::tokensPerSecond,
                        scene.figures()::tokensPerSecondBand))
                .add(el("td").text(answer.limit().map(limit -> scene.say("validator-limit." + limit.code())).orElse("")))
                .add(warnings(answer.warnings()));
    }

    private Html users(Assessment answer) {
        Html cell = el("td", "number");
        Optional<String> most = link.hashAtMost(answer);
        String users = answer.maxUsers().isPresent() ? scene.words().number(answer.maxUsers().getAsInt(), 0) : "";
        return most.isPresent() ? cell.add(el("a").attr("href", "#" + most.get()).text(users)) : cell.text(users);
    }

    private Html banded(Optional<Band> band, Function<Double, String> mid, Function<Band, String> range) {
        return band.isEmpty()
                ? el("td", "number missing").text(scene.say("verdict.unknown"))
                : el("td", "number").text(mid.apply(band.get().mid()))
                        .add(el("span", "detail").text(range.apply(band.get())));
    }

    private Html reason(Assessment answer) {
        Html cell = el("td");
        answer.reason().ifPresent(finding -> {
            cell.text(words.of(finding));
            String where = words.where(finding);
            if (!where.isEmpty()) {
                cell.add(el("span", "detail").text(where));
            }
        });
        return cell;
    }

    private Html warnings(List<Finding> warnings) {
        Html cell = el("td");
        if (warnings.isEmpty()) {
            return cell;
        }
        Html list = el("ul", "notes");
        for (Finding warning : warnings) {
            list.add(el("li").add(el("strong").text(WarningList.sign(warning.severity()) + " "
                            + scene.say("severity." + warning.severity().name().toLowerCase())))
                    .text(" ").add(el("span").text(words.of(warning))));
        }
        return cell.add(el("details")
                .add(el("summary").text(scene.say("validator.notes", Arguments.of("count", warnings.size()))))
                .add(list));
    }
}
