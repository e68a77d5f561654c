package dev.llmplanner.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProfilesTest {

    private static final List<ModelEntry> MODELS = TestCatalog.catalog().models();

    private static final Profiles PROFILES = on(Profiles.REFERENCE_ACCELERATOR);

    private static Profiles on(String accelerator) {
        AcceleratorEntry entry = TestCatalog.catalog().accelerator(accelerator).orElseThrow();
        return Profiles.of(TestCatalog.planner(), Terms.REFERENCE, entry);
    }

    private static ModelProfile profile(String model) {
        for (int i = 0; i < MODELS.size(); i++) {
            if (MODELS.get(i).id().equals(model)) {
                return PROFILES.profile(i);
            }
        }
        throw new IllegalArgumentException(model);
    }

    @Test
    void everyFigureEqualsTheCalculatorsAnswerToItsRequest() {
        int compared = 0;
        for (int i = 0; i < MODELS.size(); i++) {
            ModelProfile profile = PROFILES.profile(i);
            if (profile.singleUserTokensPerSecond().isPresent()) {
                Speed alone = TestCatalog.planner().evaluate(ofOneUser(PROFILES.request(i)))
                        .estimate().speed().orElseThrow();
                Speed loaded = TestCatalog.planner().evaluate(PROFILES.request(i)).estimate().speed().orElseThrow();
                assertThat(profile.singleUserTokensPerSecond().get().mid() * alone.tpotSeconds().mid())
                        .isCloseTo(1, within(1e-12));
                assertThat(profile.outputTokensPerSecondPerServer().orElseThrow().mid()
                        / loaded.outputTokensPerSecondPerGpu().mid()).isCloseTo(8, within(1e-11));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static JsonObject ofOneUser(JsonObject request) {
        Map<String, Json> workload = new LinkedHashMap<>(((JsonObject) request.get("workload").orElseThrow()).members());
        workload.put("concurrency", new JsonNumber(1));
        Map<String, Json> members = new LinkedHashMap<>(request.members());
        members.put("workload", new JsonObject(workload));
        return new JsonObject(members);
    }

    @Test
    void aLargeMixtureInFp8NeedsOneServerAndHasTheWeightsOfItsCheckpoint() {
        ModelProfile profile = profile("deepseek-r1");

        assertThat(profile.tier()).isEqualTo(Tier.ONE_SERVER);
        assertThat(profile.minimumGpus()).hasValue(8);
        assertThat(profile.band()).isEqualTo(ParameterBand.FROM_500);
        assertThat(profile.attentionKinds()).containsExactly("mla");
        // 61 layers of 512 + 64 elements in BF16.
        assertThat(profile.kvCacheBytesPerToken()).hasValue(61 * 576 * 2);
        assertThat(profile.weightsBytes()).containsKeys("native", "fp4");
        assertThat(profile.weightsBytes().get("native")).isBetween(671e9, 700e9);
        assertThat(profile.densityFraction().orElseThrow()).isCloseTo(37.0 / 671, within(1e-9));
    }

    @Test
    void aModelWhoseFieldsAreNotKnownIsInNoTier() {
        ModelProfile profile = profile("pangu-pro-moe-72b");

        assertThat(profile.tier()).isEqualTo(Tier.UNKNOWN);
        assertThat(profile.missing().orElseThrow().code()).isEqualTo("architecture-unknown");
        assertThat(profile.minimumGpus()).isEmpty();
        assertThat(profile.weightsBytes()).isEmpty();
    }

    @Test
    void everyModelHasATierAndSmallerDevicesNeverLowerIt() {
        Map<Tier, Integer> tiers = new TreeMap<>();
        Profiles small = on("nvidia-h100-sxm5-80gb");
        for (int i = 0; i < MODELS.size(); i++) {
            ModelProfile profile = PROFILES.profile(i);
            tiers.merge(profile.tier(), 1, Integer::sum);
            if (profile.tier() != Tier.UNKNOWN) {
                assertThat(small.profile(i).tier()).as(profile.model()).isGreaterThanOrEqualTo(profile.tier());
            }
        }
        assertThat(tiers).containsKeys(Tier.ONE_SERVER, Tier.TWO_SERVERS, Tier.UNKNOWN);
    }
}
