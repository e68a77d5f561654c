package dev.llmplanner.view.matrix;

import static dev.llmplanner.view.node.Html.el;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.screening.Cell;
import dev.llmplanner.view.Route;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.form.FindingWords;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.text.Arguments;
import dev.llmplanner.view.widget.Chips;
import java.util.Optional;

/** What is to be said about the cell that the keyboard is on. */
final class CellDetail {

    private CellDetail() {}

    static Html of(Scene scene, ModelEntry model, AcceleratorEntry accelerator) {
        Board board = MatrixState.board(scene.state());
        Cell cell = board.row(model).orElseThrow().get(board.place(accelerator.id()));
        Html detail = el("div", "matrix-detail").id(Grid.DETAIL)
                .add(el("p").add(el("a").attr("href", new Route(Route.Place.MODEL, model.id()).href()).text(model.name()))
                        .text(" × ")
                        .add(el("a").attr("href", new Route(Route.Place.ACCELERATOR, accelerator.id()).href())
                                .text(accelerator.name())))
                .add(el("p").add(Chips.verdict(scene, cell.verdict()))
                        .add(Chips.confidence(scene, cell.confidence()))
                        .text(figures(scene, cell)));
        Optional<Finding> reason = cell.reason().isEmpty() ? Optional.empty()
                : board.matrix().orElseThrow().reason(board.place(model.id()), board.place(accelerator.id()));
        reason.ifPresent(finding -> detail.add(el("p").text(new FindingWords(scene).of(finding)))
                .add(el("p", "help").text(new FindingWords(scene).where(finding))));
        return detail;
    }

    private static String figures(Scene scene, Cell cell) {
        if (cell.layout().isEmpty()) {
            return "";
        }
        ParallelLayout layout = cell.layout().get();
        Arguments arguments = Arguments.of("gpus", cell.gpus())
                .and("layout", FindingWords.layout(scene, layout))
                .and("servergpus", cell.serverGpus());
        return cell.outputTokensPerSecondPerServer().isPresent()
                ? scene.say("matrix.detail", arguments.and("speed",
                        scene.figures().tokensPerSecondBand(cell.outputTokensPerSecondPerServer().get())))
                : scene.say("matrix.detail-layout", arguments);
    }
}
