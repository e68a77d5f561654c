package dev.llmplanner.build.dist;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The catalog that the executable jar carries, the same one as {@code PLANNER_CATALOG} on the page. */
public final class BundledCatalog {
    private static final String CATALOG = "catalog.json";
    private static final String EVIDENCE = "evidence.json";
    private static final String PRICES = "prices.json";

    private BundledCatalog() {
    }

    /**
     * Reads it from the class path.
     *
     * @throws IllegalStateException if the classes were never packaged
     */
    public static JsonObject catalog() throws IOException {
        return read(CATALOG);
    }

    /**
     * Reads the measurements, the same ones as {@code PLANNER_EVIDENCE} on the page.
     *
     * @throws IllegalStateException if the classes were never packaged
     */
    public static JsonObject evidence() throws IOException {
        return read(EVIDENCE);
    }

    /**
     * Reads prices and plant, the same ones as {@code PLANNER_PRICES} on the page.
     *
     * @throws IllegalStateException if the classes were never packaged
     */
    public static JsonObject prices() throws IOException {
        return read(PRICES);
    }

    private static JsonObject read(String name) throws IOException {
        try (InputStream in = BundledCatalog.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside the classes; run mvn package");
            }
            return (JsonObject) JacksonJson.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static void write(CatalogBundle bundle, JsonObject evidence, JsonObject prices, Path classes) throws IOException {
        Path beside = classes.resolve(BundledCatalog.class.getPackageName().replace('.', '/'));
        Files.writeString(beside.resolve(CATALOG), JacksonJson.compact(bundle.catalog()));
        Files.writeString(beside.resolve(EVIDENCE), JacksonJson.compact(evidence));
        Files.writeString(beside.resolve(PRICES), JacksonJson.compact(prices));
    }
}
