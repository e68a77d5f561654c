package dev.llmplanner.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryPerGpuTest {

    @Test
    void aPoolThatIsFullToTheLastByteLacksNothing() {
        assertThat(with(40e9 + 1e-4).freeBytes()).isNegative();
        assertThat(with(40e9 + 1e-4).isShort()).isFalse();
        assertThat(with(40e9 + 2).isShort()).isTrue();
    }

    private static MemoryPerGpu with(double kvCacheBytes) {
        return new MemoryPerGpu(80e9, 10e9, 20e9, kvCacheBytes, 0, 6e9, 4e9);
    }
}
