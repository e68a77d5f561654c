package dev.llmplanner.build.check;

import java.util.Optional;

/** The kinds of catalog file. A file's path decides its kind. */
public enum CatalogKind {
    MODEL("models-catalog/model.schema.json"),
    MODEL_VENDORS("models-catalog/vendors.schema.json"),
    ACCELERATOR("hardware-catalog/accelerator.schema.json"),
    SERVER("hardware-catalog/server.schema.json"),
    FABRIC("hardware-catalog/fabric.schema.json"),
    PLANT("hardware-catalog/plant.schema.json"),
    SOFTWARE("hardware-catalog/software.schema.json"),
    HARDWARE_VENDORS("hardware-catalog/vendors.schema.json");

    private final String schema;

    CatalogKind(String schema) {
        this.schema = schema;
    }

    /** Path of the kind's JSON Schema from the repository's root. */
    public String schema() {
        return schema;
    }

    /** Whether files of this kind hold one record, with sources, rather than a table of names. */
    public boolean isRecord() {
        return this != MODEL_VENDORS && this != HARDWARE_VENDORS;
    }

    /** The kind that a path, with slashes, from the repository's root means. */
    static Optional<CatalogKind> of(String path) {
        String[] parts = path.split("/");
        if (path.equals("models-catalog/vendors.json")) {
            return Optional.of(MODEL_VENDORS);
        }
        if (path.equals("hardware-catalog/vendors.json")) {
            return Optional.of(HARDWARE_VENDORS);
        }
        if (parts.length == 3 && parts[0].equals("models-catalog")) {
            return Optional.of(MODEL);
        }
        if (parts.length < 3 || !parts[0].equals("hardware-catalog")) {
            return Optional.empty();
        }
        return switch (parts[1]) {
            case "accelerators" -> parts.length == 4 ? Optional.of(ACCELERATOR) : Optional.empty();
            case "servers" -> parts.length == 3 ? Optional.of(SERVER) : Optional.empty();
            case "fabrics" -> parts.length == 3 ? Optional.of(FABRIC) : Optional.empty();
            case "plant" -> parts.length == 3 ? Optional.of(PLANT) : Optional.empty();
            case "software" -> parts.length == 3 ? Optional.of(SOFTWARE) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
