package dev.llmplanner.contract;

import static dev.llmplanner.contract.ContractSchemas.at;
import static dev.llmplanner.contract.ContractSchemas.properties;
import static dev.llmplanner.contract.ContractSchemas.tree;
import static dev.llmplanner.contract.ContractSchemas.values;
import static dev.llmplanner.contract.ContractSchemas.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.engine.roofline.OperatorCost;
import dev.llmplanner.engine.serving.Bottleneck;
import dev.llmplanner.engine.serving.Verdict;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The schemas say what the planner takes and gives: no more, no less. */
@Tag("slow")
class ContractSchemaTest {

    private static final JsonObject REQUEST = tree("request");
    private static final JsonObject RESULT = tree("result");

    @Test
    void requestsAcceptedFollowTheSchemaAndSoDoTheirResults() {
        List<String> violations = new ArrayList<>();
        int accepted = 0;
        int refused = 0;
        for (JsonObject request : new RandomRequests(7, TestCatalog.catalog()).next(2500)) {
            JsonObject outcome = Outcome.of(TestCatalog.planner(), request);
            if (outcome.get("error").isPresent()) {
                refused++;
                collect(violations, "error", at(outcome, "error"), request);
            } else {
                accepted++;
                collect(violations, "request", request, request);
                collect(violations, "result", outcome, request);
            }
        }

        assertThat(violations).isEmpty();
        assertThat(accepted).isGreaterThan(1200);
        assertThat(refused).isGreaterThan(400);
    }

    @Test
    void explanationsFollowTheirSchemaAndEndInTheFiguresOfTheResult() {
        List<String> violations = new ArrayList<>();
        int figures = 0;
        for (JsonObject request : new RandomRequests(9, TestCatalog.catalog()).next(600)) {
            JsonObject outcome = Outcome.of(TestCatalog.planner(), request);
            if (outcome.get("error").isPresent()) {
                continue;
            }
            JsonObject explanation = TestCatalog.planner().explain(request);
            collect(violations, "explanation", explanation, request);
            for (var figure : explanation.members().entrySet()) {
                if (figure.getKey().startsWith("workings.")) {
                    continue;
                }
                figures++;
                double result = ((JsonNumber) at(figure.getValue(), "result")).value();
                double stated = figure(outcome, figure.getKey());
                if (Math.abs(result - stated) > 1e-9 * Math.abs(stated)) {
                    violations.add(figure.getKey() + " is " + stated + ", explained as " + result + " for "
                            + JacksonJson.compact(request));
                }
            }
        }

        assertThat(violations).isEmpty();
        assertThat(figures).isGreaterThan(2000);
    }

    /** The figure at that path; the middle of a band, and of two pools the decode pool's. */
    private static double figure(Json result, String path) {
        Json value = result;
        for (String name : path.split("\\.")) {
            JsonObject object = (JsonObject) value;
            value = object.get(name).orElseGet(() -> at(object, "decode", name));
        }
        return ((JsonNumber) (value instanceof JsonObject band ? at(band, "mid") : value)).value();
    }

    @Test
    void membersOfARequestAreThoseThatTheReaderKnows() {
        assertThat(properties(REQUEST)).isEqualTo(new TreeSet<>(Choices.REQUEST));
        assertThat(properties(at(REQUEST, "properties", "precision"))).isEqualTo(new TreeSet<>(Choices.PRECISION));
        assertThat(properties(at(REQUEST, "$defs", "layout"))).isEqualTo(new TreeSet<>(Choices.LAYOUT));
        assertThat(properties(at(REQUEST, "$defs", "ownModel"))).isEqualTo(new TreeSet<>(Choices.OWN_MODEL));
        assertThat(properties(at(REQUEST, "$defs", "pool"))).isEqualTo(new TreeSet<>(Choices.POOL));
        assertThat(properties(at(REQUEST, "$defs", "workload"))).isEqualTo(new TreeSet<>(Choices.WORKLOAD));
        Json own = at(REQUEST, "$defs", "accelerator");
        assertThat(properties(own)).isEqualTo(new TreeSet<>(InlineAccelerator.MEMBERS));
        assertThat(properties(at(own, "properties", "memory"))).isEqualTo(new TreeSet<>(InlineAccelerator.MEMORY));
        assertThat(properties(at(own, "properties", "denseTflops")))
                .isEqualTo(new TreeSet<>(InlineAccelerator.DENSE_TFLOPS));
        assertThat(properties(at(own, "properties", "scaleUp"))).isEqualTo(new TreeSet<>(InlineAccelerator.SCALE_UP));
        assertThat(properties(at(own, "properties", "hostLink"))).isEqualTo(new TreeSet<>(InlineAccelerator.HOST_LINK));
    }

    @Test
    void choicesAreThoseThatTheCodeKnows() {
        Json precision = at(REQUEST, "properties", "precision", "properties");
        assertThat(values(at(precision, "weights"))).isEqualTo(Choices.WEIGHTS);
        assertThat(values(at(precision, "kvCache"))).isEqualTo(Choices.KV_CACHE);
        assertThat(values(at(REQUEST, "properties", "engine"))).isEqualTo(Choices.ENGINES);
        assertThat(values(at(REQUEST, "properties", "mode"))).isEqualTo(Choices.MODES);
        assertThat(values(at(REQUEST, "$defs", "workload", "properties", "arrival"))).isEqualTo(Choices.ARRIVALS);
        assertThat(values(at(RESULT, "properties", "verdict")))
                .isEqualTo(Arrays.stream(Verdict.values()).map(Verdict::code).toList());
        assertThat(values(at(RESULT, "properties", "bottleneck")))
                .isEqualTo(Arrays.stream(Bottleneck.values()).map(Bottleneck::code).toList());
        Json operator = at(RESULT, "properties", "operators", "items", "properties");
        assertThat(values(at(operator, "bound")))
                .isEqualTo(Arrays.stream(OperatorCost.Bound.values()).map(OperatorCost.Bound::code).toList());
    }

    @Test
    void everyPropertySaysWhatItIsAndNoObjectIsOpen() {
        List<String> gaps = new ArrayList<>();
        for (String name : List.of("request", "result", "explanation", "error", "search-request", "search-result")) {
            describe(name, tree(name), gaps);
        }

        assertThat(gaps).isEmpty();
    }

    private static void describe(String path, Json value, List<String> gaps) {
        if (value instanceof JsonArray array) {
            array.items().forEach(item -> describe(path, item, gaps));
        }
        if (!(value instanceof JsonObject object)) {
            return;
        }
        boolean closed = object.get("additionalProperties").isPresent();
        if (object.get("type").isPresent() && object.get("properties").isPresent() && !closed) {
            gaps.add(path + " takes any member");
        }
        object.members().forEach((name, inner) -> {
            if (name.equals("properties") && object.get("type").isPresent()) {
                ((JsonObject) inner).members().forEach((property, schema) -> {
                    boolean described = ((JsonObject) schema).get("description").isPresent()
                            || ((JsonObject) schema).get("$ref").isPresent();
                    if (!described) {
                        gaps.add(path + "." + property + " has no description");
                    }
                });
            }
            describe(path + "." + name, inner, gaps);
        });
    }

    private static void collect(List<String> violations, String schema, Json value, JsonObject request) {
        violations(schema, value).forEach(violation ->
                violations.add(schema + " " + violation + " for " + JacksonJson.compact(request)));
    }
}
