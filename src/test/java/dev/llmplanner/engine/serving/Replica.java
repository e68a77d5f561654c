package dev.llmplanner.engine.serving;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.contract.Deployments;
import dev.llmplanner.contract.Inquiry;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.memory.MemoryPlan;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;

/** A replica of the catalog whose speed is known, and all that its laws speak of. */
record Replica(String name, Deployment deployment, Knowledge knowledge, MemoryPlan memory, Glances glances, LoadCurve curve) {

    static JsonObject request(String json) {
        return (JsonObject) JacksonJson.parse(json.replace('\'', '"'));
    }

    /** The replica of that request; single quotes stand for double ones. */
    static Replica of(String json) {
        JsonObject request = request(json);
        Deployment deployment = new Deployments(TestCatalog.catalog(), TestCatalog.constants()).replica(request);
        Inquiry inquiry = TestCatalog.planner().inquire(request);
        Knowledge knowledge = inquiry.knowledge();
        MemoryPlan memory = MemoryPlan.of(deployment, deployment.accelerator().memory().orElseThrow(), knowledge.memoryRules());
        Glances glances = Glances.of(deployment, knowledge);
        return new Replica(json, deployment, knowledge, memory, glances, glances.curve(deployment, memory));
    }

    EngineCalibration calibration() {
        return knowledge.calibration().orElseThrow();
    }

    Workload workload() {
        return deployment.workload();
    }

    double answer() {
        return workload().outputTokens();
    }

    int stages() {
        return deployment.layout().pipelineParallel();
    }

    double most() {
        return memory.maxRunningBatch();
    }

    /** Loads below, at and beyond what decodes together. */
    double[] loads() {
        return new double[] {1, 2, 7.5, most() / 3, most(), 1.5 * most(), 4 * most()};
    }

    @Override
    public String toString() {
        return name;
    }
}
