package dev.llmplanner.catalog;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import java.util.function.BiFunction;

/** Reads the bundle that the build makes of all catalog files. */
public final class CatalogReader {

    private CatalogReader() {}

    /** The empirical constants in that bundle. */
    public static Constants constants(JsonObject bundle) {
        return ConstantsReader.read(JsonCursor.of(bundle).at("constants").object());
    }

    /**
     * The catalog in that bundle. A record is read, and may be refused, when it is first asked for; the build reads all.
     *
     * @param constants for the share of printed memory that software sees
     */
    public static Catalog read(JsonObject bundle, Constants constants) {
        JsonCursor root = JsonCursor.of(bundle);
        return new Catalog(
                root.string("version"),
                root.findString("date"),
                Records.of(root.at("vendors"), CatalogReader::vendor),
                Records.of(root.at("models"), ModelReader::read),
                Records.of(root.at("accelerators"), new AcceleratorReader(constants.marketingShareFraction())::read),
                Records.of(root.at("servers"), ServerReader::server),
                Records.of(root.at("fabrics"), ServerReader::fabric));
    }

    /**
     * That catalog with records added, which are read at once.
     *
     * @param added     records by id in the bundle's collections; a collection may be left out
     * @param constants for the share of printed memory that software sees
     */
    public static Catalog extended(Catalog catalog, JsonObject added, Constants constants) {
        JsonCursor root = JsonCursor.of(added);
        return catalog.with(
                some(root, "models", ModelReader::read),
                some(root, "accelerators", new AcceleratorReader(constants.marketingShareFraction())::read),
                some(root, "servers", ServerReader::server),
                some(root, "fabrics", ServerReader::fabric));
    }

    private static <T> Records<T> some(JsonCursor root, String name, BiFunction<String, JsonCursor, T> reader) {
        return Records.of(root.find(name).orElseGet(() -> JsonCursor.of(new JsonObject.Builder().build())), reader);
    }

    /**
     * One model, as the bundle holds it: with its vendor, without sources.
     *
     * @throws dev.llmplanner.json.JsonShapeException where a member is missing or of another kind
     */
    public static ModelEntry model(String id, JsonObject record) {
        return ModelReader.read(id, JsonCursor.of(record));
    }

    private static Vendor vendor(String id, JsonCursor vendor) {
        JsonCursor name = vendor.at("name");
        return new Vendor(
                id,
                name.string("en"),
                name.findString("zh-CN").orElse(name.string("en")),
                vendor.strings("aliases"));
    }
}
