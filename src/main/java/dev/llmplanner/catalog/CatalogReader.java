package dev.llmplanner.catalog;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads the bundle that the build makes of all catalog files. */
public final class CatalogReader {

    private CatalogReader() {}

    /** The empirical constants in that bundle. */
    public static Constants constants(JsonObject bundle) {
        return ConstantsReader.read(JsonCursor.of(bundle).at("constants").object());
    }

    /**
     * The catalog in that bundle.
     *
     * @param constants for the share of printed memory that software sees
     */
    public static Catalog read(JsonObject bundle, Constants constants) {
        JsonCursor root = JsonCursor.of(bundle);
        return new Catalog(
                root.string("version"),
                root.findString("date"),
                all(root.at("vendors"), CatalogReader::vendor),
                all(root.at("models"), ModelReader::read),
                all(root.at("accelerators"), new AcceleratorReader(constants.marketingShareFraction())::read),
                all(root.at("servers"), ServerReader::server),
                all(root.at("fabrics"), ServerReader::fabric));
    }

    /**
     * That catalog with records added.
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

    private static <T> List<T> some(JsonCursor root, String name, BiFunction<String, JsonCursor, T> reader) {
        Optional<JsonCursor> records = root.find(name);
        return records.isPresent() ? all(records.get(), reader) : List.of();
    }

    /**
     * One model, as the bundle holds it: with its vendor, without sources.
     *
     * @throws dev.llmplanner.json.JsonShapeException where a member is missing or of another kind
     */
    public static ModelEntry model(String id, JsonObject record) {
        return ModelReader.read(id, JsonCursor.of(record));
    }

    private static <T> List<T> all(JsonCursor records, BiFunction<String, JsonCursor, T> reader) {
        List<T> all = new ArrayList<>();
        records.names().forEach(id -> all.add(reader.apply(id, records.at(id))));
        return all;
    }

    private static Vendor vendor(String id, JsonCursor vendor) {
        JsonCursor name = vendor.at("name");
        return new Vendor(
                id,
                name.string("en"),
                name.findString("zh-CN").orElse(name.string("en")),
                vendor.items("aliases").stream().map(JsonCursor::string).toList());
    }
}
