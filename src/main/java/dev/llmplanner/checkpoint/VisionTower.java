package dev.llmplanner.checkpoint;

/**
 * Parameters of the vision tower of Qwen3-VL and Qwen3.5: patches, positions, blocks with biases, and the mergers that
 * join neighbouring patches and project them to the language model, one more for each layer that is passed on early.
 *
 * @see <a href="https://github.com/huggingface/transformers/blob/main/src/transformers/models/qwen3_vl/modeling_qwen3_vl.py">transformers, Qwen3VLVisionModel</a>
 */
final class VisionTower {

    private VisionTower() {}

    static Figure qwen(Fields vision) {
        Figure depth = vision.count(Limits.LAYERS, "depth");
        Figure width = vision.count(Limits.WIDTH, "hidden_size");
        Figure inner = vision.count(Limits.WIDTH, "intermediate_size");
        Figure output = vision.count(Limits.WIDTH, "out_hidden_size");
        double w = width.value();
        double patch = vision.count(Limits.HEADS, "patch_size").value();
        double pixels = vision.count(Limits.HEADS, "in_channels").value()
                * (double) vision.count(Limits.HEADS, "temporal_patch_size").value() * patch * patch;
        double positions = vision.count(Limits.COUNT, "num_position_embeddings").value() * w;
        double merge = vision.count(Limits.HEADS, "spatial_merge_size").value();
        double merged = w * merge * merge;
        double block = w * 3 * w + 3 * w + w * w + w + 2 * w * inner.value() + inner.value() + w + 4 * w;
        double project = merged * merged + merged + merged * output.value() + output.value();
        double early = vision.wholes(0, Limits.LAYERS, "deepstack_visual_indexes").map(layers -> layers.length).orElse(0);
        double all = pixels * w + w + positions + depth.value() * block + 2 * w + project
                + early * (2 * merged + project);
        return Figure.computed(all, depth, width, inner, output);
    }
}
