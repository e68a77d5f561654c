package dev.llmplanner.contract;

import dev.llmplanner.engine.explain.Explanation;
import dev.llmplanner.engine.explain.Symbol;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Writes explanations by the path of their figure. */
final class ExplanationWriter {

    private ExplanationWriter() {}

    static JsonObject write(List<Explanation> explanations, JsonObject formulas) {
        JsonObject.Builder all = new JsonObject.Builder();
        for (Explanation explanation : explanations) {
            all.put(explanation.figure(), write(explanation, formulas));
        }
        return all.build();
    }

    private static JsonObject write(Explanation explanation, JsonObject formulas) {
        JsonObject formula = formulas.get(explanation.formula())
                .map(JsonObject.class::cast)
                .orElseThrow(() -> new IllegalStateException("no formula " + explanation.formula()));
        List<Json> symbols = new ArrayList<>();
        for (Symbol symbol : explanation.symbols()) {
            symbols.add(new JsonObject.Builder()
                    .put("name", symbol.name())
                    .put("value", symbol.value())
                    .put("unit", symbol.unit())
                    .put("source", symbol.source())
                    .build());
        }
        return new JsonObject.Builder()
                .put("formula", explanation.formula())
                .put("expression", formula.get("expression").orElseThrow())
                .put("page", formula.get("page").orElseThrow())
                .put("symbols", new JsonArray(symbols))
                .put("result", explanation.result())
                .put("unit", explanation.unit())
                .build();
    }
}
