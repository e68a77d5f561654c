package dev.llmplanner.support;

import dev.llmplanner.build.dist.CatalogBundle;
import dev.llmplanner.build.dist.PricesFile;
import dev.llmplanner.build.evidence.EvidenceFile;
import dev.llmplanner.catalog.Catalog;
import dev.llmplanner.catalog.CatalogReader;
import dev.llmplanner.catalog.Constants;
import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.EvidenceFinder;
import dev.llmplanner.json.JsonObject;
import java.nio.file.Path;

/** The repository's catalogs, bundled as the build bundles them and read once for all tests. */
public final class TestCatalog {

    private static final JsonObject BUNDLE = CatalogBundle.read(Path.of(""), "test").catalog();
    private static final Constants CONSTANTS = CatalogReader.constants(BUNDLE);
    private static final Catalog CATALOG = CatalogReader.read(BUNDLE, CONSTANTS);
    private static final JsonObject EVIDENCE = EvidenceFile.read(Path.of(""), BUNDLE);
    private static final JsonObject PRICES = PricesFile.read(Path.of(""), "test");
    private static final PlantCatalog PLANT = PlantCatalog.read(PRICES, CATALOG);
    private static final CatalogPlanner PLANNER =
            CatalogPlanner.of(BUNDLE).with(EvidenceFinder.of(EVIDENCE, CATALOG));

    private TestCatalog() {}

    public static JsonObject bundle() {
        return BUNDLE;
    }

    public static Constants constants() {
        return CONSTANTS;
    }

    public static Catalog catalog() {
        return CATALOG;
    }

    /** The measurements as the build bundles them. */
    public static JsonObject evidence() {
        return EVIDENCE;
    }

    /** Prices and plant as the build bundles them. */
    public static JsonObject prices() {
        return PRICES;
    }

    /** The same, read. */
    public static PlantCatalog plant() {
        return PLANT;
    }

    /** With the measurements in its estimates. */
    public static CatalogPlanner planner() {
        return PLANNER;
    }
}
