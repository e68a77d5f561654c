package dev.llmplanner.checkpoint;

import dev.llmplanner.checkpoint.LayerKinds.Kind;
import dev.llmplanner.json.JsonArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The groups of layers with the same feed-forward block, as the record writes them. */
final class FeedForwardPlan {

    private static final String[] EXPERTS = {"n_routed_experts", "num_local_experts", "num_experts", "moe_num_experts"};
    private static final String[] PER_TOKEN = {
        "num_experts_per_tok", "experts_per_token", "moe_topk", "moe_top_k", "n_activated_experts"};
    private static final String[] EXPERT_WIDTH = {
        "moe_intermediate_size", "moe_inter_dim", "expert_hidden_dim", "expert_intermediate_size"};
    private static final String[] WIDTH = {
        "intermediate_size", "ffn_hidden_size", "inter_dim", "hidden_dim", "n_inner", "ffn_dim"};
    private static final String[] DENSE_WIDTH = {"dense_intermediate_size", "intermediate_size_mlp"};
    private static final String[] SHARED = {"n_shared_experts", "num_shared_experts", "num_shared_expert"};
    private static final String[] SHARED_WIDTH = {
        "shared_expert_intermediate_size", "moe_shared_expert_intermediate_size", "share_expert_dim",
        "shared_intermediate_size"};
    private static final String[] LEADING = {
        "first_k_dense_replace", "n_dense_layers", "dense_mlp_idx", "moe_layer_num_skipped", "num_dense_layers"};
    private static final String[] ROUTER_BIAS = {
        "use_routing_bias", "moe_router_enable_expert_bias", "router_enable_expert_bias", "moe_gate_bias",
        "use_moe_router_bias", "use_gate_bias"};

    private final Fields fields;
    private final Family family;
    private final Figure hiddenSize;

    FeedForwardPlan(Fields fields, Figure hiddenSize) {
        this.fields = fields;
        this.family = fields.family();
        this.hiddenSize = hiddenSize;
    }

    /** Dense layers first, then those with experts, then those without either. */
    List<RecordWriter> groups(LayerKinds order, Figure layers) {
        Optional<Figure> experts = fields.uniform(Limits.EXPERTS, EXPERTS);
        List<String> why = new ArrayList<>();
        boolean[] routes = experts.isPresent() ? routes(order, why) : new boolean[layers.value()];
        int moe = 0;
        int none = 0;
        for (int i = 0; i < routes.length; i++) {
            if (order.kinds().get(i) == Kind.MAMBA || isAlone(order, i)) {
                none++;
            } else if (routes[i]) {
                moe++;
            }
        }
        int dense = layers.value() - moe - none;
        why.addAll(layers.fields());
        List<RecordWriter> groups = new ArrayList<>();
        if (dense > 0) {
            groups.add(dense(count(dense, layers, why), experts.isPresent()));
        }
        if (moe > 0) {
            groups.add(mixture(count(moe, layers, why), experts.orElseThrow()));
        }
        if (none > 0) {
            groups.add(new RecordWriter().put("kind", "none").put("layers", count(none, layers, why)));
        }
        // Named where another field gives the width that counts.
        fields.find(WIDTH);
        fields.find(DENSE_WIDTH);
        fields.find(EXPERT_WIDTH);
        return groups;
    }

    /** An attention block of a model whose blocks hold one of the two. */
    private static boolean isAlone(LayerKinds order, int layer) {
        return order.kinds().get(layer) == Kind.FULL
                && (order.kinds().contains(Kind.MAMBA) || order.kinds().contains(Kind.EXPERTS_ALONE));
    }

    private static Figure count(int layers, Figure all, List<String> why) {
        return layers == all.value() ? all : new Figure(layers, Derivation.Origin.COMPUTED, why);
    }

    private boolean[] routes(LayerKinds order, List<String> why) {
        int layers = order.kinds().size();
        boolean[] routes = new boolean[layers];
        if (order.kinds().contains(Kind.EXPERTS_ALONE)) {
            for (int i = 0; i < layers; i++) {
                routes[i] = order.kinds().get(i) == Kind.EXPERTS_ALONE;
            }
            why.addAll(order.fields());
            return routes;
        }
        Arrays.fill(routes, true);
        leading(routes, why);
        steps(routes, why);
        listed(routes, why);
        return routes;
    }

