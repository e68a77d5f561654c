package dev.llmplanner.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All records, in the order of the bundle, each read when it is first asked for. */
public final class Catalog {

    /** Ids of records that a reader added begin with it; the catalog's own ids hold no colon. */
    public static final String OWN = "own:";

    private final String version;
    private final Optional<String> date;
    private final Records<Vendor> vendors;
    private final Records<ModelEntry> models;
    private final Records<AcceleratorEntry> accelerators;
    private final Records<ServerEntry> servers;
    private final Records<FabricEntry> fabrics;
    private Map<String, ModelEntry> modelsByRepository;

    /** A catalog of these records. A repository that two models list finds the first. */
    Catalog(
            String version,
            Optional<String> date,
            Records<Vendor> vendors,
            Records<ModelEntry> models,
            Records<AcceleratorEntry> accelerators,
            Records<ServerEntry> servers,
            Records<FabricEntry> fabrics) {
        this.version = version;
        this.date = date;
        this.vendors = vendors;
        this.models = models;
        this.accelerators = accelerators;
        this.servers = servers;
        this.fabrics = fabrics;
    }

    /** This catalog and those records after its own. A record whose id is known takes its place. */
    Catalog with(
            Records<ModelEntry> moreModels,
            Records<AcceleratorEntry> moreAccelerators,
            Records<ServerEntry> moreServers,
            Records<FabricEntry> moreFabrics) {
        return new Catalog(version, date, vendors, models.with(moreModels), accelerators.with(moreAccelerators),
                servers.with(moreServers), fabrics.with(moreFabrics));
    }

    public String version() {
        return version;
    }

    /** The newest day on which a source was read or dated; absent where no source has one. */
    public Optional<String> date() {
        return date;
    }

    public List<ModelEntry> models() {
        return models.list();
    }

    /** Ids of models, without reading one. */
    public List<String> modelIds() {
        return models.ids();
    }

    public List<AcceleratorEntry> accelerators() {
        return accelerators.list();
    }

    /** Ids of accelerators, without reading one. */
    public List<String> acceleratorIds() {
        return accelerators.ids();
    }

    public List<ServerEntry> servers() {
        return servers.list();
    }

    /** Ids of servers, without reading one. */
    public List<String> serverIds() {
        return servers.ids();
    }

    public List<FabricEntry> fabrics() {
        return fabrics.list();
    }

    /** Ids of fabrics, without reading one. */
    public List<String> fabricIds() {
        return fabrics.ids();
    }

    /** The model of that id, or of any repository name that the catalog lists. */
    public Optional<ModelEntry> model(String idOrRepository) {
        Optional<ModelEntry> byId = models.find(idOrRepository);
        return byId.isPresent() ? byId : Optional.ofNullable(modelsByRepository().get(idOrRepository.toLowerCase()));
    }

    /** Idempotent, so that two threads may fill it at once. */
    private Map<String, ModelEntry> modelsByRepository() {
        Map<String, ModelEntry> known = modelsByRepository;
        if (known == null) {
            known = new HashMap<>();
            for (ModelEntry model : models()) {
                for (ModelEntry.Repository repository : model.repositories()) {
                    known.putIfAbsent(repository.name().toLowerCase(), model);
                }
            }
            modelsByRepository = known;
        }
        return known;
    }

    public Optional<AcceleratorEntry> accelerator(String id) {
        return accelerators.find(id);
    }

    public Optional<ServerEntry> server(String id) {
        return servers.find(id);
    }

    public Optional<FabricEntry> fabric(String id) {
        return fabrics.find(id);
    }

    /** The vendor of that id; one with the id as its name where the catalog has none. */
    public Vendor vendor(String id) {
        return vendors.find(id).orElseGet(() -> new Vendor(id, id, id, List.of()));
    }
}
