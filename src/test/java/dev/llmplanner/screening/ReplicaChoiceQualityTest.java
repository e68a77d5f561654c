package dev.llmplanner.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.support.TestCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How far a cell's layout is from the best one. Prints the table of docs/decisions/0014-screening.md. */
@Tag("slow")
class ReplicaChoiceQualityTest {

    private static List<Double> shares(Terms terms) {
        List<Double> shares = new ArrayList<>();
        Matrix matrix = Matrix.of(TestCatalog.planner(), terms);
        for (int model = 0; model < matrix.models().size(); model++) {
            for (int device = 0; device < matrix.accelerators().size(); device++) {
                Optional<Inquiry> inquiry = matrix.inquiry(model, device);
                Optional<ParallelLayout> layout = matrix.cell(model, device).layout();
                if (inquiry.isPresent() && layout.isPresent() && output(inquiry.get().estimate(layout.get())) > 0) {
                    Estimate chosen = inquiry.get().estimate(layout.get());
                    double best = 0;
                    for (Inquiry.Candidate candidate : inquiry.get().candidates(layout.get().gpus())) {
                        Estimate other = inquiry.get().estimate(candidate.layout());
                        best = Math.max(best, running(other) >= running(chosen) ? output(other) : 0);
                    }
                    shares.add(output(chosen) / best);
                }
            }
        }
        shares.sort(null);
        return shares;
    }

    /** A replica is chosen to hold the users: layouts that hold fewer, and let the others wait, are no alternative. */
    private static double running(Estimate estimate) {
        return estimate.kvCache().map(figures -> figures.runningBatch()).orElse(0.0);
    }

    private static double output(Estimate estimate) {
        return estimate.speed().map(speed -> speed.outputTokensPerSecond().mid()).orElse(0.0);
    }

    private static List<Double> printed(String name, Terms terms) throws RequestException {
        List<Double> shares = shares(terms);
        long best = shares.stream().filter(share -> share > 1 - 1e-9).count();
        System.out.print(String.format(Locale.ROOT,
                "%-32s %d cells, best layout %.1f %%, median %.3f, first percentile %.3f, worst %.2f%n", name,
                shares.size(), 100.0 * best / shares.size(), shares.get(shares.size() / 2),
                shares.get(shares.size() / 100), shares.get(0)));
        return shares;
    }

    @Test
    void nearlyEveryCellHasTheBestLayoutOfItsGpus() {
        List<Double> chat = printed("1024 in, 1024 out, 64 users", Terms.REFERENCE);
        Terms r = Terms.REFERENCE;
        printed("1024 in, 1024 out, 8 users", new Terms(
                r.engine(), r.inputTokens(), r.outputTokens(), 8, r.arrival(), r.weights(), r.kvCache(), r.fabric()));
        printed("16384 in, 1024 out, 16 users", new Terms(
                r.engine(), 16_384, 1024, 16, r.arrival(), r.weights(), r.kvCache(), r.fabric()));

        assertThat(chat.get(chat.size() / 20)).isGreaterThan(0.99);
        assertThat(chat.get(0)).isGreaterThan(0.5);
    }
}
