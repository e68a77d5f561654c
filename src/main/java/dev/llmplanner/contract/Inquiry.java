package dev.llmplanner.contract;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Estimator;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Knowledge;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
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

    private final JsonObject asked;
    private final RequestResolver resolver;
    private final DeploymentFactory factory;
    private final ResolvedRequest request;
    private final Optional<Boolean> measuredFamily;
    private final Map<Integer, List<ParallelLayout>> layouts;
    private Knowledge knowledge;

    private Inquiry(
            JsonObject asked, RequestResolver resolver, DeploymentFactory factory, ResolvedRequest request,
            Optional<Boolean> measuredFamily, Map<Integer, List<ParallelLayout>> layouts) {
        this.asked = asked;
        this.resolver = resolver;
        this.factory = factory;
        this.request = request;
        this.measuredFamily = measuredFamily;
        this.layouts = layouts;
    }

    static Inquiry of(JsonObject asked, RequestResolver resolver, DeploymentFactory factory) {
        ResolvedRequest request = resolver.resolve(asked);
        return new Inquiry(asked, resolver, factory, request,
                request.model().architecture().map(factory::isMeasured), new LinkedHashMap<>());
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

    /** The usual layouts of that many GPUs that are legal, as they are compared for a request without one. */
    public List<ParallelLayout> layouts(int gpus) {
        int domain = request.hardware().interconnect(gpus).domainGpus();
        // Only whether the replica outgrows its domain matters, so that devices share what was found.
        return layouts.computeIfAbsent(gpus <= domain ? gpus : -gpus,
                key -> UsualLayouts.of(architecture().orElseThrow(), request.recipe(), gpus, domain));
    }

    /** What the engine judges under that layout. */
    public Deployment deployment(ParallelLayout layout) {
        return factory.deployment(request, architecture().orElseThrow(), layout);
    }

    /** What calibration knows about it. */
    public Knowledge knowledge() {
        if (knowledge == null) {
            knowledge = factory.knowledge(request, measuredFamily.orElseThrow());
        }
        return knowledge;
    }

    /** The answer under that layout, without what only the catalog knows: where facts belong and the engine's support. */
    public Estimate estimate(ParallelLayout layout) {
        return Estimator.estimate(deployment(layout), knowledge());
    }

    /** The finding with the file in which its missing fact belongs. */
    public Finding located(Finding finding) {
        return FactFiles.located(finding, request.hardware());
    }

    /** The request whose answer is {@link #estimate} of that layout. */
    public JsonObject request(ParallelLayout layout) {
        LayoutChooser.Chosen chosen = new LayoutChooser.Chosen(layout, null, "requested", 1);
        return RequestWriter.write(asked, request, Optional.of(chosen));
    }

    /** The same inquiry under another load. */
    public Inquiry with(Workload.Load load) {
        return new Inquiry(asked, resolver, factory, request.with(load), measuredFamily, layouts);
    }

    /**
     * The same inquiry about another device of the catalog.
     *
     * @throws RequestException where the request can't be asked of that device
     */
    public Inquiry on(AcceleratorEntry device) {
        Map<String, Json> members = new LinkedHashMap<>(asked.members());
        members.put("accelerator", new JsonString(device.id()));
        JsonObject other = new JsonObject(members);
        Hardware hardware = request.hardware().with(device);
        return HardwareResolver.isSmall(hardware) == HardwareResolver.isSmall(request.hardware())
                ? new Inquiry(other, resolver, factory, request.with(hardware), measuredFamily, layouts)
                : of(other, resolver, factory);
    }
}
