package dev.llmplanner.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatrixTest {

    private static final int SAMPLE = 400;

    @ParameterizedTest
    @EnumSource
    void everyCellEqualsTheCalculatorsAnswerToItsRequest(ServingEngine engine) {
        Random random = new Random(1);
        Terms terms = new Terms(engine, 1024, 1024, 64, Arrival.POISSON, "native", Optional.empty(), Optional.of("ib-ndr"));
        Matrix matrix = Matrix.of(TestCatalog.planner(), terms);
        int withSpeed = 0;
        for (int i = 0; i < SAMPLE; i++) {
            int model = random.nextInt(matrix.models().size());
            int accelerator = random.nextInt(matrix.accelerators().size());
            Cell cell = matrix.cell(model, accelerator);
            withSpeed += cell.outputTokensPerSecondPerServer().isPresent() ? 1 : 0;
            assertAgrees(matrix, cell, model, accelerator);
        }
        assertThat(withSpeed).isGreaterThan(100);
    }

    private static void assertAgrees(Matrix matrix, Cell cell, int model, int accelerator) {
        Estimate estimate;
        try {
            estimate = TestCatalog.planner().evaluate(matrix.request(model, accelerator)).estimate();
        } catch (RequestException refused) {
            assertThat(cell.reason().orElseThrow().code()).isEqualTo(refused.code());
            return;
        }
        String where = matrix.models().get(model).id() + " on " + matrix.accelerators().get(accelerator).id();
        assertThat(cell.verdict()).as(where).isEqualTo(estimate.verdict());
        assertThat(cell.confidence()).as(where).isEqualTo(estimate.confidence());
        assertThat(cell.outputTokensPerSecondPerServer().isPresent()).as(where).isEqualTo(estimate.speed().isPresent());
        estimate.speed().ifPresent(speed -> {
            Band mine = cell.outputTokensPerSecondPerServer().orElseThrow();
            Band theirs = speed.outputTokensPerSecondPerGpu();
            assertClose(mine.low(), cell.serverGpus() * theirs.low());
            assertClose(mine.mid(), cell.serverGpus() * theirs.mid());
            assertClose(mine.high(), cell.serverGpus() * theirs.high());
        });
        matrix.reason(model, accelerator).ifPresent(
                reason -> assertThat(estimate.findings()).as(where).contains(reason));
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-12 * expected));
    }

    @Test
    void aRunInSlicesComputesEveryCellOnceAndVisibleRowsFirst() {
        Matrix small = Matrix.of(TestCatalog.planner(), Terms.REFERENCE,
                TestCatalog.catalog().models().subList(0, 6), TestCatalog.catalog().accelerators().subList(0, 5));
        Run<Cell> start = small.run();

        Run<Cell> first = start.first(small.place(3, 0), small.place(5, 0)).advance(7);

        assertThat(start.computed()).isZero();
        Run<Cell> second = first.advance(1);
        assertThat(second.get(small.place(4, 2))).isPresent();
        assertThat(first.get(small.place(4, 2))).isEmpty();
        assertThat(first.get(small.place(3, 0))).isPresent();
        assertThat(first.get(small.place(4, 1))).isPresent();
        assertThat(first.get(small.place(4, 2))).isEmpty();
        assertThat(first.get(small.place(0, 0))).isEmpty();
        Run<Cell> run = first;
        while (!run.isDone()) {
            run = run.advance(4);
        }
        assertThat(run.computed()).isEqualTo(30);
        for (int i = 0; i < 30; i++) {
            assertThat(run.get(i)).contains(small.cell(i / 5, i % 5));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VLLM", "MINDIE"})
    void aRowFromAnotherThreadHasTheSameCellsAndReasons(ServingEngine engine) {
        Terms terms = new Terms(engine, 8192, 512, 16, Arrival.POISSON, "fp8", Optional.of("fp8"), Optional.empty());
        Matrix here = Matrix.of(TestCatalog.planner(), terms);
        Matrix there = Matrix.of(TestCatalog.planner(), terms);
        List<ModelEntry> wanted = List.of(here.models().get(40), here.models().get(3), here.models().get(90), here.models().get(3));
        JsonObject question = Aside.question(5, here, wanted).build();
        Aside aside = Aside.of(TestCatalog.planner(), question);
        while (!aside.isDone()) {
            aside.advance();
        }
        aside.order(question);
        assertThat(aside.isDone()).isTrue();
        assertThat(aside.answers(Aside.question(6, here, wanted).build())).isFalse();

        List<JsonCursor> rows = JsonCursor.of(JacksonJson.parse(JacksonJson.compact(aside.message()))).items("rows");
        assertThat(rows).extracting(row -> row.string("model"))
                .containsExactly(wanted.get(0).id(), wanted.get(1).id(), wanted.get(2).id());
        rows.forEach(row -> here.take(row.object()));
        for (ModelEntry model : wanted) {
            int row = here.place(model.id());
            assertThat(here.knows(row)).isTrue();
            for (int i = 0; i < here.accelerators().size(); i++) {
                String where = model.id() + " on " + here.accelerators().get(i).id();
                assertThat(here.cell(row, i)).as(where).isEqualTo(there.cell(row, i));
                assertThat(here.reason(row, i)).as(where).isEqualTo(there.reason(row, i));
            }
        }
        assertThat(here.knows(here.place("deepseek-r1"))).isFalse();
    }

    @Test
    void termsAreReadAsTheyWereWritten() {
        for (Terms terms : List.of(Terms.REFERENCE, new Terms(ServingEngine.SGLANG, 9, 8, 7, Arrival.CLOSED_LOOP, "fp4",
                Optional.of("fp8"), Optional.empty()))) {
            assertThat(Terms.of(JsonCursor.of(terms.json()))).isEqualTo(terms);
        }
    }
}
