package dev.llmplanner.engine.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be of a device, and the weaker of two confidences. */
class HardwareFiguresTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void aDeviceHasMemoryAndALinkHasARate(double nothing) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DeviceMemory(nothing, DeviceMemory.Basis.DRIVER)).withMessageContaining("" + nothing);
        assertThatIllegalArgumentException().isThrownBy(() -> new Link(nothing, 8)).withMessageContaining("" + nothing);
    }

    @Test
    void aLinkJoinsOneDeviceAtLeast() {
        assertThat(new Link(64e9, 1).maxDomain()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Link(64e9, 0));
    }

    @ParameterizedTest
    @EnumSource
    void theWeakerConfidenceCounts(Confidence confidence) {
        assertThat(confidence.and(Confidence.LOW)).isEqualTo(Confidence.LOW);
        assertThat(Confidence.HIGH.and(confidence)).isEqualTo(confidence);
        assertThat(confidence.and(confidence)).isEqualTo(confidence);
    }
}
