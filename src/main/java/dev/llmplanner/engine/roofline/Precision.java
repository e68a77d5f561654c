package dev.llmplanner.engine.roofline;

import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.hardware.Accelerator;
import dev.llmplanner.engine.model.TensorGroup;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How one device computes one checkpoint: a matrix mode per tensor group.
 *
 * @param halfPeakFlopPerSecond  dense rate in 16 bits, which attention itself uses
 * @param scorePeakFlopPerSecond dense rate of an indexer's scores: FP8, or 16 bits without such units
 */
public record Precision(
        MatrixMode attentionInput,
        MatrixMode attentionOutput,
        MatrixMode mixer,
        MatrixMode dense,
        MatrixMode experts,
        MatrixMode shared,
        MatrixMode router,
        MatrixMode head,
        double halfPeakFlopPerSecond,
        double scorePeakFlopPerSecond) {

    /** The formats resolved on that device; empty where {@link #missing} names a reason. */
    public static Optional<Precision> of(WeightRecipe recipe, Accelerator device) {
        OptionalDouble half = device.peaks().halfFlopPerSecond();
        if (half.isEmpty() || missing(recipe, device).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Precision(
                mode(recipe, TensorGroup.ATTENTION_INPUT, device),
                mode(recipe, TensorGroup.ATTENTION_OUTPUT, device),
                mode(recipe, TensorGroup.MIXER, device),
                mode(recipe, TensorGroup.DENSE, device),
                mode(recipe, TensorGroup.EXPERTS, device),
                mode(recipe, TensorGroup.SHARED, device),
                mode(recipe, TensorGroup.ROUTER, device),
                mode(recipe, TensorGroup.HEAD, device),
                half.getAsDouble(),
                device.peaks().fp8FlopPerSecond().orElse(half.getAsDouble())));
    }

    /** The first format that has no covered operator or no rate on that device. */
    public static Optional<WeightFormat> missing(WeightRecipe recipe, Accelerator device) {
        for (TensorGroup group : TensorGroup.values()) {
            WeightFormat format = recipe.of(group);
            if (MatrixMode.of(format, device).isEmpty()) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private static MatrixMode mode(WeightRecipe recipe, TensorGroup group, Accelerator device) {
        return MatrixMode.of(recipe.of(group), device).orElseThrow();
    }
}
