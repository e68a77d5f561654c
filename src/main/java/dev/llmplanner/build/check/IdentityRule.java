package dev.llmplanner.build.check;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A file's name is the record's id, unique, in lower kebab case; what a record refers to exists. */
public final class IdentityRule implements Rule {

    @Override
    public List<Finding> check(CatalogFile file, Catalog catalog) {
        List<Finding> findings = new ArrayList<>();
        name(file, catalog, findings);
        schemaKey(file, findings);
        switch (file.kind()) {
            case MODEL -> {
                folder(file, catalog, CatalogKind.MODEL_VENDORS, findings);
                repositories(file, catalog, findings);
            }
            case ACCELERATOR -> folder(file, catalog, CatalogKind.HARDWARE_VENDORS, findings);
            case SERVER -> {
                vendor(file, catalog, findings);
                file.string("/accelerator").filter(id -> !catalog.ids(CatalogKind.ACCELERATOR).contains(id))
                        .ifPresent(id -> findings.add(file.finding("/accelerator", "no accelerator has that id",
                                "Use the name of a file under hardware-catalog/accelerators.")));
            }
            case FABRIC -> vendor(file, catalog, findings);
            case PLANT -> {
                vendor(file, catalog, findings);
                members(file, "/portsByFabric").forEach(id -> reference(
                        file, "/portsByFabric", id, catalog, CatalogKind.FABRIC, findings));
                for (int i = 0; file.string("/servers/" + i).isPresent(); i++) {
                    reference(file, "/servers/" + i, file.string("/servers/" + i).get(), catalog, CatalogKind.SERVER,
                            findings);
                }
            }
            case SOFTWARE -> {
                vendor(file, catalog, findings);
                for (int i = 0; file.at("/includedWith/" + i).isPresent(); i++) {
                    String pointer = "/includedWith/" + i + "/accelerator";
                    reference(file, pointer, file.string(pointer).orElse(""), catalog, CatalogKind.ACCELERATOR, findings);
                }
            }
            case MODEL_VENDORS, HARDWARE_VENDORS -> { }
        }
        return findings;
    }

    private static Set<String> members(CatalogFile file, String pointer) {
        return file.at(pointer).orElse(null) instanceof JsonObject object ? object.members().keySet() : Set.of();
    }

    private static void reference(CatalogFile file, String pointer, String id, Catalog catalog, CatalogKind kind,
            List<Finding> findings) {
        if (!catalog.ids(kind).contains(id)) {
            findings.add(file.finding(pointer, "no " + kind.name().toLowerCase(Locale.ROOT) + " has the id " + id,
                    "Use the name of a file of that kind."));
        }
    }

    private static void name(CatalogFile file, Catalog catalog, List<Finding> findings) {
        String id = file.id();
        if (!file.kind().isRecord()) {
            return;
        }
        // A model's id may hold a version with a dot: qwen2.5-72b.
        if (!id.matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
            findings.add(new Finding(file.path(), "", "named " + id, "an id is in lower kebab case",
                    "Rename the file to " + kebab(id) + ".json."));
        }
        for (CatalogFile other : catalog.files()) {
            if (other.kind() == file.kind() && other.id().equals(id) && other.path().compareTo(file.path()) < 0) {
                findings.add(new Finding(file.path(), "", "named " + id, other.path() + " has the same id",
                        "Rename one of them; an id is unique."));
            }
        }
    }

    private static String kebab(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^[.-]+|[.-]+$", "");
    }

    private static void schemaKey(CatalogFile file, List<Finding> findings) {
        String up = "../".repeat((int) file.path().chars().filter(c -> c == '/').count() - 1);
        String expected = up + file.kind().schema().substring(file.kind().schema().indexOf('/') + 1);
        String first = file.json().members().keySet().stream().findFirst().orElse("");
        String given = file.string("/$schema").orElse("");
        if (!first.equals("$schema") || !given.equals(expected) && !given.equals("./" + expected)) {
            findings.add(file.finding("/$schema", "the first key leads editors to the schema",
                    "Start the file with \"$schema\": \"" + expected + "\"."));
        }
    }

    private static void folder(CatalogFile file, Catalog catalog, CatalogKind vendors, List<Finding> findings) {
        if (!vendorIds(catalog, vendors).contains(file.folder())) {
            findings.add(new Finding(file.path(), "", "in the folder " + file.folder(),
                    vendors.schema().replace(".schema", "") + " has no such vendor",
                    "Add the vendor with its English and Chinese name."));
        }
    }

    private static void vendor(CatalogFile file, Catalog catalog, List<Finding> findings) {
        file.string("/vendor").filter(id -> !vendorIds(catalog, CatalogKind.HARDWARE_VENDORS).contains(id))
                .ifPresent(id -> findings.add(file.finding("/vendor", "hardware-catalog/vendors.json has no such vendor",
                        "Use a key of vendors.json, or add the vendor there.")));
    }

    private static Set<String> vendorIds(Catalog catalog, CatalogKind vendors) {
        Json table = catalog.file(vendors, "vendors").flatMap(f -> f.at("/vendors")).orElse(null);
        return table instanceof JsonObject object ? object.members().keySet() : Set.of();
    }

    /** A repository's name leads to one model, and each model has one release. */
    private static void repositories(CatalogFile file, Catalog catalog, List<Finding> findings) {
        int releases = 0;
        for (int i = 0; i < size(file); i++) {
            String pointer = "/repositories/" + i + "/name";
            String name = file.string(pointer).orElse("");
            releases += file.string("/repositories/" + i + "/role").orElse("").equals("release") ? 1 : 0;
            for (CatalogFile other : catalog.files()) {
                if (other.kind() == CatalogKind.MODEL && other.path().compareTo(file.path()) < 0
                        && hasRepository(other, name)) {
                    findings.add(file.finding(pointer, other.path() + " lists the same repository",
                            "Keep it where it belongs; a name leads to one model."));
                }
            }
        }
        if (releases > 1) {
            findings.add(new Finding(file.path(), "/repositories", releases + " releases",
                    "a model has one release", "Give the others the role quantised or derived."));
        }
    }

    private static boolean hasRepository(CatalogFile file, String name) {
        for (int i = 0; i < size(file); i++) {
            if (file.string("/repositories/" + i + "/name").orElse("").equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    private static int size(CatalogFile file) {
        return file.at("/repositories").orElse(null) instanceof JsonArray array ? array.items().size() : 0;
    }
}
