package dev.llmplanner.contract;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.CatalogReader;
import dev.llmplanner.catalog.Constants;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.evidence.Setting;
import dev.llmplanner.engine.explain.Explainer;
import dev.llmplanner.engine.explain.Explanation;
import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.engine.model.Architecture;
import dev.llmplanner.engine.serving.Estimate;
import dev.llmplanner.engine.serving.Estimator;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;
import dev.llmplanner.engine.serving.Knowledge;
import dev.llmplanner.engine.serving.Verdict;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers requests against a catalog and its constants. */
public final class CatalogPlanner implements Planner {

    private final Catalog catalog;
    private final RequestResolver resolver;
    private final DeploymentFactory factory;
    private final SettingReader settings;
    private final Optional<PoolAnswers> pools;
    private final JsonObject formulas;

    private final Constants constants;
    private final Optional<InlineHardware> records;
    private final Optional<ModelImporter> models;
    private final Function<DeploymentFactory, Optional<PoolAnswers>> poolPlanner;
    private final Optional<EvidenceFinder> evidence;

    private CatalogPlanner(Catalog catalog, Constants constants, JsonObject formulas,
            Optional<InlineHardware> records, Optional<ModelImporter> models,
            Function<DeploymentFactory, Optional<PoolAnswers>> pools, Optional<EvidenceFinder> evidence) {
        this.catalog = catalog;
        this.evidence = evidence;
        this.constants = constants;
        this.records = records;
        this.models = models;
        this.formulas = formulas;
        this.poolPlanner = pools;
        this.resolver = new RequestResolver(catalog, constants, records, models);
        this.factory = new DeploymentFactory(catalog, constants);
        this.settings = new SettingReader(factory);
        this.pools = pools.apply(factory);
    }

    private static CatalogPlanner of(JsonObject bundle, Function<Constants, Optional<InlineHardware>> records,
            Optional<ModelImporter> models, Function<DeploymentFactory, Optional<PoolAnswers>> pools) {
        Constants constants = CatalogReader.constants(bundle);
        return new CatalogPlanner(CatalogReader.read(bundle, constants), constants,
                bundle.get("formulas").map(JsonObject.class::cast).orElseGet(() -> new JsonObject.Builder().build()),
                records.apply(constants), models, pools, Optional.empty());
    }

    /**
     * This planner with records added to its catalog.
     *
     * @param added records by id in the bundle's collections; their ids begin with {@link Catalog#OWN}
     */
    public CatalogPlanner with(JsonObject added) {
        return new CatalogPlanner(CatalogReader.extended(catalog, added, constants), constants, formulas, records, models,
                poolPlanner, evidence);
    }

    /** A planner over everything in the bundle that the build makes. */
    public static CatalogPlanner of(JsonObject bundle) {
        return of(bundle, constants -> Optional.of(new InlineRecords(constants)),
                Optional.of(new CheckpointImporter()), factory -> Optional.of(new PoolPlanner(factory)));
    }

    /**
     * A planner for single replicas of the catalog alone, which leaves the code of separate pools and of records in requests
     * out of what is compiled for the page. A request for those is a bug of the caller.
     */
    public static CatalogPlanner ofReplicas(JsonObject bundle) {
        return of(bundle, constants -> Optional.empty(), Optional.empty(), factory -> Optional.empty());
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    /** This planner with the nearest measurements in its estimates. */
    public CatalogPlanner with(EvidenceFinder finder) {
        return new CatalogPlanner(catalog, constants, formulas, records, models, poolPlanner, Optional.of(finder));
    }

    @Override
    public JsonObject estimate(JsonObject request) {
        ResolvedRequest resolved = resolver.resolve(request);
        Answer answer = answer(request, resolved);
        return ResultWriter.write(answer, evidence.flatMap(finder -> settings.setting(resolved, answer)
                .map(setting -> EvidenceWriter.write(finder.nearest(setting, this), finder.rows()))));
    }

    /** What measurements are compared to that answer by; empty where a fact is missing that distances need. */
    public Optional<Setting> setting(Answer answer) {
        return settings.setting(resolver.resolve(answer.request()), answer);
    }

    @Override
    public Answer evaluate(JsonObject asked) {
        return answer(asked, resolver.resolve(asked));
    }

    private Answer answer(JsonObject asked, ResolvedRequest request) {
        if (request.model().architecture().isEmpty()) {
            return unknown(asked, request, architectureUnknown(request.model()));
        }
        if (request.pools().isPresent()) {
            return pools.orElseThrow().answer(asked, request);
        }
        LayoutChooser.Chosen chosen = choose(request);
        JsonObject filled = RequestWriter.write(asked, request, Optional.of(chosen));
        List<Remedy> remedies =
                new RemedyFinder(this::tryOut).remedies(filled, request, chosen.estimate());
        return new Answer(filled, chosen.reason(), chosen.legalLayouts(), chosen.estimate(), remedies);
    }

    /**
     * The request, read once, to be answered for many layouts, loads and devices.
     *
     * @throws RequestException where the request asks for what can't be
     */
    public Inquiry inquire(JsonObject asked) {
        return Inquiry.of(asked, resolver, factory);
    }

    @Override
    public JsonObject explain(JsonObject asked) {
        return ExplanationWriter.write(explanations(asked), formulas);
    }

    private List<Explanation> explanations(JsonObject asked) {
        ResolvedRequest request = resolver.resolve(asked);
        Optional<Architecture> architecture = request.model().architecture();
        if (architecture.isEmpty()) {
            return List.of();
        }
        if (request.pools().isPresent()) {
            return pools.orElseThrow().explanations(request);
        }
        LayoutChooser.Chosen chosen = choose(request);
        return Explainer.explain(
                factory.deployment(request, architecture.get(), chosen.layout()),
                factory.knowledge(request, architecture.get()),
                chosen.estimate());
    }

    private Optional<Estimate> tryOut(JsonObject changed) {
        try {
            ResolvedRequest request = resolver.resolve(changed);
            return Optional.of(choose(request).estimate());
        } catch (RequestException refused) {
            return Optional.empty();
        }
    }

    private LayoutChooser.Chosen choose(ResolvedRequest request) {
        Architecture architecture = request.model().architecture().orElseThrow();
        Knowledge knowledge = factory.knowledge(request, architecture);
        return LayoutChooser.choose(request, architecture, "", layout -> withFacts(request,
                Estimator.estimate(factory.deployment(request, architecture, layout), knowledge)));
    }

    /** Adds what only the catalog knows: where a missing fact belongs, and the engine's support. */
    static Estimate withFacts(ResolvedRequest request, Estimate estimate) {
        List<Finding> findings = new ArrayList<>();
        estimate.findings().forEach(finding -> findings.add(FactFiles.located(finding, request.hardware())));
        EngineSupport.finding(request).ifPresent(findings::add);
        return estimate.with(findings);
    }

    private static Finding architectureUnknown(ModelEntry model) {
        return Finding.of(Severity.UNKNOWN, "architecture-unknown")
                .with("model", model.id())
                .with("reason", model.notComputable().orElse(""))
                .with("file", "models-catalog/" + model.vendor() + "/" + model.id() + ".json");
    }

    /** The answer where nothing can be computed, not even memory. */
    private static Answer unknown(JsonObject asked, ResolvedRequest request, Finding finding) {
        Estimate estimate = new Estimate(
                Verdict.UNKNOWN, List.of(finding), Optional.empty(), Optional.empty(), Optional.empty(),
                Confidence.LOW);
        return new Answer(
                RequestWriter.write(asked, request, Optional.empty()), "none", 0, estimate, List.of());
    }
}
