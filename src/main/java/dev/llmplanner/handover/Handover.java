package dev.llmplanner.handover;

import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.engine.cost.Plant;
import dev.llmplanner.engine.cost.PriceBook;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;
import dev.llmplanner.handover.acceptance.AcceptanceFiles;
import dev.llmplanner.handover.acceptance.AcceptancePlan;
import dev.llmplanner.handover.launch.HandoverCatalog;
import dev.llmplanner.handover.launch.Launch;
import dev.llmplanner.handover.launch.LaunchScript;
import dev.llmplanner.handover.launch.Launcher;
import dev.llmplanner.handover.launch.RouterScript;
import dev.llmplanner.handover.manifest.Compose;
import dev.llmplanner.handover.manifest.Kubernetes;
import dev.llmplanner.handover.manifest.PoolManifests;
import dev.llmplanner.handover.materials.Bill;
import dev.llmplanner.handover.materials.Procurement;
import dev.llmplanner.handover.report.Block;
import dev.llmplanner.handover.report.Comparison;
import dev.llmplanner.handover.report.Markdown;
import dev.llmplanner.handover.report.Report;
import dev.llmplanner.handover.report.ReportJson;
import dev.llmplanner.handover.report.ReportWriter;
import dev.llmplanner.handover.text.JsonLines;
import dev.llmplanner.handover.text.Sha256;
import dev.llmplanner.handover.text.Slug;
import dev.llmplanner.handover.zip.Zip;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Everything that is handed over for one order, in one language. */
public final class Handover {

    private final Report report;
    private final HandoverCatalog catalog;
    private final Wording words;

    private Handover(Report report, HandoverCatalog catalog, Wording words) {
        this.report = report;
        this.catalog = catalog;
        this.words = words;
    }

    /**
     * What prices and plant an order is costed with.
     *
     * @param spare        servers beyond those that serve
     * @param software     ids of subscriptions that are bought
     * @param storageBytes for weights and logs; absent: none is bought
     */
    public record Costing(PlantCatalog facts, PriceBook prices, Plant plant, int spare, List<String> software,
            OptionalDouble storageBytes) {

        /** With neither software nor storage. */
        public Costing(PlantCatalog facts, PriceBook prices, Plant plant, int spare) {
            this(facts, prices, plant, spare, List.of(), OptionalDouble.empty());
        }
    }

    /** The handover of that order, which doesn't come from a search. */
    public static Handover of(
            Order order, CatalogPlanner planner, HandoverCatalog catalog, Optional<Costing> costing, Wording words) {
        return of(order, planner, catalog, costing, Optional.empty(), words);
    }

    /**
     * The handover of that order.
     *
     * @param costing absent where prices aren't at hand: no bill then, and no cost in the report
     * @param search  result of a search, by the contract; compared where the order is one of its plans
     */
    public static Handover of(Order order, CatalogPlanner planner, HandoverCatalog catalog, Optional<Costing> costing,
            Optional<JsonObject> search, Wording words) {
        List<Launch> launches = new Launcher(catalog).launches(order);
        Optional<Procurement> procurement = costing.map(known ->
                Procurement.of(order, known.spare(), known.facts(), known.prices(), known.plant(),
                        known.software(), known.storageBytes()));
        Report report = new Report(
                order,
                launches,
                AcceptancePlan.of(planner, order),
                procurement,
                procurement.map(known -> new Bill(known, costing.orElseThrow().facts(), words)),
                problems(order, launches, catalog),
                planner.estimate(order.answer().request()),
                search.flatMap(result -> Comparison.of(result, order)),
                planner.catalog().version());
        return new Handover(report, catalog, words);
    }

    private static List<Finding> problems(Order order, List<Launch> launches, HandoverCatalog catalog) {
        Set<Finding> all = new LinkedHashSet<>();
        launches.forEach(launch -> all.addAll(new Kubernetes(launch, catalog).problems()));
        boolean routed = order.pools().isPresent()
                && (order.engine() == ServingEngine.VLLM && !order.vendor().equals("huawei") || order.engine() == ServingEngine.SGLANG);
        if (routed) {
            all.add(Finding.of(Severity.NOTE, "router-installed"));
        }
        return List.copyOf(all);
    }

    public Report report() {
        return report;
    }

    /** The report's chapters. */
    public List<Block> blocks() {
        return ReportWriter.write(report, words);
    }

    /** All files but the list of their checksums. */
    public List<Artifact> files() {
        List<Artifact> files = new ArrayList<>();
        files.add(Artifact.of("report/report.md", Markdown.of(blocks())));
        files.add(Artifact.of("report/report.json", JsonLines.of(ReportJson.of(report))));
        files.add(Artifact.of("plan.json", JsonLines.of(report.plan())));
        files.addAll(scripts());
        files.addAll(manifests());
        files.addAll(acceptance());
        report.bill().ifPresent(bill -> files.addAll(bill.files()));
        return files;
    }

    /** The files of one folder that the page shows: {@code launch}, {@code kubernetes}, {@code compose}, {@code acceptance}, {@code materials}. */
    public List<Artifact> files(String folder) {
        List<Artifact> some = switch (folder) {
            case "launch" -> scripts();
            case "kubernetes", "compose" -> manifests();
            case "acceptance" -> acceptance();
            case "materials" -> report.bill().map(Bill::files).orElse(List.of());
            default -> throw new IllegalArgumentException(folder);
        };
        return some.stream().filter(file -> file.path().startsWith(folder + "/")).toList();
    }

    private Optional<RouterScript> router() {
        return report.order().pools().isPresent() ? Optional.of(new RouterScript(report.order(), catalog, words)) : Optional.empty();
    }

    private List<Artifact> scripts() {
        List<Artifact> files = new ArrayList<>();
        report.launches().forEach(launch -> files.addAll(new LaunchScript(launch, words).files()));
        router().ifPresent(router -> files.addAll(router.files()));
        return files;
    }

    private List<Artifact> manifests() {
        List<Artifact> files = new ArrayList<>();
        Optional<RouterScript> router = router();
        if (router.isPresent()) {
            router.get().files().forEach(file -> files.addAll(new PoolManifests(
                    report.order(), report.launches(), catalog, file.text().orElseThrow()).files()));
        } else {
            files.addAll(new Kubernetes(report.launch(), catalog).files());
            files.addAll(new Compose(report.launch(), catalog).files());
        }
        return files;
    }

    private List<Artifact> acceptance() {
        int port = report.order().pools().isPresent() ? RouterScript.PORT : report.launch().port();
        return report.acceptance().map(plan -> new AcceptanceFiles(plan, port, catalog, words).files()).orElse(List.of());
    }

    /** The name of the archive and of its folder. */
    public String name() {
        return Slug.of(report.order().name(), Slug.of(report.order().model().id(), "handover"));
    }

    /** All files in one archive, with their checksums as {@code sha256sum -c} reads them. */
    public Artifact archive() {
        List<Artifact> files = files();
        StringBuilder sums = new StringBuilder();
        for (Artifact file : files) {
            sums.append(Sha256.of(file.bytes())).append("  ").append(file.path()).append('\n');
        }
        files.add(Artifact.of("SHA256SUMS", sums.toString()));
        List<Artifact> placed = new ArrayList<>();
        for (Artifact file : files) {
            placed.add(file.in(name()));
        }
        return Artifact.of(name() + ".zip", Zip.of(placed));
    }
}
