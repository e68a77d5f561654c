package dev.llmplanner.view.evidence;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.MeasuredRow;
import dev.llmplanner.catalog.MeasuredRows;
import dev.llmplanner.contract.EvidenceFinder.Found;
import dev.llmplanner.engine.evidence.Difference;
import dev.llmplanner.engine.evidence.Distance;
import dev.llmplanner.engine.evidence.Measurement;
import dev.llmplanner.engine.evidence.Setting;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.scenario.Patch;
import dev.llmplanner.view.scenario.Scenario;
import dev.llmplanner.view.text.Arguments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** One measurement a row: what it is, how it differs, what was measured and what is estimated for it. */
final class NearestTable {
    private final Scene scene;
    private final MeasuredRows rows;
    private final MeasuredWords words;

    NearestTable(Scene scene, MeasuredRows rows) {
        this.scene = scene;
        this.rows = rows;
        this.words = new MeasuredWords(scene);
    }

    Html of(List<Found> near, Setting asked) {
        Html body = el("tbody");
        near.forEach(found -> body.add(row(found, asked)));
        return el("div", "scroll").attr("tabindex", 0).attr("role", "region").aria("label", scene.say("evidence.title"))
                .add(el("table", "figures-table nearest-table")
                        .add(el("thead").add(el("tr")
                                .add(head("measured.case", false))
                                .add(head("measured.differs", false))
                                .add(head("measured.tpot", true))
                                .add(head("measured.ttft", true))
                                .add(head("measured.output", true))
                                .add(head("measured.source", false))))
                        .add(body));
    }

    private Html row(Found found, Setting asked) {
        Measurement measured = found.row().measurement();
        DoubleFunction<String> seconds = scene.figures()::seconds;
        return el("tr").key(measured.id())
                .add(what(found.row()))
                .add(differences(found, asked))
                .add(compared(measured.tpotSeconds(), band(found, Speed::tpotSeconds), seconds))
                .add(ttft(found, compared(measured.ttftSeconds(), band(found, Speed::ttftSeconds), seconds)))
                .add(compared(measured.outputTokensPerSecondPerGpu(), band(found, Speed::outputTokensPerSecondPerGpu),
                        scene.figures()::tokensPerSecond))
                .add(source(measured));
    }

    private static Optional<Band> band(Found found, Function<Speed, Band> figure) {
        return found.estimated().map(figure);
    }

    private Html what(MeasuredRow row) {
        Setting setting = row.measurement().setting();
        Html cell = el("th").attr("scope", "row")
                .add(el("strong").text(words.what(setting)))
                .add(line(words.engine(row.measurement())))
                .add(line(words.formats(row.request())))
                .add(line(words.layout(setting)))
                .add(line(words.load(setting)));
        // The Calculator's fields hold one replica.
        return setting.separatePools()
                ? cell
                : cell.add(el("a").attr("href", "#" + Address.of(scene.state(), scenario(row)))
                        .aria("label", scene.say("measured.open-this", Arguments.of("case", words.what(setting))))
                        .text(scene.say("measured.open")));
    }

    /** The fields as measured. They hold no length factor: true lengths take the place of nominal ones. */
    private static Scenario scenario(MeasuredRow row) {
        Setting setting = row.measurement().setting();
        JsonObject request = row.request();
        Map<String, Json> workload =
                new LinkedHashMap<>(((JsonObject) request.get("workload").orElseThrow()).members());
        workload.put("inputTokens", new JsonNumber(Math.round(setting.inputTokens())));
        workload.put("outputTokens", new JsonNumber(Math.round(setting.outputTokens())));
        Map<String, Json> members = new LinkedHashMap<>(request.members());
        members.put("workload", new JsonObject(workload));
        return Patch.apply(Scenario.INITIAL, new JsonObject(members));
    }

    private Html differences(Found found, Setting asked) {
        List<Difference> differences = Difference.between(asked, found.row().measurement().setting());
        Html list = el("ul", "differences");
        for (Difference difference : differences) {
            list.add(el("li").key(difference.code()).text(words.difference(difference)));
        }
        return el("td")
                .add(differences.isEmpty() ? line(scene.say("measured.same")) : list)
                .add(line(scene.say("measured.distance",
                        Arguments.of("distance", scene.words().number(found.distance(), 2)))));
    }

    private Html ttft(Found found, Html cell) {
        return found.distance() > Distance.NEAR_TTFT ? cell.add(line(scene.say("measured.ttft-far"))) : cell;
    }

    /** Measured over estimated, and whether it falls into the band. */
    private Html compared(OptionalDouble measured, Optional<Band> estimated, DoubleFunction<String> writer) {
        if (measured.isEmpty()) {
            return el("td", "number muted").text(scene.say("measured.absent"));
        }
        Html cell = el("td", "number")
                .add(el("strong").text(writer.apply(measured.getAsDouble())));
        if (estimated.isEmpty()) {
            return cell.add(line(scene.say("measured.no-estimate")));
        }
        Band band = estimated.get();
        double ratio = measured.getAsDouble() / band.mid();
        boolean inside = measured.getAsDouble() >= band.low() && measured.getAsDouble() <= band.high();
        String key = (inside ? "measured.inside." : "measured.outside.") + (ratio < 1 ? "below" : "above");
        return cell
                .add(line(scene.say("measured.estimated", Arguments.of("value", writer.apply(band.mid())))))
                .add(line(scene.say(key, Arguments.of("share", scene.figures().percent(Math.abs(ratio - 1))))));
    }

    private Html source(Measurement measured) {
        Html cell = el("td");
        measured.date().ifPresent(date -> cell.add(line(scene.words().date(date))));
        return cell.add(link(rows.sources().get(measured.source()), measured.id()));
    }

    /** Sources begin with an address, or with the name of a repository on GitHub. */
    private static Html link(String source, String id) {
        int end = source.indexOf(' ');
        String first = end < 0 ? source : source.substring(0, end);
        String address = first.startsWith("https://") ? first : "https://github.com/" + first;
        String name = first.startsWith("https://github.com/") ? first.substring("https://github.com/".length()) : first;
        return el("a", "line").attr("href", address).attr("rel", "noreferrer").attr("title", source + " · " + id).text(name);
    }

    private static Html line(String text) {
        return el("span", "line").text(text);
    }

    private Html head(String key, boolean number) {
        return el("th").cls("number", number).attr("scope", "col").text(scene.say(key));
    }
}
