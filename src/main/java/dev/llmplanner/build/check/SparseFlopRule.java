package dev.llmplanner.build.check;

import dev.llmplanner.catalog.DenseRates;
import java.util.List;
import java.util.Map;

/** {@code denseTflops} holds dense rates, as {@link DenseRates} tells them from sparse ones. */
public final class SparseFlopRule implements Rule {

    /** Figures that break a pattern and are dense; the key is id, format and value. */
    static final Map<String, String> DENSE_NEVERTHELESS = Map.of(
            "intel-gaudi3 bf16 1677", "Gaudi 3 runs FP8 at the BF16 rate, FP16 and TF32 at a quarter",
            "google-tpu-v6e bf16 918", "TPU v6e has no faster FP8",
            "nvidia-rtx-4090-24gb int8 660.6", "GeForce halves BF16 and FP8 with FP32 accumulation, not INT8",
            "nvidia-rtx-5090-32gb int8 838", "GeForce halves BF16 and FP8 with FP32 accumulation, not INT8",
            "nvidia-rtx-5090-32gb fp4 1676", "GeForce halves BF16 and FP8 with FP32 accumulation, not FP4",
            "nvidia-rubin fp8 17500", "announced: the figures are not of one table");

    @Override
    public List<Finding> check(CatalogFile file, Catalog catalog) {
        if (file.kind() != CatalogKind.ACCELERATOR) {
            return List.of();
        }
        return DenseRates.suspects(file.json(), (format, value) ->
                        DENSE_NEVERTHELESS.containsKey(file.id() + " " + format + " " + Text.number(value)))
                .stream().map(suspect -> finding(file, suspect)).toList();
    }

    private static Finding finding(CatalogFile file, DenseRates.Suspect suspect) {
        String pointer = "/denseTflops/" + suspect.format();
        return suspect.sparse()
                ? file.finding(pointer, "that is the sparse figure", "Use " + Text.rounded(suspect.instead()) + ".")
                : file.finding(pointer, "a narrower format at most doubles the rate, to " + Text.rounded(suspect.instead()),
                        "Use the dense rate of the datasheet, without sparsity.");
    }
}
