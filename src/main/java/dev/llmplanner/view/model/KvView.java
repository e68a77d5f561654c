package dev.llmplanner.view.model;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.model.ParameterCount;
import dev.llmplanner.screening.Precisions;
import dev.llmplanner.view.Address;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.chart.Amount;
import dev.llmplanner.view.chart.Axis;
import dev.llmplanner.view.chart.ChartFigure;
import dev.llmplanner.view.chart.Heading;
import dev.llmplanner.view.chart.Ink;
import dev.llmplanner.view.chart.Lines;
import dev.llmplanner.view.chart.Point;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.GuideLink;
import java.util.ArrayList;
import java.util.List;

/** What a request holds in memory as its context grows, beside models of the same size. */
final class KvView {
    private static final double GIBI = 1_073_741_824;
    private static final int FIRST = 1024;
    private static final int LONGEST = 1_048_576;

    private final Scene scene;
    private final Question question;
    private final KvFormat format;
    private final List<Peers.Peer> peers;
    private final Part part;

    KvView(Scene scene, ModelEntry model, Question question, Passes.Answer answer) {
        this.scene = scene;
        this.question = question;
        this.format = answer.deployment().map(Deployment::kvFormat).orElse(KvFormat.BF16);
        this.peers = Peers.of(model, scene.models(), format);
        this.part = new Part(scene);
    }

    Html all() {
        return part.section("kv")
                .add(ChartFigure.of(chart(), scene.words()))
                .add(table())
                .add(part.computed("model.kv-from", "kv-cache"))
                .add(GuideLink.to("attention-at-128k", scene));
    }

    private Lines chart() {
        List<Lines.Line> lines = new ArrayList<>();
        double longest = FIRST;
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (Peers.Peer peer : peers) {
            List<Point> points = points(peer);
            lines.add(new Lines.Line(peer.model().name(), Ink.series(lines.size()), points));
            for (Point point : points) {
                longest = Math.max(longest, point.x().value());
                least = Math.min(least, point.y().value());
                most = Math.max(most, point.y().value());
            }
        }
        return new Lines(
                new Heading("kv", scene.say("model.kv-title",
                        Arguments.of("format", scene.say("choice.kv." + format.code()))),
                        scene.say("model.kv-summary", Arguments.of("name", peers.get(0).model().name())
                                .and("bytes", scene.figures().bytes(bytes(peers.get(0))))
                                .and("context", scene.figures().tokens(question.contextTokens())))),
                Axis.logarithmic(scene.say("model.kv-context"), 2, FIRST, longest, this::tokens),
                Axis.logarithmic(scene.say("model.kv-bytes"), 10, least, most, this::digits),
                scene.say("model.kv-model"), lines);
    }

    /** At each power of two up to the model's longest context, and there. */
    private List<Point> points(Peers.Peer peer) {
        int longest = peer.model().maxContextTokens().orElse(LONGEST);
        List<Point> points = new ArrayList<>();
        for (int context = FIRST; context < longest; context *= 2) {
            points.add(point(peer, context));
        }
        points.add(point(peer, longest));
        return points;
    }

    private Point point(Peers.Peer peer, int context) {
        double bytes = peer.footprint().sequenceBytes(context);
        return new Point("", new Amount(context, tokens(context)), new Amount(bytes / GIBI, digits(bytes / GIBI)),
                scene.say("model.kv-says", Arguments.of("name", peer.model().name())
                        .and("context", scene.figures().tokens(context))
                        .and("bytes", scene.figures().bytes(bytes))));
    }

    private double bytes(Peers.Peer peer) {
        return peer.footprint().sequenceBytes(question.contextTokens());
    }

    private Html table() {
        Html body = el("tbody");
        for (Peers.Peer peer : peers) {
            boolean self = peer == peers.get(0);
            Html name = el("th").attr("scope", "row");
            name.add(self ? el("strong").text(peer.model().name())
                    : el("a").attr("href", href(peer.model())).text(peer.model().name()));
            double total = ParameterCount.of(peer.model().architecture().orElseThrow()).total();
            boolean within = peer.model().maxContextTokens().orElse(LONGEST) >= question.contextTokens();
            body.add(el("tr").key(peer.model().id())
                    .add(name)
                    .add(Part.number(scene.say("unit.billion", Arguments.of("value", scene.figures().billions(total)))))
                    .add(perToken(peer, self))
                    .add(Part.number(within ? scene.figures().bytes(bytes(peer)) : scene.say("model.kv-beyond")))
                    .add(Part.number(peer.model().maxContextTokens().isPresent()
                            ? tokens(peer.model().maxContextTokens().getAsInt()) : scene.say("not-published"))));
        }
        return part.table(scene.say("model.kv"), List.of(
                part.head("model.kv-model"), part.numberHead("model.kv-total"), part.numberHead("model.kv-per-token"),
                part.numberHead("model.kv-at").text(" ").text(tokens(question.contextTokens())),
                part.numberHead("model.kv-longest")), body);
    }

    /** With the formula of the replica that is computed further down, where the cache grows at all. */
    private Html perToken(Peers.Peer peer, boolean self) {
        Html cell = Part.number(scene.figures().bytes(peer.footprint().bytesPerToken()));
        Fits.Fit fit = ModelState.fits(scene.state()).answers().get(question.weights());
        boolean explained = self && fit != null && fit.profile().minimumGpus().isPresent();
        return cell.when(explained, () ->
                part.formula("kvCache.bytesPerToken", scene.say("model.kv-per-gpu"), fit.request()));
    }

    /** The peer's page under the same terms, as far as it allows them. */
    private String href(ModelEntry peer) {
        Question same = ModelState.question(scene.state()).withWeights(Precisions.NATIVE).of(peer);
        return "#" + Address.of(scene.state(), same.link(), new Route(Route.Place.MODEL, peer.id()));
    }

    private String tokens(double tokens) {
        return scene.words().number(tokens, 0);
    }

    private String digits(double value) {
        return scene.words().significant(value, 3);
    }
}
