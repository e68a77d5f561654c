package dev.llmplanner.checkpoint;

import dev.llmplanner.catalog.CatalogReader;
import dev.llmplanner.catalog.ModelEntry;
import dev.llmplanner.engine.model.ParameterCount;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonShapeException;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a record that comes from outside. What the engine computes with is checked and kept; of the rest, the name and
 * the modalities. Totals are counted anew.
 */
final class OwnRecord {

    private static final List<String> MODALITIES = List.of("text", "image", "video", "audio", "scientific");

    private OwnRecord() {}

    static Imported read(Json json, String path) {
        try {
            return checked(JsonCursor.of(json), path);
        } catch (JsonShapeException wrong) {
            boolean missing = wrong.expected().equals("a value");
            throw Refusal.of(missing ? RefusalCode.MISSING_FIELD : RefusalCode.WRONG_TYPE, join(path, wrong.path()));
        }
    }

    private static Imported checked(JsonCursor record, String path) {
        JsonCursor architecture = record.at("architecture");
        new ArchitectureCheck(path).check(architecture);
        JsonCursor formats = record.at("native");
        formats.names().forEach(formats::string);
        JsonObject.Builder kept = new JsonObject.Builder()
                .put("name", Names.plain(record.findString("name").orElse("")))
                .put("own", true)
                .put("vendor", "own")
                .put("licence", new JsonObject.Builder().build())
                .put("modalities", modalities(record))
                .put("repositories", new JsonArray(List.of()));
        record.find("maxContextTokens").ifPresent(tokens -> {
            if (!(tokens.integer() >= 1 && tokens.integer() <= Limits.TOKENS)) {
                throw Refusal.range(join(path, tokens.path()), 1, Limits.TOKENS);
            }
            kept.put("maxContextTokens", tokens.value());
        });
        boolean experts = TensorLayers.of(architecture.value()).containsKey("experts");
        kept.put("native", formats.value()).put("architecture", plain(architecture)).put("kind", experts ? "moe" : "dense");
        ModelEntry model = CatalogReader.model("own", kept.build());
        ParameterCount count = ParameterCount.of(model.architecture().orElseThrow());
        if (!(count.total() <= Limits.PARAMETERS)) {
            throw Refusal.tooLarge(join(path, "architecture"), count.total(), Limits.PARAMETERS);
        }
        kept.put("totalParametersBillion", new JsonNumber(count.total() / 1e9));
        if (experts) {
            kept.put("activeParametersBillion", new JsonNumber(count.active() / 1e9));
        }
        JsonObject all = kept.build();
        return new Imported(all, CatalogReader.model("own", all), "record", List.of(), List.of());
    }

    private static Json modalities(JsonCursor record) {
        List<Json> known = new ArrayList<>();
        for (JsonCursor item : record.items("modalities")) {
            if (MODALITIES.contains(item.string()) && !known.contains(item.value())) {
                known.add(item.value());
            }
        }
        return new JsonArray(known.isEmpty() ? List.of(new JsonString("text")) : known);
    }

    /** The architecture with the names of its extras made harmless, and nothing that the engine doesn't read. */
    private static Json plain(JsonCursor architecture) {
        JsonObject.Builder all = new JsonObject.Builder();
        for (String name : architecture.names()) {
            switch (name) {
                case "extras" -> all.put(name, new JsonArray(architecture.items(name).stream().map(OwnRecord::extra).toList()));
                case "layerPattern" -> all.put(name, Names.plain(architecture.string(name)));
                case "mtp" -> all.put(name, draft(architecture.at(name)));
                default -> all.put(name, architecture.at(name).value());
            }
        }
        return all.build();
    }

    private static Json extra(JsonCursor extra) {
        return new JsonObject.Builder()
                .put("name", Names.plain(extra.string("name")))
                .put("parameters", extra.at("parameters").value())
                .put("activeParameters", new JsonNumber(extra.findNumber("activeParameters").orElse(extra.number("parameters"))))
                .put("basis", Derivation.Origin.READ.code())
                .put("inTotal", new JsonBoolean(extra.flag("inTotal")))
                .put("inActive", new JsonBoolean(extra.flag("inActive")))
                .build();
    }

    private static Json draft(JsonCursor mtp) {
        JsonObject.Builder all = new JsonObject.Builder();
        for (String name : mtp.names()) {
            if (mtp.at(name).value() instanceof JsonString text) {
                all.put(name, Names.plain(text.value()));
            } else {
                all.put(name, mtp.at(name).value());
            }
        }
        return all.build();
    }

    static String join(String path, String inner) {
        return path.isEmpty() ? inner : inner.isEmpty() ? path : path + "." + inner;
    }
}
