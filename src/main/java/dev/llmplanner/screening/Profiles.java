package dev.llmplanner.screening;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.memory.KvFootprint;
import dev.llmplanner.engine.memory.WeightMemory;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.model.AttentionGroup;
import dev.llmplanner.engine.model.ParameterCount;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;
import dev.llmplanner.engine.serving.Verdict;
import dev.llmplanner.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Profiles of models on one reference accelerator.
 *
 * <p>GPUs and output are those of the {@link Matrix}'s cell; one user's speed is that of the same replica with one request
 * in flight.
 */
public final class Profiles {

    /** The accelerator that most measurements are of; its record has high confidence. */
    public static final String REFERENCE_ACCELERATOR = "nvidia-h200-sxm-141gb";

    private static final ParallelLayout WHOLE = ParallelLayout.tensor(1);

    private final Matrix matrix;

    private Profiles(Matrix matrix) {
        this.matrix = matrix;
    }

    /** Profiles of those models on that accelerator. */
    public static Profiles of(
            CatalogPlanner planner, Terms terms, List<ModelEntry> models, AcceleratorEntry accelerator) {
        return new Profiles(Matrix.of(planner, terms, models, List.of(accelerator)));
    }

    /** Profiles of every model of the catalog on that accelerator. */
    public static Profiles of(CatalogPlanner planner, Terms terms, AcceleratorEntry accelerator) {
        return of(planner, terms, planner.catalog().models(), accelerator);
    }

    /** All profiles, to be computed in slices. */
    public Run<ModelProfile> run() {
        return Run.of(matrix.models().size(), this::profile);
    }

    /** The profile in that place. */
    public ModelProfile profile(int place) {
        ModelEntry model = matrix.models().get(place);
        Cell cell = matrix.cell(place, 0);
        Optional<ParameterCount> count = model.architecture().map(ParameterCount::of);
        OptionalDouble total = stated(model.totalParameters(), count.map(ParameterCount::total));
        OptionalDouble active = stated(model.activeParameters(), count.map(ParameterCount::active));
        Optional<KvFootprint> footprint = inquiry(place).flatMap(inquiry -> model.architecture().map(
                architecture -> KvFootprint.of(architecture, inquiry.deployment(WHOLE).kvFormat(), WHOLE)));
        double length = matrix.terms().inputTokens() + matrix.terms().outputTokens();
        return new ModelProfile(
                model.id(),
                tier(cell),
                ParameterBand.of(total),
                total,
                active,
                total.isPresent() && active.isPresent()
                        ? OptionalDouble.of(active.getAsDouble() / total.getAsDouble()) : OptionalDouble.empty(),
                model.architecture().map(Profiles::kinds).orElse(List.of()),
                optional(footprint.map(KvFootprint::bytesPerToken)),
                optional(footprint.map(held -> held.bytesPerSequence(length))),
                model.architecture().map(architecture -> weights(model, architecture)).orElse(Map.of()),
                cell.gpus() > 0 && cell.verdict() != Verdict.DOES_NOT_FIT
                        ? OptionalInt.of(cell.gpus()) : OptionalInt.empty(),
                cell.layout(),
                cell.outputTokensPerSecondPerServer().isPresent() ? singleUser(place, cell) : Optional.empty(),
                cell.outputTokensPerSecondPerServer(),
                cell.reason(),
                cell.confidence());
    }

    /** The tier of a model whose cell on the reference accelerator that is. */
    public static Tier tier(Cell cell) {
        boolean unknown = cell.verdict() == Verdict.UNKNOWN || cell.gpus() == 0
                || cell.reason().map(Finding::severity).filter(Severity.UNKNOWN::equals).isPresent()
                        && cell.verdict() == Verdict.DOES_NOT_FIT;
        return unknown ? Tier.UNKNOWN : cell.verdict() == Verdict.DOES_NOT_FIT ? Tier.BEYOND : Tier.of(cell.gpus());
    }

    private static OptionalDouble stated(OptionalDouble stated, Optional<Double> counted) {
        return stated.isPresent() ? stated : optional(counted);
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private static List<String> kinds(Architecture architecture) {
        Set<String> kinds = new LinkedHashSet<>();
        for (AttentionGroup group : architecture.attention()) {
            kinds.add(group.attention().match(new AttentionKind()));
        }
        kinds.remove("none");
        return List.copyOf(kinds);
    }

    private static Map<String, Double> weights(ModelEntry model, Architecture architecture) {
        Map<String, Double> bytes = new LinkedHashMap<>();
        for (String precision : Precisions.of(model)) {
            WeightRecipe recipe = precision.equals(Precisions.NATIVE)
                    ? model.nativeRecipe() : model.recipes().get(precision);
            bytes.put(precision, WeightMemory.checkpointBytes(architecture, recipe));
        }
        return bytes;
    }

    private Optional<Inquiry> inquiry(int place) {
        return matrix.inquiry(place, 0);
    }

    private Optional<Band> singleUser(int place, Cell cell) {
        Inquiry alone = inquiry(place).orElseThrow().with(new Workload.Concurrency(1));
        return alone.estimate(cell.layout().orElseThrow()).speed()
                .map(speed -> speed.tpotSeconds())
                .map(tpot -> new Band(1 / tpot.high(), 1 / tpot.mid(), 1 / tpot.low()));
    }

    /** The request that the Calculator answers with the GPUs and the output of that profile. */
    public JsonObject request(int place) {
        return matrix.request(place, 0);
    }
}
