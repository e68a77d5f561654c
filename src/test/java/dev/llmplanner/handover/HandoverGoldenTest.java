package dev.llmplanner.handover;

import dev.llmplanner.handover.acceptance.AcceptanceFiles;
import dev.llmplanner.handover.acceptance.AcceptancePlan;
import dev.llmplanner.handover.launch.Launch;
import dev.llmplanner.handover.launch.LaunchScript;
import dev.llmplanner.handover.manifest.Compose;
import dev.llmplanner.handover.manifest.Kubernetes;
import dev.llmplanner.support.TestCatalog;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every file of every case, as approved. */
class HandoverGoldenTest {

    @TestFactory
    Stream<DynamicTest> launchesAreAsApproved() {
        return cases(id -> {
            for (String language : List.of("en", "zh-CN")) {
                for (Artifact file : new LaunchScript(Cases.launch(id), Cases.words(language)).files()) {
                    Approval.verify(id + "/" + language + "/" + file.path(), file.text().orElseThrow());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> manifestsAreAsApproved() {
        return cases(id -> {
            Launch launch = Cases.launch(id);
            for (Artifact file : new Kubernetes(launch, Cases.CATALOG).files()) {
                Approval.verify(id + "/" + file.path(), file.text().orElseThrow());
            }
            for (Artifact file : new Compose(launch, Cases.CATALOG).files()) {
                Approval.verify(id + "/" + file.path(), file.text().orElseThrow());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> acceptanceTestsAreAsApproved() {
        return cases(id -> {
            Order order = Cases.order(id);
            Optional<AcceptancePlan> plan = AcceptancePlan.of(TestCatalog.planner(), order);
            if (plan.isEmpty()) {
                return;
            }
            for (String language : List.of("en", "zh-CN")) {
                for (Artifact file : new AcceptanceFiles(
                        plan.get(), Cases.launch(order).port(), Cases.CATALOG, Cases.words(language)).files()) {
                    // The limits are the estimate's, which moves with calibration.
                    if (file.path().endsWith(".sh")) {
                        Approval.verify(id + "/" + language + "/" + file.path(), file.text().orElseThrow());
                    }
                }
            }
        });
    }

    private interface Verification {
        void of(String id) throws Exception;
    }

    private static Stream<DynamicTest> cases(Verification verification) {
        return StreamSupport.stream(Cases.ids().spliterator(), false)
                .map(id -> DynamicTest.dynamicTest(id, () -> verification.of(id)));
    }
}