    private void leading(boolean[] routes, List<String> why) {
        fields.maybe(routes.length, LEADING).ifPresent(first -> {
            why.addAll(first.fields());
            Arrays.fill(routes, 0, Math.min(first.value(), routes.length), false);
        });
    }

    private void steps(boolean[] routes, List<String> why) {
        for (String name : List.of("decoder_sparse_step", "interleave_moe_layer_step", "moe_expert_interval", "moe_layer_frequency")) {
            fields.maybe(Limits.LAYERS, name).ifPresent(step -> sparse(routes, step, 1, why));
        }
        Optional<Fields.Found> frequency = fields.find("moe_layer_freq");
        if (frequency.isPresent() && frequency.get().value() instanceof JsonArray) {
            int[] flags = fields.wholes(0, 1, "moe_layer_freq").orElseThrow();
            needLength(flags.length, routes.length, "moe_layer_freq");
            why.add(frequency.get().path());
            for (int i = 0; i < routes.length; i++) {
                routes[i] = flags[i] == 1;
            }
        } else {
            fields.maybe(Limits.LAYERS, "moe_layer_freq").ifPresent(step -> sparse(routes, step, 0, why));
        }
    }

    /** Keeps experts in every so manieth layer alone. */
    private static void sparse(boolean[] routes, Figure step, int offset, List<String> why) {
        if (step.value() > 1) {
            why.addAll(step.fields());
        }
        for (int i = 0; i < routes.length; i++) {
            routes[i] &= (i + offset) % step.value() == 0;
        }
    }

    private void listed(boolean[] routes, List<String> why) {
        fields.wholes(0, routes.length - 1, "mlp_only_layers").ifPresent(dense -> {
            for (int layer : dense) {
                routes[layer] = false;
            }
            if (dense.length > 0) {
                why.add(fields.path("mlp_only_layers"));
            }
        });
        fields.wholes(0, routes.length - 1, "moe_layers").ifPresent(listed -> only(routes, listed, "moe_layers", why));
        fields.text("moe_layers_enum").ifPresent(text ->
                only(routes, numbers(text, routes.length, fields.path("moe_layers_enum")), "moe_layers_enum", why));
        fields.list("mlp_layer_types").ifPresent(types -> {
            needLength(types.size(), routes.length, "mlp_layer_types");
            why.add(fields.path("mlp_layer_types"));
            for (int i = 0; i < routes.length; i++) {
                routes[i] = switch (Fields.text(types.get(i))) {
                    case "sparse" -> true;
                    case "dense" -> false;
                    default -> throw Refusal.of(RefusalCode.UNKNOWN_VALUE, types.get(i).path(), "sparse", "dense");
                };
            }
        });
    }

    private void only(boolean[] routes, int[] listed, String name, List<String> why) {
        why.add(fields.path(name));
        Arrays.fill(routes, false);
        for (int layer : listed) {
            routes[layer] = true;
        }
    }

