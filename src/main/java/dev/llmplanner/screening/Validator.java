package dev.llmplanner.screening;

import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.Hardware;
import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.engine.hardware.DeviceMemory;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.serving.Band;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;
import dev.llmplanner.engine.serving.Glances;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Which models a configuration runs, at which precision, for how many users within targets.
 *
 * <p>Tried are replicas of 1, 2, 4 … GPUs and of all of them, as many as there is room for; taken is the layout with the most
 * users within the targets, of equal ones that with the most output for the asked users. Every figure equals the
 * Calculator's for {@link #request} and {@link #requestAtMost}.
 */
public final class Validator {

    private final CatalogPlanner planner;
    private final Configuration configuration;
    private final Terms terms;
    private final Targets targets;
    private final List<Item> items = new ArrayList<>();

    /** A question: a model at a precision. */
    public record Item(ModelEntry model, String weights) {}

    private Validator(
            CatalogPlanner planner, Configuration configuration, Terms terms, Targets targets, List<ModelEntry> models) {
        this.planner = planner;
        this.configuration = configuration;
        this.terms = terms;
        this.targets = targets;
        for (ModelEntry model : models) {
            Precisions.of(model).forEach(weights -> items.add(new Item(model, weights)));
        }
    }

    /**
     * Those models, each at every precision in which it is published. The users of the terms are those of the whole
     * configuration; its fabric is the configuration's.
     */
    public static Validator of(
            CatalogPlanner planner, Configuration configuration, Terms terms, Targets targets, List<ModelEntry> models) {
        return new Validator(planner, configuration, terms, targets, models);
    }

    /** What is asked, in the order of the answers. */
    public List<Item> items() {
        return List.copyOf(items);
    }

    /** All answers, to be computed in slices. */
    public Run<Assessment> run() {
        return Run.of(items.size(), this::assess);
    }

    /**
     * What is to be said about the configuration whatever the model.
     *
     * @throws RequestException where the catalog has no such hardware
     */
    public List<Finding> warnings() {
        for (Item item : items) {
            if (item.model().architecture().isPresent()) {
                try {
                    Inquiry inquiry = inquiry(item);
                    int gpus = gpus(inquiry.hardware());
                    return HardwareWarnings.of(inquiry.hardware(), configuration.nodes(), gpus,
                            () -> inquiry.memoryFraction(gpus));
                } catch (RequestException refused) {
                    if (!refused.path().startsWith("workload")) {
                        throw refused;
                    }
                }
            }
        }
        return List.of();
    }

    private Inquiry inquiry(Item item) {
        return planner.inquire(configuration.request(terms.withWeights(item.weights()), item.model().id()));
    }

    private int gpus(Hardware hardware) {
        return hardware.gpus().orElse(configuration.gpusPerNode() * configuration.nodes());
    }

    /** The answer in that place. */
    public Assessment assess(int place) {
        Item item = items.get(place);
        if (item.model().architecture().isEmpty()) {
            return without(item, Outcome.UNKNOWN, Limit.UNKNOWN_FACT,
                    Finding.of(Severity.UNKNOWN, "architecture-unknown").with("model", item.model().id())
                            .with("reason", item.model().notComputable().orElse("")));
        }
        try {
            return assess(item, inquiry(item));
        } catch (RequestException refused) {
            return without(item, Outcome.CANNOT_RUN, Limit.REQUEST,
                    Finding.of(Severity.BLOCKING, refused.code()).with("model", item.model().id()));
        }
    }

    private static Assessment without(Item item, Outcome outcome, Limit limit, Finding reason) {
        return new Assessment(
                item.model().id(), item.weights(), outcome, 0, Optional.empty(), 0, OptionalInt.empty(),
                Optional.of(limit), OptionalDouble.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(reason), List.of(), Confidence.LOW);
    }

    /** A layout that was counted. */
    private record Counted(Trial trial, int replicas, int asked, int most) {

        int users() {
            return replicas * most;
        }

        double output() {
            return trial.estimate(asked).speed().map(speed -> replicas * speed.outputTokensPerSecond().mid()).orElse(0.0);
        }
    }

    private Assessment assess(Item item, Inquiry inquiry) {
        Optional<DeviceMemory> memory = inquiry.hardware().accelerator().accelerator().memory();
        int gpus = gpus(inquiry.hardware());
        Counted best = null;
        Counted slow = null;
        boolean legal = false;
        Inquiry.Candidate least = null;
        for (int size : sizes(inquiry.hardware(), gpus)) {
            int replicas = gpus / size;
            int asked = (terms.users() + replicas - 1) / replicas;
            Glances glances = null;
            for (Inquiry.Candidate candidate : inquiry.candidates(size)) {
                legal = true;
                if (memory.isEmpty()) {
                    return unfit(item, inquiry, candidate, replicas, asked);
                }
                least = least == null || candidate.share().weightsBytes() < least.share().weightsBytes() ? candidate : least;
                if (candidate.share().weightsBytes() >= memory.get().capacityBytes()) {
                    continue;
                }
                Deployment deployment = inquiry.deployment(candidate.layout());
                MemoryPlan plan = MemoryPlan.of(
                        deployment, candidate.share(), memory.get(), inquiry.knowledge().memoryRules());
                if (plan.shortfallBytes() > 0) {
                    continue;
                }
                glances = glances == null ? Glances.of(deployment, inquiry.knowledge()) : glances;
                Trial trial = new Trial(deployment, plan, glances, targets);
                if (slow == null || !slow.trial().judgeable() && trial.judgeable()) {
                    slow = new Counted(trial, replicas, asked, 0);
                }
                if (!trial.judgeable()) {
                    continue;
                }
                int atLeast = best == null ? 1 : (best.users() + replicas - 1) / replicas;
                Counted next = new Counted(trial, replicas, asked, trial.mostUsers(Math.max(1, atLeast)));
                if (next.most() > 0 && (best == null || next.users() > best.users()
                        || next.users() == best.users() && next.output() > best.output())) {
                    best = next;
                }
            }
        }
        if (best != null) {
            return served(item, inquiry, best, gpus);
        }
        if (slow != null) {
            return unserved(item, inquiry, slow, gpus);
        }
        if (legal) {
            int replicas = gpus / least.layout().gpus();
            return unfit(item, inquiry, least, replicas, (terms.users() + replicas - 1) / replicas);
        }
        return without(item, Outcome.CANNOT_RUN, Limit.LAYOUT, Finding.of(Severity.BLOCKING, "no-legal-layout")
                .with("model", item.model().id()).with("gpus", gpus));
    }

