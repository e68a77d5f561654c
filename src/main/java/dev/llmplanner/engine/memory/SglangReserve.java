package dev.llmplanner.engine.memory;

import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.ParallelLayout;

/**
 * The share of memory that SGLang takes for weights and cache where {@code mem_fraction_static} isn't set.
 *
 * <p>From 0.5 on it reserves, in MiB: 512, 1.5 per prompt token of a step, 2 per sequence of its largest graph, 128 per GPU
 * of the replica; under attention data parallelism 3 (4.5 for graphs above 300 sequences) per sequence of the largest graph
 * and rank; at least 10 GiB on devices above 60 GiB; 2 GiB more for a draft. Before, the share follows TP alone.
 *
 * @see <a href="https://github.com/sgl-project/sglang/blob/main/python/sglang/srt/server_args.py">_handle_gpu_memory_settings</a>
 */
final class SglangReserve {

    private static final double MIB = 1_048_576;
    private static final double GIB = 1024;

    private SglangReserve() {}

    static double fraction(Deployment deployment, double capacityBytes) {
        ParallelLayout layout = deployment.layout();
        int tensorParallel = layout.stageGpus();
        boolean older = deployment.engineVersion().map(version -> !version.isAtLeast(0, 5)).orElse(false);
        if (older) {
            return tensorParallel >= 16 ? 0.79 : tensorParallel >= 8 ? 0.81 : tensorParallel >= 4 ? 0.85
                    : tensorParallel >= 2 ? 0.87 : 0.88;
        }
        double memory = capacityBytes / MIB;
        double graph = graphSequences(memory, tensorParallel);
        double reserved = 512 + 1.5 * promptTokens(memory) + 2 * graph + layout.gpus() / 8.0 * GIB;
        int ranks = layout.attentionDataParallel();
        if (ranks > 1) {
            reserved += graph * ranks * (graph > 300 ? 4.5 : 3);
        }
        if (memory > 60 * GIB) {
            reserved = Math.max(reserved, 10 * GIB);
        }
        if (deployment.workload().speculation().isPresent()) {
            reserved += 2 * GIB;
        }
        // SGLang rounds to three decimals.
        return Math.floor((memory - reserved) / memory * 1000 + 0.5) / 1000;
    }

    private static double promptTokens(double memoryMib) {
        return memoryMib < 35 * GIB ? 2048 : memoryMib < 60 * GIB ? 4096 : memoryMib < 160 * GIB ? 8192 : 16_384;
    }

    private static double graphSequences(double memoryMib, int tensorParallel) {
        boolean few = tensorParallel < 4;
        if (memoryMib < 20 * GIB) {
            return 8;
        }
        if (memoryMib < 35 * GIB) {
            return few ? 24 : 80;
        }
        if (memoryMib < 60 * GIB) {
            return few ? 32 : 160;
        }
        return few && memoryMib < 160 * GIB ? 256 : 512;
    }
}