    /** Whole numbers with commas between. */
    private static int[] numbers(String text, int below, String path) {
        List<Integer> numbers = new ArrayList<>();
        int number = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            if (c >= '0' && c <= '9') {
                number = Math.max(number, 0) * 10 + (c - '0');
            } else if (c == ',' && number >= 0) {
                numbers.add(number);
                number = -1;
            } else if (c != ' ') {
                throw Refusal.of(RefusalCode.UNKNOWN_VALUE, path, "4,5,6");
            }
            if (number >= below) {
                throw Refusal.range(path, 0, below - 1);
            }
        }
        int[] all = new int[numbers.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = numbers.get(i);
        }
        return all;
    }

    private void needLength(int found, int needed, String name) {
        if (found != needed) {
            throw Refusal.length(fields.path(name), found, needed);
        }
    }

    private RecordWriter dense(Figure layers, boolean besideExperts) {
        RecordWriter group = new RecordWriter().put("kind", "dense").put("layers", layers);
        group.put("intermediateSize", denseWidth(besideExperts));
        return matrices(group).flag("bias", family.has(Trait.FEED_FORWARD_BIAS) || fields.isSet("mlp_bias"),
                fields.isSet("mlp_bias") ? List.of(fields.path("mlp_bias")) : List.of());
    }

    /** Width of a dense block. */
    Figure denseWidth(boolean besideExperts) {
        Optional<Figure> own = fields.uniform(Limits.WIDTH, DENSE_WIDTH);
        if (own.isPresent()) {
            return own.get();
        }
        if (besideExperts && family.has(Trait.INTERMEDIATE_IS_EXPERT)) {
            return fields.count(Limits.WIDTH, DENSE_WIDTH);
        }
        Optional<Figure> width = fields.uniform(Limits.WIDTH, WIDTH);
        if (width.isEmpty() && family.has(Trait.UNGATED)) {
            return Figure.within(Limits.WIDTH, 4.0 * hiddenSize.value(), hiddenSize);
        }
        return width.orElseGet(() -> fields.count(Limits.WIDTH, WIDTH));
    }

    private RecordWriter matrices(RecordWriter group) {
        return group.put("matrices", Figure.family(family.has(Trait.UNGATED) ? 2 : 3));
    }

    private RecordWriter mixture(Figure layers, Figure experts) {
        if (experts.value() < 2) {
            throw Refusal.range(experts.path(), 2, Limits.EXPERTS);
        }
        Figure perToken = fields.uniform(experts.value(), PER_TOKEN)
                .orElseGet(() -> fields.count(experts.value(), PER_TOKEN));
        if (perToken.value() > experts.value()) {
            throw Refusal.range(perToken.path(), 1, experts.value());
        }
        Optional<Figure> own = fields.uniform(Limits.WIDTH, EXPERT_WIDTH);
        Figure width = own.orElseGet(() -> fields.uniform(Limits.WIDTH, WIDTH)
                .orElseGet(() -> fields.count(Limits.WIDTH, EXPERT_WIDTH)));
        RecordWriter group = new RecordWriter().put("kind", "moe").put("layers", layers)
                .put("experts", experts)
                .put("expertsPerToken", perToken)
                .put("intermediateSize", width);
        matrices(group);
        shared(group, width);
        routerBias(group);
        group.flag("expertBias", family.has(Trait.EXPERT_BIAS), List.of());
        beside(group);
        fields.maybe(Limits.WIDTH, "moe_latent_size").ifPresent(latent -> group.put("latentSize", latent));
        return group;
    }

    private void shared(RecordWriter group, Figure expertWidth) {
        Optional<Figure> width = fields.uniform(Limits.WIDTH, SHARED_WIDTH);
        Optional<Figure> count = fields.uniform(Limits.EXPERTS, SHARED);
        boolean mixed = fields.flag("use_mixed_mlp_moe").orElse(true);
        if ((width.isEmpty() && count.isEmpty()) || !mixed) {
            return;
        }
        Figure experts = count.orElse(new Figure(1, Derivation.Origin.COMPUTED, width.map(Figure::fields).orElse(List.of())));
        Figure all = Figure.within(Limits.WIDTH, (double) experts.value() * expertWidth.value(), experts, expertWidth);
        if (width.isPresent() && experts.value() > 1 && width.get().value() != all.value()) {
            throw Refusal.of(RefusalCode.FIELDS_DISAGREE, width.get().path(), experts.path());
        }
        group.put("sharedExperts", experts)
                .put("sharedIntermediateSize", width.orElse(all))
                .flag("sharedGate", family.has(Trait.SHARED_GATE), List.of());
    }

    private void routerBias(RecordWriter group) {
        List<String> asked = new ArrayList<>();
        for (String name : ROUTER_BIAS) {
            if (fields.isSet(name)) {
                asked.add(fields.path(name));
            }
        }
        if (fields.text("topk_method").orElse("").equals("noaux_tc")) {
            asked.add(fields.path("topk_method"));
        }
        // The inference code of the V3 generation scores by sigmoid, and then only adds the bias.
        if (family.id().equals("deepseek-inference") && fields.text("score_func").orElse("").equals("sigmoid")) {
            asked.add(fields.path("score_func"));
        }
        group.flag("routerBias", family.has(Trait.ROUTER_BIAS) || !asked.isEmpty(), asked);
    }

    private void beside(RecordWriter group) {
        if (family.has(Trait.DENSE_BESIDE_EXPERTS_HIDDEN) && fields.flag("parallel_attn_mlp_res").orElse(true)) {
            group.put("denseResidualIntermediateSize", Figure.computed(hiddenSize.value(), hiddenSize));
        } else if (family.has(Trait.DENSE_BESIDE_EXPERTS) && fields.flag("residual_moe").orElse(true)) {
            group.put("denseResidualIntermediateSize", fields.count(Limits.WIDTH, WIDTH));
        }
    }
}
