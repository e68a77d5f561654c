package dev.llmplanner.view.plan.answer;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One plan of a result. */
public final class Plan {
    private final JsonCursor json;

    private Plan(JsonCursor json) {
        this.json = json;
    }

    /** The plan that stands there. */
    public static Plan of(JsonCursor json) {
        return new Plan(json);
    }

    /** The ranked plans of a result. */
    public static List<Plan> ranked(JsonObject result) {
        List<Plan> plans = new ArrayList<>();
        JsonCursor.of(result).items("plans").forEach(plan -> plans.add(new Plan(plan)));
        return plans;
    }

    /** What tells it apart in its result: a result lists one plan of each model on each server. */
    public String key() {
        return model() + " " + json.findString("server").orElseGet(() -> accelerator() + "*");
    }

    /** As the contract has it. */
    public JsonObject json() {
        return json.object();
    }

    JsonCursor at(String name) {
        return json.at(name);
    }

    Optional<JsonCursor> find(String name) {
        return json.find(name);
    }

    List<JsonCursor> items(String name) {
        return json.items(name);
    }

    public String model() {
        return json.string("model");
    }

    public Optional<String> server() {
        return json.findString("server");
    }

    public String accelerator() {
        return json.string("accelerator");
    }

    String engine() {
        return json.string("engine");
    }

    String weights() {
        return json.string("weights");
    }

    /** Whether the same GPUs prefill and decode. */
    boolean isAggregated() {
        return json.string("mode").equals("aggregated");
    }

    /** 1 is best; absent where the ranked figure isn't known. */
    public OptionalInt rank() {
        return json.findInteger("rank");
    }

    /** The same number for plans that can't be told apart. */
    public OptionalInt tie() {
        return json.findInteger("tie");
    }

    public int servers() {
        return json.integer("servers");
    }

    int spareServers() {
        return json.integer("spareServers");
    }

    public int gpus() {
        return json.integer("gpus");
    }

    int gpusPerServer() {
        return json.integer("gpusPerServer");
    }

    int replicas() {
        return json.integer("replicas");
    }

    /** Of one replica, by the contract of a deployment. */
    public JsonObject request() {
        return json.at("request").object();
    }

    JsonCursor ttft() {
        return json.at("latency").at("ttftSeconds");
    }

    JsonCursor tpot() {
        return json.at("latency").at("tpotSeconds");
    }

    public double tokensPerSecondPerUser() {
        return json.at("latency").number("tokensPerSecondPerUser");
    }

    public double outputTokensPerSecond() {
        return json.at("throughput").at("outputTokensPerSecond").number("mid");
    }

    double outputTokensPerSecondPerGpu() {
        return json.at("throughput").at("outputTokensPerSecondPerGpu").number("mid");
    }

    /** A total of the cost, such as {@code purchase}. */
    public Optional<JsonCursor> cost(String total) {
        return json.find("cost").flatMap(cost -> cost.find(total));
    }

    /** At the plugs, under full load. */
    public OptionalDouble peakWatts() {
        return json.find("power").map(power -> OptionalDouble.of(power.at("peakWatts").number("typical")))
                .orElse(OptionalDouble.empty());
    }

    public OptionalInt racks() {
        return json.at("space").findInteger("racks");
    }

    /** The limit with the least margin. */
    Optional<String> binding() {
        return json.findString("binding");
    }

    /** Whether it keeps everything where latency and throughput are as bad as their band allows. */
    boolean holdsAtTheWorst() {
        return json.at("pessimistic").at("holds").bool();
    }
}
