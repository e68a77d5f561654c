package dev.llmplanner.screening;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.FabricEntry;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.contract.Hardware;
import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.engine.serving.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/** What is to be said about a configuration whatever the model. */
final class HardwareWarnings {

    /** Mean power of a rack, watts; Uptime Institute's survey of 2020. */
    static final double USUAL_RACK_WATTS = 8_400;

    /** One port of 200 Gbit/s per GPU, bytes per second: the least that the catalog's 8-GPU servers with fast links bring. */
    private static final double FAST_FABRIC_BYTES_PER_SECOND = 25e9;

    private static final double GIGA = 1e9;

    private HardwareWarnings() {}

    /**
     * Those warnings.
     *
     * @param gpus           of all nodes
     * @param memoryFraction share of memory that the engine takes
     */
    static List<Finding> of(Hardware hardware, int nodes, int gpus, DoubleSupplier memoryFraction) {
        List<Finding> warnings = new ArrayList<>();
        AcceleratorEntry device = hardware.accelerator();
        memory(device, memoryFraction).ifPresent(warnings::add);
        power(hardware, nodes, gpus).ifPresent(warnings::add);
        boolean spans = gpus > hardware.interconnect(gpus).domainGpus();
        if (spans) {
            hardware.server().flatMap(server -> nics(server, nodes)).ifPresent(warnings::add);
            hardware.fabric().flatMap(HardwareWarnings::fabric).ifPresent(warnings::add);
        }
        status(device).ifPresent(warnings::add);
        hardware.server().filter(server -> !Recommendable.server(server)).ifPresent(server ->
                warnings.add(WarningCode.NOT_RECOMMENDED.finding().with("server", server.id())));
        boolean low = device.accelerator().confidence() == Confidence.LOW
                || hardware.server().map(server -> server.confidence() == Confidence.LOW).orElse(false);
        if (low) {
            warnings.add(WarningCode.LOW_CONFIDENCE.finding().with("accelerator", device.id()));
        }
        return warnings;
    }

    /** What is printed is said in GB as printed: vendors mean 10⁹ bytes or 2³⁰, and don't say which. */
    private static Optional<Finding> memory(AcceleratorEntry device, DoubleSupplier memoryFraction) {
        Optional<DeviceMemory> memory = device.accelerator().memory();
        if (memory.isEmpty() || device.marketingBytes().isEmpty()) {
            return Optional.empty();
        }
        double printed = device.marketingBytes().getAsDouble() / GIGA / device.devicesPerPackage();
        double engine = memoryFraction.getAsDouble() * memory.get().capacityBytes();
        return Optional.of(WarningCode.USABLE_BELOW_PRINTED.finding()
                .with("printedGigabytes", printed)
                .with("capacityBytes", memory.get().capacityBytes())
                .with("engineBytes", engine));
    }

    /** The server's own maximum where it is known, else the accelerators alone, which is less than it will be. */
    private static Optional<Finding> power(Hardware hardware, int nodes, int gpus) {
        Optional<ServerEntry> server = hardware.server();
        OptionalDouble whole = server.map(ServerEntry::maxPowerWatts).orElse(OptionalDouble.empty());
        OptionalDouble card = hardware.accelerator().tdpWatts();
        if (whole.isEmpty() && card.isEmpty()) {
            return Optional.empty();
        }
        int racks = server.map(ServerEntry::racks).filter(known -> known.isPresent())
                .map(known -> known.getAsInt()).orElse(1);
        double cards = (double) gpus / nodes / hardware.accelerator().devicesPerPackage();
        double watts = (whole.isPresent() ? whole.getAsDouble() : cards * card.getAsDouble()) / racks;
        return watts > USUAL_RACK_WATTS
                ? Optional.of(WarningCode.RACK_POWER.finding()
                        .with("watts", watts)
                        .with("rackWatts", USUAL_RACK_WATTS)
                        .with("totalWatts", watts * racks * nodes)
                        .with("basis", whole.isPresent() ? "server" : "accelerators"))
                : Optional.empty();
    }

    private static Optional<Finding> nics(ServerEntry server, int nodes) {
        int cards = 0;
        for (ServerEntry.Nic nic : server.nics()) {
            if (nic.role().contains("compute") || nic.role().contains("scale-out")) {
                cards += nic.count();
            }
        }
        boolean few = nodes > 1 && cards > 0 && cards < server.acceleratorCount();
        return few
                ? Optional.of(WarningCode.FEW_NICS.finding()
                        .with("nics", cards).with("gpus", server.acceleratorCount()).with("server", server.id()))
                : Optional.empty();
    }

    private static Optional<Finding> fabric(FabricEntry fabric) {
        OptionalDouble rate = fabric.bytesPerSecondPerDirection();
        return rate.isPresent() && rate.getAsDouble() < FAST_FABRIC_BYTES_PER_SECOND
                ? Optional.of(WarningCode.SLOW_FABRIC.finding()
                        .with("fabricBytesPerSecond", rate.getAsDouble())
                        .with("fastBytesPerSecond", FAST_FABRIC_BYTES_PER_SECOND)
                        .with("fabric", fabric.id()))
                : Optional.empty();
    }

    private static Optional<Finding> status(AcceleratorEntry device) {
        Optional<WarningCode> code = switch (device.status()) {
            case "announced" -> Optional.of(WarningCode.NOT_SHIPPING);
            case "end-of-life" -> Optional.of(WarningCode.END_OF_LIFE);
            case "cloud-only" -> Optional.of(WarningCode.CLOUD_ONLY);
            case "restricted" -> Optional.of(WarningCode.EXPORT_RESTRICTED);
            case "shipping-china" -> Optional.of(WarningCode.CHINA_ONLY);
            default -> Optional.empty();
        };
        return code.map(known -> known.finding().with("accelerator", device.id()));
    }
}
