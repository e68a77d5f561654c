package dev.llmplanner.view.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.memory.KvFootprint;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.ParameterCount;
import dev.llmplanner.engine.roofline.PassCost;
import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.support.TestCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelFiguresTest {
    private static final List<ModelEntry> COMPUTABLE = TestCatalog.planner().catalog().models().stream()
            .filter(model -> model.architecture().isPresent()).toList();

    @Test
    void partsOfTheParametersSumToTheEnginesTotalAndActive() {
        for (ModelEntry model : COMPUTABLE) {
            Architecture architecture = model.architecture().orElseThrow();
            ParameterParts parts = ParameterParts.of(architecture);
            ParameterCount count = ParameterCount.of(architecture);

            assertThat(parts.parts().stream().mapToDouble(ParameterParts.Part::count).sum())
                    .as(model.id()).isCloseTo(count.total(), within(1e-12 * count.total()));
            assertThat(parts.parts().stream().mapToDouble(ParameterParts.Part::activeCount).sum())
                    .as(model.id()).isCloseTo(count.active(), within(1e-12 * count.total()));
        }
    }

    @Test
    void partsOfTheTrafficSumToTheEnginesTotalInBothPhases() {
        int computed = 0;
        for (ModelEntry model : COMPUTABLE) {
            Optional<Passes> passes = Passes.of(model, Question.INITIAL.of(model), TestCatalog.planner()).passes();
            if (passes.isEmpty()) {
                continue;
            }
            computed++;
            for (PassCost cost : List.of(passes.get().decode(1, 4096), passes.get().decode(256, 100_000),
                    passes.get().prefill(4096))) {
                assertThat(Traffic.of(cost).parts().stream().mapToDouble(Traffic.Part::bytes).sum())
                        .as(model.id()).isCloseTo(cost.memoryBytes(), within(1e-12 * cost.memoryBytes()));
            }
        }
        assertThat(computed).isGreaterThan(100);
    }

    @Test
    void noPlaceLiesAboveTheRoof() {
        for (ModelEntry model : COMPUTABLE) {
            Optional<Passes> passes = Passes.of(model, Question.INITIAL.of(model), TestCatalog.planner()).passes();
            if (passes.isEmpty()) {
                continue;
            }
            double peak = passes.get().peaksFlopPerSecond().values().stream().mapToDouble(Double::doubleValue).max()
                    .orElseThrow();
            for (PassCost cost : List.of(passes.get().decode(1, 8192), passes.get().decode(256, 8192),
                    passes.get().prefill(8192))) {
                Passes.Place place = Passes.place(cost);
                assertThat(place.flopPerSecond()).as(model.id())
                        .isLessThan(Math.min(peak, place.flopPerByte() * passes.get().bandwidthBytesPerSecond()));
            }
        }
    }

    @Test
    void oneTokenTouchesTheExpertsThatItChooses() {
        ModelEntry model = TestCatalog.planner().catalog().model("deepseek-r1").orElseThrow();
        Passes passes = Passes.of(model, Question.INITIAL, TestCatalog.planner()).passes().orElseThrow();

        assertThat(passes.distinctExperts(passes.experts().orElseThrow(), 1)).isCloseTo(8, within(1e-9));
        assertThat(passes.distinctExperts(passes.experts().orElseThrow(), 1e9)).isCloseTo(256, within(1e-6));
    }

    @Test
    void peersAreNearestFirstAndHoldCachesUnlikeEachOther() {
        for (ModelEntry model : COMPUTABLE) {
            List<Peers.Peer> peers = Peers.of(model, TestCatalog.planner().catalog().models(), KvFormat.BF16);

            assertThat(peers).hasSize(5);
            assertThat(peers.get(0).model()).isEqualTo(model);
            List<KvFootprint> caches = new ArrayList<>();
            peers.forEach(peer -> caches.add(peer.footprint()));
            assertThat(caches).doesNotHaveDuplicates();
        }
    }

    @Test
    void aLinkBringsTheTermsBackAndLeavesOutWhatIsUsual() {
        ModelEntry model = TestCatalog.planner().catalog().model("deepseek-r1").orElseThrow();
        Question asked = new Question("nvidia-b200-sxm-180gb", "fp4", 65_536, 128);
        List<String> ignored = new ArrayList<>();

        Question read = Question.read(new LinkedHashMap<>(asked.link()), Optional.of(model),
                TestCatalog.planner().catalog(), ignored);

        assertThat(read).isEqualTo(asked);
        assertThat(ignored).isEmpty();
        assertThat(Question.INITIAL.link()).isEmpty();
    }

    @Test
    void whatALinkGetsWrongIsNamedAndLeftOut() {
        ModelEntry model = TestCatalog.planner().catalog().model("deepseek-r1").orElseThrow();
        List<String> ignored = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>(Map.of(
                "hw", "abacus", "weights", "gguf-q9", "context", "99999999", "batch", "-1"));

        Question read = Question.read(texts, Optional.of(model), TestCatalog.planner().catalog(), ignored);

        assertThat(read).isEqualTo(Question.INITIAL);
        assertThat(ignored).containsExactlyInAnyOrder(
                "hw=abacus", "weights=gguf-q9", "context=99999999", "batch=-1");
        assertThat(texts).isEmpty();
    }
}
