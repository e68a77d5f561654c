package dev.llmplanner.catalog;

import java.util.List;

/**
 * The facts of accelerators, servers and fabrics, with the range of each number. The ranges are wide on purpose: they hold
 * units, not taste. In a pointer, {@code *} stands for any item of a list. The build checks the catalog with them, the page a reader's own hardware.
 */
public final class HardwareFacts {

    private static final String[] CONFIDENCE = {"high", "medium", "low"};

    /** Of an accelerator. */
    public static final List<Fact> ACCELERATOR = List.of(
            Fact.text("/name").needed(),
            Fact.text("/vendor"),
            Fact.text("/vendorCountry"),
            Fact.text("/architecture"),
            Fact.integer("/releaseYear", 2015, 2035, ""),
            Fact.text("/formFactor"),
            Fact.code("/status", "shipping", "shipping-china", "restricted", "announced", "end-of-life", "cloud-only"),
            Fact.code("/calibration", "hopper", "blackwell", "ampere", "ada", "blackwell-workstation", "intel-xe2", "cdna2", "cdna3",
                    "gaudi", "ascend", "none"),
            Fact.integer("/devicesPerPackage", 1, 8, "devices"),
            Fact.number("/memory/marketingGB", 16, 1024, "GB"),
            Fact.number("/memory/reportedMiB", 14_000, 1_048_576, "MiB"),
            Fact.number("/memory/usableGiB", 14, 1024, "GiB"),
            Fact.text("/memory/type"),
            Fact.number("/memory/bandwidthGBps", 100, 30_000, "GB/s"),
            Fact.number("/memory/deviceBandwidthGBps", 100, 30_000, "GB/s"),
            Fact.number("/denseTflops/fp32", 5, 50_000, "TFLOPS"),
            Fact.number("/denseTflops/tf32", 5, 50_000, "TFLOPS"),
            Fact.number("/denseTflops/bf16", 5, 50_000, "TFLOPS"),
            Fact.number("/denseTflops/fp16", 5, 50_000, "TFLOPS"),
            Fact.number("/denseTflops/fp8", 5, 50_000, "TFLOPS"),
            Fact.number("/denseTflops/int8", 5, 50_000, "TFLOPS"),
            Fact.number("/denseTflops/fp4", 5, 50_000, "TFLOPS"),
            Fact.number("/tdpWatts", 15, 2500, "W"),
            Fact.text("/scaleUp/name"),
            Fact.number("/scaleUp/perDirectionGBps", 10, 4000, "GB/s"),
            Fact.number("/scaleUp/pairPerDirectionGBps", 5, 4000, "GB/s"),
            Fact.integer("/scaleUp/maxDomain", 2, 20_000, "accelerators"),
            Fact.text("/hostLink/type"),
            Fact.number("/hostLink/perDirectionGBps", 5, 1000, "GB/s"),
            Fact.texts("/engines"),
            Fact.code("/confidence", CONFIDENCE));

    /** Of a server. */
    public static final List<Fact> SERVER = List.of(
            Fact.text("/name").needed(),
            Fact.text("/vendor").needed(),
            Fact.code("/kind", "server", "server-class", "baseboard", "rack", "superpod", "workstation", "desktop").needed(),
            Fact.text("/accelerator").needed(),
            Fact.integer("/acceleratorCount", 1, 20_000, "accelerators").needed(),
            Fact.number("/memory/gib", 64, 1_000_000, "GiB"),
            Fact.text("/memory/asPrinted"),
            Fact.integer("/nics/*/count", 1, 20_000, "adapters"),
            Fact.number("/nics/*/gbpsEach", 1, 3200, "Gb/s"),
            Fact.text("/nics/*/technology"),
            Fact.text("/nics/*/role"),
            Fact.number("/maxPowerKw", 0.2, 1000, "kW"),
            Fact.integer("/rackUnits", 1, 60, "rack units"),
            Fact.integer("/racks", 1, 200, "racks"),
            Fact.code("/cooling", "air", "liquid", "hybrid"),
            Fact.code("/confidence", CONFIDENCE));

    /** Numbers of a fabric. */
    public static final List<Fact> FABRIC = List.of(
            Fact.number("/portLineRateGbps", 10, 3200, "Gb/s"),
            Fact.number("/perDirectionGBps", 5, 4000, "GB/s"),
            Fact.number("/pairPerDirectionGBps", 5, 4000, "GB/s"),
            Fact.number("/latencies/*/microseconds", 0.05, 1000, "µs"),
            Fact.number("/measured/*/valueGBps", 0.001, 4000, "GB/s"),
            Fact.number("/measured/*/fraction", 1e-6, 1.1, "of the peak"));

    private HardwareFacts() {}
}
