package dev.llmplanner.engine.model;

import static dev.llmplanner.engine.model.TensorGroup.ATTENTION_INPUT;
import static dev.llmplanner.engine.model.TensorGroup.ATTENTION_OUTPUT;
import static dev.llmplanner.engine.model.TensorGroup.MIXER;
import static dev.llmplanner.engine.model.TensorGroup.NORMS;

import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of one attention layer, its own norms included.
 *
 * <p>Latent down-projections, indexers and norms stand on every rank; key and value projections are divided until a
 * rank holds one head; everything else by attention's tensor parallelism.
 */
final class AttentionTensors implements Attention.Cases<List<Tensor>> {

    private final double hiddenSize;

    AttentionTensors(int hiddenSize) {
        this.hiddenSize = hiddenSize;
    }

    @Override
    public List<Tensor> groupedQuery(GroupedQueryAttention a) {
        AttentionOptions options = a.options();
        double queries = (double) a.heads() * a.keyDim();
        double keysAndValues = options.sharesKv() ? 0 : (double) a.kvHeads() * (a.keyDim() + a.valueDim());
        double outputs = (double) a.heads() * a.valueDim();
        List<Tensor> tensors = new ArrayList<>();
        double query = hiddenSize * queries + (options.qkvBias() ? queries : 0);
        tensors.add(Tensor.of(ATTENTION_INPUT, Sharding.HEADS, query + gate(options.outputGate(), a.heads(), outputs)));
        double keyValue = hiddenSize * keysAndValues + (options.qkvBias() ? keysAndValues : 0);
        if (keyValue > 0) {
            tensors.add(Tensor.of(ATTENTION_INPUT, Sharding.kvHeads(a.kvHeads()), keyValue));
        }
        tensors.add(Tensor.of(ATTENTION_OUTPUT, Sharding.HEADS, hiddenSize * outputs));
        double small = (options.outputBias() ? hiddenSize : 0)
                + qkNorm(options.qkNorm(), a)
                + (options.sinks() ? a.heads() : 0)
                + (double) options.sinkTokens() * a.kvHeads() * (a.keyDim() + a.valueDim())
                + options.extraParametersPerLayer();
        return withSmall(tensors, small);
    }

    private double gate(OutputGate gate, int heads, double outputs) {
        return switch (gate) {
            case NONE -> 0;
            case HEAD -> hiddenSize * heads;
            case ELEMENT -> hiddenSize * outputs;
        };
    }

    private static double qkNorm(QkNorm norm, GroupedQueryAttention a) {
        return switch (norm) {
            case NONE -> 0;
            case HEAD -> 2.0 * a.keyDim();
            case HEADS, LAYER -> (double) (a.heads() + a.kvHeads()) * a.keyDim();
        };
    }

    private static List<Tensor> withSmall(List<Tensor> tensors, double small) {
        if (small > 0) {
            tensors.add(Tensor.of(NORMS, Sharding.REPLICATED, small));
        }
        return tensors;
    }

    @Override
    public List<Tensor> sparseGroupedQuery(SparseGroupedQueryAttention a) {
        Indexer indexer = a.indexer();
        double keys = (double) indexer.heads() * indexer.headDim() + indexer.headDim();
        List<Tensor> tensors = groupedQuery(a.dense());
        tensors.add(Tensor.of(ATTENTION_INPUT, Sharding.REPLICATED,
                hiddenSize * keys + (indexer.weighted() ? hiddenSize * indexer.heads() : 0)
                        + (indexer.hasNorms() ? 2.0 * indexer.headDim() : 0)));
        return tensors;
    }

    @Override
    public List<Tensor> factorizedQuery(FactorizedQueryAttention a) {
        double queries = (double) a.heads() * a.headDim();
        List<Tensor> tensors = new ArrayList<>();
        tensors.add(Tensor.of(ATTENTION_INPUT, Sharding.REPLICATED, hiddenSize * a.queryLoraRank() + a.queryLoraRank()));
        tensors.add(Tensor.of(ATTENTION_INPUT, Sharding.HEADS, a.queryLoraRank() * queries));
        tensors.add(Tensor.of(ATTENTION_INPUT, Sharding.kvHeads(1), hiddenSize * 2.0 * a.headDim()));
        tensors.add(Tensor.of(ATTENTION_OUTPUT, Sharding.HEADS, hiddenSize * queries));
        return tensors;
    }

    @Override
    public List<Tensor> cross(CrossAttention a) {
        List<Tensor> tensors = groupedQuery(
                new GroupedQueryAttention(a.heads(), a.kvHeads(), a.headDim(), a.headDim(), Reach.FULL, a.options()));
        // The two learned scalars that gate the attention and its feed-forward.
        tensors.add(Tensor.of(NORMS, Sharding.REPLICATED, 2));
        return tensors;
    }

