package dev.llmplanner.contract;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.Interconnect;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.engine.memory.WeightMemory;
import dev.llmplanner.engine.memory.WorkingMemory;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Estimator;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Knowledge;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that was read once, to be answered for many layouts, loads and devices without JSON.
 *
 * <p>Every answer equals the one that {@link Planner#evaluate} gives to the request that {@link #request} writes for it:
 * both resolve and judge with the same code. Immutable, but for what it remembers of its own results.
 */
public final class Inquiry {

    private final Family family;
    private final ResolvedRequest request;
    private Knowledge knowledge;
    private int linkedGpus;
    private Interconnect links;

    private Inquiry(Family family, ResolvedRequest request) {
        this.family = family;
        this.request = request;
    }

    /** What inquiries have in common that differ in their device and load alone. */
    private static final class Family {
        final JsonObject asked;
        final RequestResolver resolver;
        final DeploymentFactory factory;
        final boolean measured;
        final Map<Integer, List<Candidate>> candidates = new HashMap<>();
        final Map<ParallelLayout, Candidate> byLayout = new HashMap<>();
        final List<Map<ParallelLayout, WorkingMemory>> working = List.of(new HashMap<>(), new HashMap<>());
        final ResolvedRequest[] bySize = new ResolvedRequest[2];
        double wholeWeightsBytes = Double.NaN;

        Family(JsonObject asked, RequestResolver resolver, DeploymentFactory factory, boolean measured) {
            this.asked = asked;
            this.resolver = resolver;
            this.factory = factory;
            this.measured = measured;
        }
    }

    /**
     * A legal layout.
     *
     * @param share what it puts on the fullest GPU, whatever the device
     */
    public record Candidate(ParallelLayout layout, MemoryPlan.Share share) {}

    static Inquiry of(JsonObject asked, RequestResolver resolver, DeploymentFactory factory) {
        ResolvedRequest request = resolver.resolve(asked);
        boolean measured = request.model().architecture()
                .map(architecture -> factory.isMeasured(request.model(), architecture)).orElse(false);
        return new Inquiry(new Family(asked, resolver, factory, measured), request);
    }

    /** The model that is asked about. */
    public ModelEntry model() {
        return request.model();
    }

    /** Absent where the model's fields aren't known; then nothing else can be asked. */
    public Optional<Architecture> architecture() {
        return request.model().architecture();
    }

    /** The devices that are asked about. */
    public Hardware hardware() {
        return request.hardware();
    }

    /** Share of device memory that the engine takes by its own rule, with tensor parallelism over that many GPUs. */
    public double memoryFraction(int gpus) {
        double capacity = hardware().accelerator().accelerator().memory().orElseThrow().capacityBytes();
        return MemoryPlan.fraction(deployment(ParallelLayout.tensor(gpus)), capacity);
    }

    /** The usual layouts of that many GPUs that are legal, as they are compared for a request without one. */
    public List<Candidate> candidates(int gpus) {
        int domain = links(gpus).domainGpus();
        // Only whether the replica outgrows its domain matters, so that devices share what was found.
        int key = gpus <= domain ? gpus : -gpus;
        List<Candidate> known = family.candidates.get(key);
        if (known == null) {
            known = new ArrayList<>();
            for (ParallelLayout layout :
                    UsualLayouts.of(architecture().orElseThrow(), request.recipe(), gpus, domain)) {
                known.add(candidate(layout));
            }
            family.candidates.put(key, known);
        }
        return known;
    }

    private Candidate candidate(ParallelLayout layout) {
        return family.byLayout.computeIfAbsent(
                layout, each -> new Candidate(each, MemoryPlan.Share.of(deployment(each))));
    }

    /** The least that the fullest of so many GPUs can hold: an even share, however they are divided. */
    public double leastWeightsBytes(int gpus) {
        if (Double.isNaN(family.wholeWeightsBytes)) {
            family.wholeWeightsBytes = WeightMemory.bytesPerGpu(
                    architecture().orElseThrow(), request.recipe(), ParallelLayout.tensor(1));
        }
        return family.wholeWeightsBytes / gpus;
    }

    /** The memory of that candidate on this device, whose capacity is known. Devices of one size class share what the engine needs. */
    public MemoryPlan plan(Candidate candidate, Deployment deployment) {
        Map<ParallelLayout, WorkingMemory> known = family.working.get(HardwareResolver.isSmall(request.hardware()) ? 1 : 0);
        WorkingMemory working = known.computeIfAbsent(
                candidate.layout(), layout -> WorkingMemory.of(deployment, knowledge().memoryRules()));
        return MemoryPlan.of(deployment, candidate.share(), working,
                request.hardware().accelerator().accelerator().memory().orElseThrow());
    }

    private Interconnect links(int gpus) {
        if (linkedGpus != gpus) {
            links = request.hardware().interconnect(gpus);
            linkedGpus = gpus;
        }
        return links;
    }

    /** What the engine judges under that layout. */
    public Deployment deployment(ParallelLayout layout) {
        return family.factory.deployment(request, architecture().orElseThrow(), layout, links(layout.gpus()));
    }

    /** What calibration knows about it. */
    public Knowledge knowledge() {
        if (knowledge == null) {
            knowledge = family.factory.knowledge(request, family.measured);
        }
        return knowledge;
    }

    /**
     * The answer under that layout, without what only the catalog knows: where missing facts belong, and the engine's
     * support.
     */
    public Estimate estimate(ParallelLayout layout) {
        return Estimator.estimate(deployment(layout), knowledge());
    }

    /** The finding with the file in which its missing fact belongs. */
    public Finding located(Finding finding) {
        return FactFiles.located(finding, request.hardware());
    }

    /** A warning where the device's record lists engines and this one isn't among them. */
    public Optional<Finding> engineSupport() {
        return EngineSupport.finding(request);
    }

    /** The request whose answer is {@link #estimate} of that layout. */
    public JsonObject request(ParallelLayout layout) {
        return RequestWriter.write(asked(), request, Optional.of(new LayoutChooser.Chosen(layout, null, "requested", 1)));
    }

    private JsonObject asked() {
        return request.hardware().server().isPresent() || request.hardware().inline()
                ? family.asked : asked(request.hardware().accelerator());
    }

    private JsonObject asked(AcceleratorEntry device) {
        Map<String, Json> members = new LinkedHashMap<>(family.asked.members());
        members.put("accelerator", new JsonString(device.id()));
        return new JsonObject(members);
    }

    /** The same inquiry under another load. */
    public Inquiry with(Workload.Load load) {
        Inquiry other = new Inquiry(family, request.with(load));
        other.knowledge = knowledge;
        return other;
    }

    /**
     * The same inquiry about another accelerator of the catalog; this one names an accelerator too.
     *
     * @throws RequestException where the request can't be asked of that device
     */
    public Inquiry on(AcceleratorEntry device) {
        return on(request.hardware().with(device));
    }

    /**
     * The same inquiry about other hardware of the catalog, for what doesn't ask for {@link #request}: that is written for
     * the accelerator alone.
     *
     * @throws RequestException where the request can't be asked of that hardware
     */
    public Inquiry on(Hardware hardware) {
        AcceleratorEntry device = hardware.accelerator();
        boolean small = HardwareResolver.isSmall(hardware);
        if (small == HardwareResolver.isSmall(request.hardware())) {
            return new Inquiry(family, request.with(hardware));
        }
        int size = small ? 1 : 0;
        if (family.bySize[size] == null) {
            family.bySize[size] = family.resolver.resolve(asked(device));
        }
        return new Inquiry(family, family.bySize[size].with(hardware).with(request.workload().load()));
    }
}
