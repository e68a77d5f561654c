package dev.llmplanner.build.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.llmplanner.json.JsonObject;
import org.junit.jupiter.api.Test;

class EngineFileTest {

    @Test
    void catalogMeasurementsAndPricesStandBeforeTheCodeAndMainIsNotExported() {
        assertThat(EngineFile.assemble("let A=1,B=2;\nexport{A as main,B as catalog};", 
                        new JsonObject.Builder().put("a", 1).build(), new JsonObject.Builder().put("b", 2).build(),
                        new JsonObject.Builder().put("c", 3).build(), "9"))
                .isEqualTo("""
                        // LLM Deployment Planner 9, Apache-2.0. Exports version, catalog(), estimate(request), explain(request), search(request).
                        const PLANNER_CATALOG = {"a":1};
                        const PLANNER_EVIDENCE = {"b":2};
                        const PLANNER_PRICES = {"c":3};
                        let A=1,B=2;
                        export{B as catalog};
                        export const version = "9";
                        """);
    }

    @Test
    void anOutputWithoutExportsStopsTheBuild() {
        assertThatThrownBy(() -> EngineFile.assemble("let A=1;", new JsonObject.Builder().build(), new JsonObject.Builder().build(),
                new JsonObject.Builder().build(), "9"))
                .isInstanceOf(IllegalStateException.class);
    }
}