    @Override
    public List<Tensor> latent(LatentAttention a) {
        double keyDim = a.nopeHeadDim() + a.ropeHeadDim();
        double outputs = (double) a.heads() * a.valueHeadDim();
        List<Tensor> tensors = new ArrayList<>();
        double down = hiddenSize * a.cachedElementsPerToken() + a.kvLoraRank();
        double queries = a.heads() * keyDim;
        double up = a.kvLoraRank() * (double) a.kvHeads() * (a.nopeHeadDim() + a.valueHeadDim());
        if (a.queryLoraRank().isPresent()) {
            double rank = a.queryLoraRank().getAsInt();
            down += hiddenSize * rank + rank;
            up += rank * queries;
        } else {
            up += hiddenSize * queries;
        }
        tensors.add(Tensor.of(ATTENTION_INPUT, Sharding.REPLICATED, down));
        tensors.add(Tensor.of(ATTENTION_INPUT, Sharding.HEADS, up + gate(a.outputGate(), a.heads(), outputs)));
        tensors.add(Tensor.of(ATTENTION_OUTPUT, Sharding.HEADS, outputs * hiddenSize));
        return tensors;
    }

    @Override
    public List<Tensor> sparseLatent(SparseLatentAttention a) {
        Indexer indexer = a.indexer();
        double queryWidth = a.latent().queryLoraRank().isPresent() ? a.latent().queryLoraRank().getAsInt() : hiddenSize;
        List<Tensor> tensors = latent(a.latent());
        tensors.add(Tensor.of(ATTENTION_INPUT, Sharding.REPLICATED,
                queryWidth * indexer.heads() * indexer.headDim() + hiddenSize * indexer.headDim()
                        + 2.0 * indexer.headDim() + hiddenSize * indexer.heads()));
        return tensors;
    }

    @Override
    public List<Tensor> compressed(CompressedAttention a) {
        double rank = a.queryLoraRank();
        double dim = a.headDim();
        double ratio = a.compressionRatio();
        double shared = hiddenSize * rank + rank + hiddenSize * dim + dim;
        if (ratio > 0) {
            // Entries of four tokens are made from two overlapping halves.
            double width = dim * (ratio == 4 ? 2 : 1);
            shared += 2 * hiddenSize * width + ratio * width + dim;
        }
        if (a.indexer().isPresent()) {
            Indexer indexer = a.indexer().get();
            double width = indexer.headDim() * 2.0;
            shared += rank * indexer.heads() * indexer.headDim() + hiddenSize * indexer.heads()
                    + 2 * hiddenSize * width + ratio * width + indexer.headDim();
        }
        List<Tensor> tensors = new ArrayList<>();
        tensors.add(Tensor.of(ATTENTION_INPUT, Sharding.REPLICATED, shared));
        tensors.add(Tensor.of(ATTENTION_INPUT, Sharding.HEADS, rank * a.heads() * dim + a.heads()));
        tensors.add(Tensor.of(ATTENTION_OUTPUT, Sharding.HEADS,
                a.heads() * dim * a.outputLoraRank() + (double) a.outputGroups() * a.outputLoraRank() * hiddenSize));
        return tensors;
    }

    @Override
    public List<Tensor> gatedDelta(GatedDeltaAttention a) {
        double keys = (double) a.keyHeads() * a.headDim();
        double values = (double) a.valueHeads() * a.headDim();
        return mixer(hiddenSize * (2 * keys + 2 * values) + hiddenSize * 2 * a.valueHeads()
                + (2 * keys + values) * a.convolution() + 2.0 * a.valueHeads() + a.headDim() + values * hiddenSize);
    }

    @Override
    public List<Tensor> kimiDelta(KimiDeltaAttention a) {
        double width = (double) a.heads() * a.headDim();
        double gates = a.fullRankGates()
                ? 2 * hiddenSize * width
                : 2 * (hiddenSize * a.headDim() + a.headDim() * width);
        return mixer(3 * hiddenSize * width + 3 * width * a.convolution() + gates + hiddenSize * a.heads()
                + a.heads() + width + a.headDim() + width * hiddenSize);
    }

    @Override
    public List<Tensor> lightning(LightningAttention a) {
        double width = (double) a.heads() * a.headDim();
        return mixer(hiddenSize * 3 * width + hiddenSize * width + width + width * hiddenSize);
    }

    @Override
    public List<Tensor> mamba1(Mamba1 a) {
        double inner = a.innerSize();
        double rank = a.timeStepRank();
        double state = a.stateSize();
        return mixer(hiddenSize * 2 * inner + inner * a.convolution() + inner + inner * (rank + 2 * state)
                + rank * inner + inner + inner * state + inner + inner * hiddenSize + rank + 2 * state);
    }

    @Override
    public List<Tensor> mamba2(Mamba2 a) {
        double inner = (double) a.heads() * a.headDim();
        double shared = 2.0 * a.groups() * a.stateSize();
        double convolved = inner + shared;
        return mixer(hiddenSize * (2 * inner + shared + a.heads()) + convolved * a.convolution() + convolved
                + 3.0 * a.heads() + inner + inner * hiddenSize);
    }

    private static List<Tensor> mixer(double elements) {
        return List.of(Tensor.of(MIXER, Sharding.HEADS, elements));
    }

    @Override
    public List<Tensor> none(NoAttention a) {
        return List.of();
    }
}
