package dev.llmplanner.view.accuracy;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.view.Scene;
import dev.llmplanner.view.accuracy.Scored.Figure;
import dev.llmplanner.view.accuracy.Scored.Held;
import dev.llmplanner.view.chart.ChartFigure;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.form.Entry;
import dev.llmplanner.view.form.FormView;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Placeholder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Fields, the drawing with its errors in one sentence, then the tables. */
final class AccuracyPage {
    private final Scene scene;
    private final AccuracyData data;
    private final Entries entries;
    private final Figure figure;
    private final Held held;
    private final AccuracyNames names;

    AccuracyPage(Scene scene, AccuracyData data) {
        this.scene = scene;
        this.data = data;
        this.entries = scene.state().get(AccuracyEntries.SLOT);
        this.figure = AccuracyEntries.figure(entries);
        this.held = AccuracyEntries.held(entries);
        this.names = new AccuracyNames(scene);
    }

    Html addTo(Html page) {
        List<Scored> steady = data.rows().stream().filter(row -> row.group().isSteady() && names.inCatalog(row.group())).toList();
        List<Scored> chosen = steady.stream()
                .filter(row -> row.figure() == figure && AccuracyEntries.matches(entries, row.group())).toList();
        AccuracyTables tables = new AccuracyTables(scene, data, names);
        return page
                .add(fields(steady))
                .add(result(chosen))
                .add(tables.cells(steady.stream().filter(row -> AccuracyEntries.matches(entries, row.group())).toList(), held))
                .add(tables.held(steady))
                .add(tables.bands())
                .add(tables.leftOut())
                .add(el("p", "help").key("data").text(scene.say("accuracy.data", Arguments
                        .of("date", scene.words().date(data.newest()))
                        .and("version", scene.catalog().version())
                        .and("rows", data.rows().size()))));
    }

    private Html fields(List<Scored> steady) {
        FormView form = new FormView(scene, entries, AccuracyEntries.Changed::new);
        return el("div", "accuracy-fields").attr("role", "group").aria("label", scene.say("accuracy.fields"))
                .add(form.select(AccuracyEntries.FIGURE, "accuracy.figure",
                        form.worded(AccuracyEntries.choices(AccuracyEntries.FIGURE), "accuracy.figure.", "")))
                .add(form.select(AccuracyEntries.HELD, "accuracy.held",
                        form.worded(AccuracyEntries.choices(AccuracyEntries.HELD), "accuracy.held.", "")))
                .add(filter(form, AccuracyEntries.MODEL, "model", steady, names::model))
                .add(filter(form, AccuracyEntries.ACCELERATOR, "accelerator", steady, names::accelerator))
                .add(filter(form, AccuracyEntries.ENGINE, "engine", steady, names::engine))
                .add(filter(form, AccuracyEntries.PRECISION, "precision", steady, names::precision))
                .add(form.select(AccuracyEntries.BY, "accuracy.by",
                        form.worded(AccuracyEntries.WAYS, "accuracy.filter.", "")));
    }

    private Html filter(FormView form, Entry entry, String way, List<Scored> rows, Function<String, String> name) {
        Map<String, String> options = new TreeMap<>();
        rows.forEach(row -> {
            String value = AccuracyEntries.by(way).apply(row.group());
            options.put(value, name.apply(value));
        });
        Map<String, String> all = new LinkedHashMap<>();
        all.put(AccuracyEntries.ANY, scene.say("accuracy.any"));
        String wanted = entries.text(entry);
        if (!wanted.equals(AccuracyEntries.ANY) && !options.containsKey(wanted)) {
            options.put(wanted, wanted);
        }
        all.putAll(options);
        return form.select(entry, "accuracy.filter." + way, all);
    }

    private Html result(List<Scored> chosen) {
        Html section = el("section").aria("label", scene.say("accuracy.chart.title"));
        if (chosen.isEmpty()) {
            return section.add(Placeholder.empty(scene.say("accuracy.none")));
        }
        ErrorFigures errors = ErrorFigures.of(chosen, held);
        return section
                .add(el("p", "accuracy-sum").attr("role", "status").text(scene.say("accuracy.sum", Arguments
                        .of("rows", errors.count())
                        .and("median", names.percent(errors.median()))
                        .and("mean", names.percent(errors.mean()))
                        .and("within", names.percent(errors.within()))
                        .and("bias", names.signed(errors.bias())))))
                .add(ChartFigure.of(new AccuracyChart(scene, data, names).of(chosen, figure, held,
                        entries.text(AccuracyEntries.BY)), scene.words()));
    }
}
