package dev.llmplanner.planning;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.model.TensorGroup;
import dev.llmplanner.screening.Precisions;
import java.util.ArrayList;
import java.util.List;

/**
 * Precisions of a model that a device's engines have kernels for, where a request names none.
 *
 * <p>A format that the device computes with, by its record's rates, is taken. So are those that are read narrow and computed
 * in 16 bits: integers of 4 bits everywhere; FP8 on NVIDIA, MXFP4 on NVIDIA and AMD. NVFP4, whose scales only NVIDIA's units
 * read, is taken on NVIDIA devices with a rate alone; a rate for FP4 elsewhere is one for MXFP4. Where the form as released
 * isn't among them, as FP8 on Ascend, the weights have to be converted: to 8-bit integers where the device computes with
 * these, else to BF16.
 */
final class Formats {

    private Formats() {}

    static List<String> of(ModelEntry model, AcceleratorEntry device) {
        List<String> formats = new ArrayList<>();
        for (String precision : Precisions.of(model)) {
            WeightRecipe recipe = precision.equals(Precisions.NATIVE)
                    ? model.nativeRecipe() : model.recipes().get(precision);
            if (isServed(recipe, device)) {
                formats.add(precision);
            }
        }
        if (!formats.contains(Precisions.NATIVE)) {
            String converted = device.denseFlopPerSecond().containsKey("int8") ? "int8" : "bf16";
            if (!formats.contains(converted)) {
                formats.add(0, converted);
            }
        }
        return formats;
    }

    /** Whether every format of that form has kernels on the device. */
    private static boolean isServed(WeightRecipe recipe, AcceleratorEntry device) {
        for (TensorGroup group : TensorGroup.values()) {
            if (!isServed(recipe.of(group), device)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isServed(WeightFormat format, AcceleratorEntry device) {
        boolean nvidia = device.vendor().equals("nvidia");
        return switch (format) {
            case FP8, FP8_BLOCK -> nvidia || device.denseFlopPerSecond().containsKey("fp8");
            case NVFP4 -> nvidia && device.denseFlopPerSecond().containsKey("fp4");
            case MXFP4 -> nvidia || device.vendor().equals("amd") || device.denseFlopPerSecond().containsKey("fp4");
            case INT8 -> device.denseFlopPerSecond().containsKey("int8");
            default -> true;
        };
    }
}