    /** Replicas that stay inside a node, or whose links the catalog's device has across nodes of this size. */
    private List<Integer> sizes(Hardware hardware, int gpus) {
        List<Integer> sizes = new ArrayList<>();
        for (int size = 1; size < gpus; size *= 2) {
            sizes.add(size);
        }
        sizes.add(gpus);
        boolean accelerators = configuration.kind() == Configuration.Kind.ACCELERATOR;
        sizes.removeIf(size -> accelerators && size > configuration.gpusPerNode()
                && hardware.interconnect(size).domainGpus() > configuration.gpusPerNode()
                && configuration.nodes() > 1);
        return sizes;
    }

    private Assessment served(Item item, Inquiry inquiry, Counted best, int gpus) {
        boolean all = best.most() >= best.asked();
        return answer(item, inquiry, best, gpus, all ? Outcome.SERVES : Outcome.SERVES_FEWER,
                OptionalInt.of(best.most()), best.trial().limit(best.most()));
    }

    private Assessment unserved(Item item, Inquiry inquiry, Counted slow, int gpus) {
        return slow.trial().judgeable()
                ? answer(item, inquiry, slow, gpus, Outcome.TOO_SLOW, OptionalInt.of(0), slow.trial().limit(0))
                : answer(item, inquiry, slow, gpus, Outcome.UNKNOWN, OptionalInt.empty(), Limit.UNKNOWN_FACT);
    }

    private Assessment answer(
            Item item, Inquiry inquiry, Counted counted, int gpus, Outcome outcome, OptionalInt most, Limit limit) {
        Deployment deployment = counted.trial().deployment();
        Estimate estimate = inquiry.with(new Workload.Concurrency(counted.asked())).estimate(deployment.layout());
        int replicas = counted.replicas();
        List<Finding> warnings = new ArrayList<>(estimate.findings());
        inquiry.engineSupport().ifPresent(warnings::add);
        warnings.addAll(ModelWarnings.of(deployment, gpus - replicas * deployment.layout().gpus()));
        warnings.sort((a, b) -> a.severity().compareTo(b.severity()));
        return new Assessment(
                item.model().id(), item.weights(), outcome, replicas, Optional.of(deployment.layout()), counted.asked(),
                most, Optional.of(limit),
                estimate.kvCache().map(figures -> OptionalDouble.of(figures.maxContextTokens()))
                        .orElse(OptionalDouble.empty()),
                estimate.speed().map(speed -> speed.ttftSeconds()),
                estimate.speed().map(speed -> speed.tpotSeconds()),
                estimate.speed().map(speed -> times(replicas, speed.outputTokensPerSecond())),
                reason(estimate, inquiry), warnings, estimate.confidence());
    }

    private Assessment unfit(Item item, Inquiry inquiry, Inquiry.Candidate candidate, int replicas, int asked) {
        Estimate estimate = inquiry.with(new Workload.Concurrency(asked)).estimate(candidate.layout());
        boolean known = estimate.memory().isPresent();
        return new Assessment(
                item.model().id(), item.weights(), known ? Outcome.DOES_NOT_FIT : Outcome.UNKNOWN, replicas,
                Optional.of(candidate.layout()), asked, known ? OptionalInt.of(0) : OptionalInt.empty(),
                Optional.of(known ? Limit.MEMORY : Limit.UNKNOWN_FACT), OptionalDouble.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), reason(estimate, inquiry), List.of(), estimate.confidence());
    }

    private static Band times(int factor, Band band) {
        return new Band(factor * band.low(), factor * band.mid(), factor * band.high());
    }

    private static Optional<Finding> reason(Estimate estimate, Inquiry inquiry) {
        for (Finding finding : estimate.findings()) {
            if (finding.severity() == Severity.BLOCKING || finding.severity() == Severity.UNKNOWN) {
                return Optional.of(inquiry.located(finding));
            }
        }
        return Optional.empty();
    }

    /** The request about one replica with its share of the asked users; empty where no layout can run. */
    public Optional<JsonObject> request(Assessment assessment) {
        return request(assessment, assessment.usersPerReplica());
    }

    /** The request about one replica with its most users; empty where there are none. */
    public Optional<JsonObject> requestAtMost(Assessment assessment) {
        int most = assessment.maxUsersPerReplica().orElse(0);
        return most > 0 ? request(assessment, most) : Optional.empty();
    }

    private Optional<JsonObject> request(Assessment assessment, int users) {
        return assessment.layout().map(layout -> {
            ModelEntry model = planner.catalog().model(assessment.model()).orElseThrow();
            return inquiry(new Item(model, assessment.weights())).with(new Workload.Concurrency(users)).request(layout);
        });
    }
}
