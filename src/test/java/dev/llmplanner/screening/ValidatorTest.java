package dev.llmplanner.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.Patch;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.engine.serving.Verdict;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValidatorTest {

    private static final List<ModelEntry> MODELS = TestCatalog.catalog().models();
    private static final int CONFIGURATIONS = 40;
    private static final int ANSWERS_EACH = 12;

    private static Assessment assess(Configuration configuration, Terms terms, Targets targets, String model) {
        Validator validator = Validator.of(TestCatalog.planner(), configuration, terms, targets,
                List.of(TestCatalog.catalog().model(model).orElseThrow()));
        return validator.assess(0);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    @Test
    void noAnswerContradictsTheCalculator() {
        Random random = new Random(7);
        int served = 0;
        int limited = 0;
        int refused = 0;
        for (int i = 0; i < CONFIGURATIONS; i++) {
            Targets targets = new Targets(
                    random.nextBoolean() ? OptionalDouble.of(0.2 + 5 * random.nextDouble()) : OptionalDouble.empty(),
                    random.nextBoolean() ? OptionalDouble.of(0.01 + 0.1 * random.nextDouble()) : OptionalDouble.empty());
            Terms terms = new Terms(Terms.REFERENCE.engine(), 256 << random.nextInt(5), 128 << random.nextInt(4),
                    1 + random.nextInt(300), Terms.REFERENCE.arrival(), "native", Optional.empty(), Optional.empty());
            Validator validator =
                    Validator.of(TestCatalog.planner(), configuration(random), terms, targets, MODELS);
            for (int j = 0; j < ANSWERS_EACH; j++) {
                Assessment answer = validator.assess(random.nextInt(validator.items().size()));
                if (answer.layout().isEmpty()) {
                    refused++;
                    continue;
                }
                assertAsked(validator, answer);
                if (answer.maxUsersPerReplica().orElse(0) > 0) {
                    assertMost(validator.requestAtMost(answer).orElseThrow(), answer, targets);
                    served++;
                    limited += answer.limit().orElseThrow() == Limit.TTFT || answer.limit().orElseThrow() == Limit.TPOT
                            ? 1 : 0;
                }
            }
        }
        assertThat(served).isGreaterThan(100);
        assertThat(limited).isGreaterThan(30);
        assertThat(refused).isLessThan(CONFIGURATIONS * ANSWERS_EACH / 2);
    }

    private static Configuration configuration(Random random) {
        if (random.nextBoolean()) {
            var servers = TestCatalog.catalog().servers().stream().filter(server -> server.acceleratorCount() <= 16).toList();
            return Configuration.servers(servers.get(random.nextInt(servers.size())).id(), 1 + random.nextInt(3),
                    Optional.of("ib-ndr"));
        }
        var accelerators = TestCatalog.catalog().accelerators();
        return Configuration.accelerators(accelerators.get(random.nextInt(accelerators.size())).id(),
                1 + random.nextInt(8), 1 + random.nextInt(2), Optional.of("roce-400"));
    }

    private static Estimate evaluate(JsonObject request) {
        return TestCatalog.planner().evaluate(request).estimate();
    }

    private static void assertAsked(Validator validator, Assessment answer) {
        Estimate estimate = evaluate(validator.request(answer).orElseThrow());
        assertThat(estimate.verdict() == Verdict.DOES_NOT_FIT).isEqualTo(answer.outcome() == Outcome.DOES_NOT_FIT);
        assertThat(estimate.speed().isPresent()).isEqualTo(answer.tpotSeconds().isPresent());
        estimate.speed().ifPresent(speed -> {
            assertClose(answer.ttftSeconds().orElseThrow().mid(), speed.ttftSeconds().mid());
            assertClose(answer.tpotSeconds().orElseThrow().high(), speed.tpotSeconds().high());
            assertClose(answer.outputTokensPerSecond().orElseThrow().low(),
                    answer.replicas() * speed.outputTokensPerSecond().low());
        });
        answer.maxContextTokens().ifPresent(tokens ->
                assertThat(estimate.kvCache().orElseThrow().maxContextTokens()).isEqualTo(tokens));
        boolean fewer = answer.maxUsersPerReplica().orElse(Integer.MAX_VALUE) < answer.usersPerReplica();
        assertThat(answer.outcome() == Outcome.SERVES).isEqualTo(!fewer && answer.maxUsersPerReplica().isPresent());
    }

    private static void assertMost(JsonObject request, Assessment answer, Targets targets) {
        int most = answer.maxUsersPerReplica().orElseThrow();
        Estimate at = evaluate(request);
        assertThat(codes(at.findings())).doesNotContain("kv-limited", "does-not-fit");
        assertThat(meets(at, targets)).isTrue();
        Estimate beyond = evaluate(Patch.apply(request, new JsonObject.Builder().put("workload",
                new JsonObject.Builder().put("concurrency", new JsonNumber(most + 1)).build()).build()));
        boolean waits = codes(beyond.findings()).contains("kv-limited");
        switch (answer.limit().orElseThrow()) {
            case KV_CACHE, ENGINE_BATCH -> assertThat(waits).isTrue();
            case TTFT -> assertThat(ttft(beyond)).isGreaterThan(targets.ttftSeconds().orElseThrow());
            case TPOT -> assertThat(tpot(beyond)).isGreaterThan(targets.tpotSeconds().orElseThrow());
            default -> throw new AssertionError(answer.limit());
        }
    }

    private static boolean meets(Estimate estimate, Targets targets) {
        return (targets.ttftSeconds().isEmpty() || ttft(estimate) <= targets.ttftSeconds().getAsDouble())
                && (targets.tpotSeconds().isEmpty() || tpot(estimate) <= targets.tpotSeconds().getAsDouble());
    }

    private static double ttft(Estimate estimate) {
        return estimate.speed().map(Speed::ttftSeconds).orElseThrow().mid();
    }

    private static double tpot(Estimate estimate) {
        return estimate.speed().map(Speed::tpotSeconds).orElseThrow().mid();
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-12 * expected));
    }

    @Test
    void looserTargetsNeverServeFewer() {
        Configuration server = Configuration.servers("nvidia-dgx-h200", 1, Optional.empty());
        int before = 0;
        for (double tpot : new double[] {0.01, 0.02, 0.03, 0.05, 0.1, 1}) {
            Targets targets = new Targets(OptionalDouble.empty(), OptionalDouble.of(tpot));
            int users = assess(server, Terms.REFERENCE, targets, "deepseek-r1").maxUsers().orElseThrow();
            assertThat(users).isGreaterThanOrEqualTo(before);
            before = users;
        }
        assertThat(before).isGreaterThan(500);
    }

    @Test
    void everyWarningIsGivenSomewhereAndOnlyKnownOnes() {
        List<Finding> given = new ArrayList<>();
        String[] servers = {"nvidia-dgx-h200", "cn-h100-8gpu-grey", "hpe-dl380a-h200nvl", "huawei-atlas-800i-a2-64g",
                "nvidia-dgx-a100"};
        for (String id : servers) {
            Validator validator = Validator.of(TestCatalog.planner(),
                    Configuration.servers(id, 3, Optional.of("roce-100")), Terms.REFERENCE, Targets.NONE, MODELS);
            given.addAll(validator.warnings());
            for (int i = 0; i < validator.items().size(); i++) {
                given.addAll(validator.assess(i).warnings());
            }
        }
        for (String id : new String[] {"nvidia-rubin", "nvidia-rtx-4090-24gb", "google-tpu-v6e", "nvidia-a800-sxm4-80gb"}) {
            given.addAll(Validator.of(TestCatalog.planner(), Configuration.accelerators(id, 8, 1, Optional.empty()),
                    Terms.REFERENCE, Targets.NONE, MODELS).warnings());
        }
        // Few users within a short TPOT: latent attention is divided by heads instead of by sequences.
        given.addAll(assess(Configuration.servers("nvidia-dgx-h200", 1, Optional.empty()), Terms.REFERENCE,
                new Targets(OptionalDouble.empty(), OptionalDouble.of(0.014)), "deepseek-r1").warnings());
        List<String> codes = codes(given).stream().distinct().toList();
        for (WarningCode code : WarningCode.values()) {
            assertThat(codes).contains(code.code());
        }
    }

    @Test
    void aBridgeOfFourCardsIsTooSmallForEight() {
        Assessment answer = assess(Configuration.accelerators("nvidia-h200-nvl-141gb", 8, 1, Optional.empty()),
                Terms.REFERENCE, Targets.NONE, "deepseek-r1");

        assertThat(codes(answer.warnings())).contains("bridge-too-small", "collectives-over-host-link");
    }

    @Test
    void aReplicaNeverSpansNodesThatTheDevicesLinkDoesNotJoin() {
        Assessment answer = assess(Configuration.accelerators("nvidia-h200-sxm-141gb", 4, 2, Optional.of("ib-ndr")),
                Terms.REFERENCE, Targets.NONE, "deepseek-r1");

        assertThat(answer.outcome()).isEqualTo(Outcome.DOES_NOT_FIT);
        assertThat(answer.layout().orElseThrow().gpus()).isLessThanOrEqualTo(4);
    }
}
