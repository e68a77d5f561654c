package dev.llmplanner.build.calibrate;

import dev.llmplanner.build.calibrate.CalibrationData.Row;
import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.Constants;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.hardware.Accelerator;
import dev.llmplanner.engine.roofline.CollectiveEfficiency;
import dev.llmplanner.engine.roofline.DeviceCalibration;
import dev.llmplanner.engine.roofline.Kernel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Sets {@code collectives.csv} and {@code efficiency.csv}, which no fit sees, against the constants. */
final class MicrobenchmarkLines {

    private static final Map<String, String> DEVICES = new TreeMap<>(Map.of(
            "H100 SXM", "nvidia-h100-sxm5-80gb", "H200 SXM", "nvidia-h200-sxm-141gb", "B200 SXM", "nvidia-b200-sxm-180gb"));

    private static final List<Integer> SIZES = List.of(16_384, 262_144, 1_048_576, 16_777_216);

    private final CalibrationData data;
    private final Constants constants;
    private final List<Sample> samples;
    private final List<String> lines = new ArrayList<>();

    MicrobenchmarkLines(CalibrationData data, Constants constants, List<Sample> samples) {
        this.data = data;
        this.constants = constants;
        this.samples = samples;
    }

    /** The section of the page. */
    List<String> lines() {
        lines.addAll(List.of(
                "",
                "## Against microbenchmarks",
                "",
                "No fit sees these rows. Collectives inside one server, measured / fitted, µs per call by size of the message; engines' own kernels",
                "in captured graphs, and NCCL's (`measurements/collectives.csv`). The fit is of whole servers: ranks wait for the slowest, norms ride on",
                "the call, and an all-to-all brings its routing along. So it is mostly slower than an engine's bare kernel; NCCL's own small messages",
                "are slower than both, which is why engines don't use it for them.",
                "",
                "| Collective | Device | GPUs | Implementation | 16 KiB | 256 KiB | 1 MiB | 16 MiB |",
                "|---|---|--:|---|--:|--:|--:|--:|"));
        DEVICES.forEach((name, id) -> {
            for (int gpus : List.of(2, 4, 8)) {
                allReduce(name, id, gpus, "vllm custom (vllm_graph)", ServingEngine.VLLM);
                allReduce(name, id, gpus, "sglang custom (sglang_graph)", ServingEngine.SGLANG);
                allReduce(name, id, gpus, "trtllm custom (trtllm)", ServingEngine.TENSORRT_LLM);
                row("all_reduce", name, gpus, "NCCL", allReduce(id, ServingEngine.VLLM), link(id), 2.0 * (gpus - 1) / gpus);
            }
        });
        DEVICES.forEach((name, id) -> row("alltoall", name, 8, "NCCL",
                calibration(id, ServingEngine.VLLM).orElseThrow().allToAll(), link(id), 7.0 / 8));
        efficiency();
        return lines;
    }

    private void allReduce(String name, String id, int gpus, String implementation, ServingEngine engine) {
        row("all_reduce", name, gpus, implementation, allReduce(id, engine), link(id), 2.0 * (gpus - 1) / gpus);
    }

    private CollectiveEfficiency allReduce(String id, ServingEngine engine) {
        return calibration(id, engine).orElseThrow().allReduce();
    }

    private void row(
            String op, String device, int gpus, String implementation, CollectiveEfficiency fit, double link, double wireShare) {
        StringBuilder row = new StringBuilder("| " + op.replace('_', '-') + " | " + device + " | " + gpus + " | " + implementation);
        boolean any = false;
        for (int size : SIZES) {
            OptionalDouble measured = latency(op, device, gpus, implementation, size);
            any |= measured.isPresent();
            row.append(" | ").append(measured.isEmpty() ? "–"
                    : decimal(measured.getAsDouble(), 1) + " / " + decimal(1e6 * fit.seconds(wireShare * size, link), 1));
        }
        if (any) {
            lines.add(row.append(" |").toString());
        }
    }

    private OptionalDouble latency(String op, String device, int gpus, String implementation, int size) {
        return data.rows("collectives.csv").stream()
                .filter(row -> row.text("op").equals(op) && row.text("gpu").equals(device)
                        && row.text("gpus").equals(String.valueOf(gpus)) && row.text("nodes").equals("1")
                        && row.text("implementation").startsWith(implementation)
                        && row.text("message_bytes").equals(String.valueOf(size)))
                .mapToDouble(row -> row.number("latency_us"))
                .findFirst();
    }

    private double link(String id) {
        return samples.stream().filter(sample -> sample.group().accelerator().equals(id)).findFirst().orElseThrow()
                .replica().interconnect().scaleUpBytesPerSecondPerDirection().orElseThrow();
    }

    private Optional<DeviceCalibration> calibration(String id, ServingEngine engine) {
        return data.catalog().accelerator(id).map(AcceleratorEntry::accelerator).map(Accelerator::calibration)
                .flatMap(device -> constants.engine(device, engine)).map(engineCalibration -> engineCalibration.device());
    }

    private void efficiency() {
        lines.addAll(List.of(
                "",
                "Shares of the printed peak, best measured / fitted for its class (`measurements/efficiency.csv`). Microbenchmarks choose the best",
                "shape of a long run, the fit is of the shapes that models have: it lies below, but for MI300A and Arc Pro, whose classes are fitted to",
                "another device or judged.",
                "",
                "| Device | Memory | BF16 | FP8 | FP4 |",
                "|---|--:|--:|--:|--:|"));
        Map<String, Map<String, Double>> best = new LinkedHashMap<>();
        for (Row row : data.rows("efficiency.csv")) {
            boolean memory = row.text("group").equals("memory_bandwidth");
            if ((memory || row.text("group").equals("gemm")) && row.has("fraction") && !row.text("what").contains("printed")) {
                best.computeIfAbsent(row.text("accelerator"), id -> new TreeMap<>())
                        .merge(memory ? "memory" : row.text("dtype"), row.number("fraction"), Math::max);
            }
        }
        new TreeMap<>(best).forEach((id, shares) -> calibration(id, ServingEngine.VLLM).ifPresent(fit -> {
            String row = share(shares, "memory", fit.of(Kernel.GEMM_BF16).memoryFraction())
                    + share(shares, "bf16", fit.of(Kernel.GEMM_BF16).computeFraction())
                    + share(shares, "fp8", fit.of(Kernel.GEMM_FP8).computeFraction())
                    + share(shares, "fp4", fit.of(Kernel.GEMM_FP4).computeFraction());
            if (row.contains("/")) {
                lines.add("| " + id + row + " |");
            }
        }));
    }

    private static String share(Map<String, Double> measured, String name, double fit) {
        return " | " + (measured.containsKey(name) && fit <= 1
                ? decimal(100 * measured.get(name), 0) + " / " + decimal(100 * fit, 0) + " %" : "–");
    }

    private static String decimal(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
