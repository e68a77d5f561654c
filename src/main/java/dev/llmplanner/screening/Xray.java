package dev.llmplanner.screening;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.contract.Answer;
import dev.llmplanner.contract.Hardware;
import dev.llmplanner.engine.deployment.Interconnect;
import dev.llmplanner.engine.roofline.OperatorCost;
import dev.llmplanner.engine.serving.ServingPoint;
import dev.llmplanner.engine.serving.Speed;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one decode step moves, and what its time goes into, on one GPU of one pipeline stage: the answer's operators, by
 * what they read.
 *
 * <p>An operator counts whole: the inputs and outputs of a matrix product with its weights, those of attention with the
 * cache. The bytes of the parts in memory add up to the answer's {@code bandwidth.bytesPerStep}.
 *
 * @param parts                   in the order of {@link Kind}, without those that move nothing
 * @param stepSeconds             that the step keeps a stage busy, with the engine's own work and draft passes
 * @param bandwidthBytesPerSecond peak memory bandwidth of one GPU
 * @param sequences               that one stage works on at a time
 * @param tokensPerStep           that each sequence gains
 * @param gpus                    of the replica
 * @param linkBytesPerSecond      peak of the one link that carries the collectives, per direction; absent where they cross
 *                                domains, or where it isn't published
 */
public record Xray(
        List<Part> parts,
        double stepSeconds,
        double bandwidthBytesPerSecond,
        double sequences,
        double tokensPerStep,
        double gpus,
        OptionalDouble linkBytesPerSecond) {

    public Xray {
        parts = List.copyOf(parts);
    }

    /** What an operator reads most of. */
    public enum Kind {
        WEIGHTS("weights"),
        EXPERTS("experts"),
        CACHE("cache"),
        ACTIVATIONS("activations"),
        /** Bytes on each GPU's link, not in its memory. */
        LINKS("links");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The name in messages. */
        public String code() {
            return code;
        }
    }

    /** Bytes and seconds of one kind in one step. */
    public record Part(Kind kind, double bytes, double seconds) {
    }

    /** Of that answer; empty where it has no speed, or has pools of their own for prefill and decode. */
    public static Optional<Xray> of(Answer answer, Catalog catalog) {
        Optional<Speed> speed = answer.estimate().speed();
        Optional<ServingPoint> point = answer.estimate().point();
        if (speed.isEmpty() || point.isEmpty() || answer.estimate().pools().isPresent()) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Part part = part(kind, speed.get());
            if (part.bytes() > 0) {
                parts.add(part);
            }
        }
        double stages = degree(answer, "pipelineParallel");
        double stageGpus = degree(answer, "tensorParallel") * degree(answer, "attentionDataParallel");
        double bandwidth = speed.get().bytesPerStep() * stages
                / (speed.get().decodeStepSeconds() * speed.get().bandwidthUtilizationFraction());
        return Optional.of(new Xray(
                parts,
                speed.get().decodeStepSeconds() / stages,
                bandwidth,
                Math.max(1, point.get().runningBatch() / stages),
                point.get().tokensPerStep(),
                stages * stageGpus,
                link(answer.request(), catalog, stages * stageGpus)));
    }

    /** The accelerator that the answer is about. */
    public static Optional<AcceleratorEntry> device(Answer answer, Catalog catalog) {
        return device(answer.request(), text(answer.request(), "server").flatMap(catalog::server), catalog);
    }

    private static Optional<AcceleratorEntry> device(JsonObject request, Optional<ServerEntry> server, Catalog catalog) {
        return server.map(ServerEntry::acceleratorId).or(() -> text(request, "accelerator")).flatMap(catalog::accelerator);
    }

    private static OptionalDouble link(JsonObject request, Catalog catalog, double gpus) {
        Optional<ServerEntry> server = text(request, "server").flatMap(catalog::server);
        Optional<AcceleratorEntry> device = device(request, server, catalog);
        if (device.isEmpty()) {
            return OptionalDouble.empty();
        }
        Interconnect links = new Hardware(device.get(), false, server, 1, Optional.empty()).interconnect((int) gpus);
        return gpus <= links.domainGpus() ? links.scaleUpBytesPerSecondPerDirection() : OptionalDouble.empty();
    }

    private static Optional<String> text(JsonObject request, String name) {
        return request.get(name).orElse(null) instanceof JsonString text ? Optional.of(text.value()) : Optional.empty();
    }

    private static Part part(Kind kind, Speed speed) {
        double bytes = 0;
        double seconds = 0;
        for (OperatorCost operator : speed.operators()) {
            if (operator.phase() == OperatorCost.Phase.DECODE && kindOf(operator) == kind) {
                bytes += operator.bytes();
                seconds += operator.seconds();
            }
        }
        return new Part(kind, bytes, seconds);
    }

    static Kind kindOf(OperatorCost operator) {
        if (operator.bound() == OperatorCost.Bound.INTERCONNECT) {
            return Kind.LINKS;
        }
        return switch (operator.name()) {
            case "routed-experts" -> Kind.EXPERTS;
            case "attention-decode", "latent-decode", "index-scores", "delta-decode", "state-decode" -> Kind.CACHE;
            case "elementwise" -> Kind.ACTIVATIONS;
            default -> Kind.WEIGHTS;
        };
    }

    private static double degree(Answer answer, String name) {
        return answer.request().get("layout").orElse(null) instanceof JsonObject layout
                        && layout.get(name).orElse(null) instanceof JsonNumber number
                ? number.value()
                : 1;
    }

    /** Bytes that the step moves in one GPU's memory. */
    public double memoryBytes() {
        double bytes = 0;
        for (Part part : parts) {
            bytes += part.kind() == Kind.LINKS ? 0 : part.bytes();
        }
        return bytes;
    }

    /** Bytes on one GPU's link. */
    public double linkBytes() {
        double bytes = 0;
        for (Part part : parts) {
            bytes += part.kind() == Kind.LINKS ? part.bytes() : 0;
        }
        return bytes;
    }

    /** Seconds of the collectives. */
    public double linkSeconds() {
        double seconds = 0;
        for (Part part : parts) {
            seconds += part.kind() == Kind.LINKS ? part.seconds() : 0;
        }
        return seconds;
    }

    /** Seconds in which the memory's peak bandwidth would move the step's bytes. */
    public double peakSeconds() {
        return memoryBytes() / bandwidthBytesPerSecond;
    }

    /** What of the step is in no operator: launches, the host's work, draft passes. */
    public double otherSeconds() {
        double rest = stepSeconds;
        for (Part part : parts) {
            rest -= part.seconds();
        }
        return Math.max(0, rest);
    }

    /** Bytes that all GPUs' memories move for one output token. */
    public double bytesPerToken() {
        return perToken(memoryBytes());
    }

    /** A part's bytes on one GPU in one step, as bytes of all GPUs for one output token. */
    public double perToken(double bytesPerStep) {
        return bytesPerStep * gpus / (sequences * tokensPerStep);
    }
}
