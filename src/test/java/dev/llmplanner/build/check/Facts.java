package dev.llmplanner.build.check;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The repository's own catalog files, and copies of them with one fact changed. */
final class Facts {

    static final Path ROOT = Path.of("");
    static final Catalog CATALOG = read();

    static final String H200 = "hardware-catalog/accelerators/nvidia/nvidia-h200-sxm-141gb.json";
    static final String DGX_H200 = "hardware-catalog/servers/nvidia-dgx-h200.json";
    static final String NDR = "hardware-catalog/fabrics/ib-ndr.json";

    private Facts() {
    }

    private static Catalog read() {
        try {
            return Catalog.read(ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CatalogFile file(String path) {
        return CATALOG.files().stream().filter(f -> f.path().equals(path)).findFirst().orElseThrow();
    }

    static CatalogFile accelerator(String id) {
        return CATALOG.file(CatalogKind.ACCELERATOR, id).orElseThrow();
    }

    /** A copy in which the value at the pointer is another one; a new key goes to the end. */
    static CatalogFile with(CatalogFile file, String pointer, String json) {
        return changed(file, set(file.json(), pointer, JacksonJson.parse(json)));
    }

    /** A copy without the member at the pointer. */
    static CatalogFile without(CatalogFile file, String pointer) {
        return changed(file, set(file.json(), pointer, null));
    }

    /** The same record under another path. */
    static CatalogFile at(CatalogFile file, String path) {
        return CatalogFile.of(path, file.text());
    }

    /** The catalog with one more file. */
    static Catalog plus(CatalogFile file) {
        List<CatalogFile> files = new ArrayList<>(CATALOG.files());
        files.add(file);
        return new Catalog(ROOT, files, List.of());
    }

    static List<String> messages(List<Finding> findings) {
        return findings.stream().map(Finding::message).toList();
    }

    private static CatalogFile changed(CatalogFile file, Json json) {
        return CatalogFile.of(file.path(), JacksonJson.pretty(json));
    }

    private static Json set(Json json, String pointer, Json value) {
        int slash = pointer.indexOf('/', 1);
        String token = (slash < 0 ? pointer.substring(1) : pointer.substring(1, slash)).replace("~1", "/");
        String rest = slash < 0 ? "" : pointer.substring(slash);
        if (json instanceof JsonArray array) {
            List<Json> items = new ArrayList<>(array.items());
            int index = Integer.parseInt(token);
            items.set(index, rest.isEmpty() ? value : set(items.get(index), rest, value));
            return new JsonArray(items);
        }
        Map<String, Json> members = new LinkedHashMap<>(((JsonObject) json).members());
        Json changed = rest.isEmpty() ? value : set(members.getOrDefault(token, new JsonObject(Map.of())), rest, value);
        if (changed == null) {
            members.remove(token);
        } else {
            members.put(token, changed);
        }
        return new JsonObject(members);
    }
}
