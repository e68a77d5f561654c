package dev.llmplanner.benchmark;

import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.ModelEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The catalog's model that a printed name means.
 *
 * @param repository under which it is published, where the name is one; it may be a quantised form
 */
public record ModelMatch(ModelEntry model, Optional<ModelEntry.Repository> repository) {

    /**
     * By repository, by the last two parts of a path ({@code /data/meta-llama/Llama-3.3-70B-Instruct}), by the folder of a
     * download cache ({@code models--meta-llama--…}), else by the last part where one model alone has a repository of that name.
     */
    public static Optional<ModelMatch> of(String printed, Catalog catalog) {
        List<String> parts = parts(printed);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        for (String part : parts) {
            if (part.startsWith("models--")) {
                int cut = part.indexOf("--", 8);
                if (cut > 0) {
                    return whole(part.substring(8, cut) + "/" + part.substring(cut + 2), catalog);
                }
            }
        }
        String last = parts.get(parts.size() - 1);
        Optional<ModelMatch> byPath = parts.size() > 1
                ? whole(parts.get(parts.size() - 2) + "/" + last, catalog) : Optional.empty();
        return byPath.or(() -> lone(last, catalog));
    }

    private static List<String> parts(String printed) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= printed.length(); i++) {
            if (i == printed.length() || printed.charAt(i) == '/') {
                if (i > from) {
                    parts.add(printed.substring(from, i));
                }
                from = i + 1;
            }
        }
        return parts;
    }

    private static Optional<ModelMatch> whole(String name, Catalog catalog) {
        return catalog.model(name).map(model -> new ModelMatch(model, model.repositories().stream()
                .filter(repository -> repository.name().equalsIgnoreCase(name)).findFirst()));
    }

    private static Optional<ModelMatch> lone(String last, Catalog catalog) {
        List<ModelMatch> found = new ArrayList<>();
        for (ModelEntry model : catalog.models()) {
            model.repositories().stream()
                    .filter(repository -> repository.name().substring(repository.name().lastIndexOf('/') + 1)
                            .equalsIgnoreCase(last))
                    .findFirst()
                    .ifPresent(repository -> found.add(new ModelMatch(model, Optional.of(repository))));
        }
        if (found.isEmpty()) {
            return catalog.model(last).map(model -> new ModelMatch(model, Optional.empty()));
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
