package dev.llmplanner.catalog;

import dev.llmplanner.engine.hardware.Accelerator;
import dev.llmplanner.engine.hardware.CalibrationClass;
import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.engine.hardware.Link;
import dev.llmplanner.engine.hardware.PeakRates;
import dev.llmplanner.json.JsonCursor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads one accelerator, from the bundle or inline from a request.
 *
 * <p>Capacity is what the framework prints, else what the driver reports, else the printed figure read as GiB times the
 * share that software usually sees. A package of several devices is divided: software counts devices.
 */
public final class AcceleratorReader {

    private final double marketingShare;

    /**
     * @param marketingShare share of a printed capacity that software sees, (0, 1]
     */
    public AcceleratorReader(double marketingShare) {
        this.marketingShare = marketingShare;
    }

    /** Reads that record; {@code vendor} is added by the bundle, and optional inline. */
    public AcceleratorEntry read(String id, JsonCursor record) {
        int devices = record.findInteger("devicesPerPackage").orElse(1);
        Optional<JsonCursor> memory = record.find("memory");
        Map<String, Double> rates = new LinkedHashMap<>();
        record.find("denseTflops").ifPresent(dense ->
                dense.names().forEach(format -> rates.put(format, dense.number(format) * Units.TERA)));
        Optional<DeviceMemory> capacity = memory.flatMap(figures -> capacity(figures, devices));
        Confidence stated = confidence(record);
        boolean derived = capacity.isPresent() && capacity.get().basis() == DeviceMemory.Basis.DERIVED;
        Accelerator accelerator = new Accelerator(
                id,
                calibration(record),
                capacity,
                Units.times(memory.map(AcceleratorReader::bandwidth).orElse(OptionalDouble.empty()),
                        Units.GIGA / devices),
                new PeakRates(
                        rate(rates, rates.containsKey("bf16") ? "bf16" : "fp16", devices),
                        rate(rates, "fp8", devices),
                        rate(rates, "fp4", devices),
                        rate(rates, "int8", devices)),
                record.find("scaleUp").flatMap(link -> link(link, devices)),
                record.find("hostLink").flatMap(link -> link(link, 1)),
                derived ? stated.and(Confidence.MEDIUM) : stated);
        return new AcceleratorEntry(
                record.findString("name").orElse(id),
                record.findString("vendor").orElse(""),
                record.findString("vendorCountry"),
                record.findString("architecture").orElse(""),
                record.findInteger("releaseYear"),
                record.findString("formFactor"),
                record.findString("status").orElse(""),
                accelerator,
                devices,
                memory.map(figures -> Units.times(figures.findNumber("marketingGB"), Units.GIGA))
                        .orElse(OptionalDouble.empty()),
                memory.flatMap(figures -> figures.findString("type")),
                rates,
                record.findNumber("tdpWatts"),
                record.find("scaleUp").flatMap(link -> link.findString("name")),
                record.find("hostLink").flatMap(link -> link.findString("type")),
                record.strings("engines"),
                record.findString("availability"));
    }

    private Optional<DeviceMemory> capacity(JsonCursor memory, int devices) {
        OptionalDouble usable = memory.findNumber("usableGiB");
        if (usable.isPresent()) {
            return Optional.of(new DeviceMemory(
                    usable.getAsDouble() * Units.GIB / devices, DeviceMemory.Basis.MEASURED));
        }
        OptionalDouble reported = memory.findNumber("reportedMiB");
        if (reported.isPresent()) {
            return Optional.of(new DeviceMemory(
                    reported.getAsDouble() * Units.MIB / devices, DeviceMemory.Basis.DRIVER));
        }
        OptionalDouble printed = memory.findNumber("marketingGB");
        if (printed.isPresent()) {
            return Optional.of(new DeviceMemory(
                    printed.getAsDouble() * Units.GIB * marketingShare / devices, DeviceMemory.Basis.DERIVED));
        }
        return Optional.empty();
    }

    private static OptionalDouble bandwidth(JsonCursor memory) {
        OptionalDouble device = memory.findNumber("deviceBandwidthGBps");
        return device.isPresent() ? device : memory.findNumber("bandwidthGBps");
    }

    private static OptionalDouble rate(Map<String, Double> rates, String format, int devices) {
        Double rate = rates.get(format);
        return rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate / devices);
    }

    private static Optional<Link> link(JsonCursor link, int devices) {
        OptionalDouble rate = link.findNumber("perDirectionGBps");
        if (rate.isEmpty()) {
            return Optional.empty();
        }
        int domain = link.findInteger("maxDomain").orElse(devices == 1 ? 1 : devices) * devices;
        return Optional.of(new Link(rate.getAsDouble() * Units.GIGA / devices, domain));
    }

    private static CalibrationClass calibration(JsonCursor record) {
        Optional<String> code = record.findString("calibration");
        if (code.isEmpty()) {
            return CalibrationClass.NONE;
        }
        for (CalibrationClass candidate : CalibrationClass.values()) {
            if (CalibrationCodes.code(candidate).equals(code.get())) {
                return candidate;
            }
        }
        throw record.at("calibration").wrong("a calibration class of accelerator.schema.json");
    }

    static Confidence confidence(JsonCursor record) {
        Optional<String> confidence = record.findString("confidence");
        if (confidence.isEmpty()) {
            return Confidence.LOW;
        }
        return switch (confidence.get()) {
            case "high" -> Confidence.HIGH;
            case "medium" -> Confidence.MEDIUM;
            case "low" -> Confidence.LOW;
            default -> throw record.at("confidence").wrong("high, medium or low");
        };
    }
}
