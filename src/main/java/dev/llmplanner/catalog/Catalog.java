package dev.llmplanner.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All records, in the order of the bundle. */
public final class Catalog {

    /** Ids of records that a reader added begin with it; the catalog's own ids hold no colon. */
    public static final String OWN = "own:";

    private final String version;
    private final Optional<String> date;
    private final Map<String, ModelEntry> models = new LinkedHashMap<>();
    private final Map<String, ModelEntry> modelsByRepository = new LinkedHashMap<>();
    private final Map<String, AcceleratorEntry> accelerators = new LinkedHashMap<>();
    private final Map<String, ServerEntry> servers = new LinkedHashMap<>();
    private final Map<String, FabricEntry> fabrics = new LinkedHashMap<>();
    private final Map<String, Vendor> vendors = new LinkedHashMap<>();

    /** A catalog of these records. A repository that two models list finds the first. */
    public Catalog(
            String version,
            Optional<String> date,
            List<Vendor> vendors,
            List<ModelEntry> models,
            List<AcceleratorEntry> accelerators,
            List<ServerEntry> servers,
            List<FabricEntry> fabrics) {
        this.version = version;
        this.date = date;
        vendors.forEach(vendor -> this.vendors.put(vendor.id(), vendor));
        for (ModelEntry model : models) {
            this.models.put(model.id(), model);
            model.repositories().forEach(repository ->
                    modelsByRepository.putIfAbsent(repository.name().toLowerCase(), model));
        }
        accelerators.forEach(accelerator -> this.accelerators.put(accelerator.id(), accelerator));
        servers.forEach(server -> this.servers.put(server.id(), server));
        fabrics.forEach(fabric -> this.fabrics.put(fabric.id(), fabric));
    }

    /** This catalog and those records after its own. A record whose id is known takes its place. */
    public Catalog with(
            List<ModelEntry> moreModels,
            List<AcceleratorEntry> moreAccelerators,
            List<ServerEntry> moreServers,
            List<FabricEntry> moreFabrics) {
        return new Catalog(version, date, List.copyOf(vendors.values()), joined(models(), moreModels),
                joined(accelerators(), moreAccelerators), joined(servers(), moreServers),
                joined(fabrics(), moreFabrics));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    public String version() {
        return version;
    }

    /** The newest day on which a source was read or dated; absent where no source has one. */
    public Optional<String> date() {
        return date;
    }

    public List<ModelEntry> models() {
        return List.copyOf(models.values());
    }

    public List<AcceleratorEntry> accelerators() {
        return List.copyOf(accelerators.values());
    }

    public List<ServerEntry> servers() {
        return List.copyOf(servers.values());
    }

    public List<FabricEntry> fabrics() {
        return List.copyOf(fabrics.values());
    }

    /** The model of that id, or of any repository name that the catalog lists. */
    public Optional<ModelEntry> model(String idOrRepository) {
        ModelEntry byId = models.get(idOrRepository);
        return Optional.ofNullable(byId != null ? byId : modelsByRepository.get(idOrRepository.toLowerCase()));
    }

    public Optional<AcceleratorEntry> accelerator(String id) {
        return Optional.ofNullable(accelerators.get(id));
    }

    public Optional<ServerEntry> server(String id) {
        return Optional.ofNullable(servers.get(id));
    }

    public Optional<FabricEntry> fabric(String id) {
        return Optional.ofNullable(fabrics.get(id));
    }

    /** The vendor of that id; one with the id as its name where the catalog has none. */
    public Vendor vendor(String id) {
        Vendor vendor = vendors.get(id);
        return vendor != null ? vendor : new Vendor(id, id, id, List.of());
    }
}
