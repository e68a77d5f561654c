package dev.llmplanner.engine.roofline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.catalog.Constants;
import dev.llmplanner.catalog.ConstantsReader;
import dev.llmplanner.engine.deployment.Arrival;
import dev.llmplanner.engine.deployment.Deployment;
import dev.llmplanner.engine.deployment.EngineLimits;
import dev.llmplanner.engine.deployment.Interconnect;
import dev.llmplanner.engine.deployment.KvFormat;
import dev.llmplanner.engine.deployment.ParallelLayout;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.deployment.WeightFormat;
import dev.llmplanner.engine.deployment.WeightRecipe;
import dev.llmplanner.engine.deployment.Workload;
import dev.llmplanner.engine.hardware.Accelerator;
import dev.llmplanner.engine.hardware.CalibrationClass;
import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.engine.hardware.Link;
import dev.llmplanner.engine.hardware.PeakRates;
import dev.llmplanner.engine.model.TensorGroup;
import dev.llmplanner.engine.serving.EngineCalibration;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operator of the worked examples, against figures computed by another program. They were computed with version 1 of
 * the constants, which stands beside them: the examples prove the formulas, whatever calibration says by now.
 */
class WorkedExamplesTest {

    private static final double TOLERANCE = 1e-3;
    private static final double ROUNDING_MICROSECONDS = 6e-5;

    private static final Constants VERSION_1 = versionOne();

    private static final Map<String, String> MODELS = Map.of(
            "meta-llama/Llama-3.1-70B", "llama-3.1-70b",
            "deepseek-ai/DeepSeek-V3", "deepseek-v3",
            "openai/gpt-oss-120b", "gpt-oss-120b",
            "Qwen/Qwen3.5-397B-A17B", "qwen3.5-397b-a17b",
            "MiniMaxAI/MiniMax-M2.5", "minimax-m2.5");

    private static final Map<String, ServingEngine> ENGINES = Map.of(
            "vllm", ServingEngine.VLLM, "sglang", ServingEngine.SGLANG, "trtllm", ServingEngine.TENSORRT_LLM);

    /**
     * Version 1 of what makes speed, without a surplus on the fullest rank, and with today's memory rules and limits, which no
     * operator asks for.
     */
    private static Constants versionOne() {
        JsonObject file = (JsonObject) JacksonJson.read(Path.of("src/test/resources/golden/constants-v1.json"));
        List<Json> constants = new ArrayList<>(((JsonArray) file.get("constants").orElseThrow()).items());
        for (JsonCursor one : JsonCursor.of(TestCatalog.bundle()).at("constants").items("constants")) {
            if (one.string("name").startsWith("memory.") || one.string("name").startsWith("limits.")) {
                constants.add(one.value());
            }
        }
        Map<String, Json> members = new LinkedHashMap<>(file.members());
        members.put("constants", new JsonArray(constants));
        return ConstantsReader.read(new JsonObject(members), Map.of("moe.expert-imbalance", Map.of("", 0.0)));
    }

    @TestFactory
    Stream<DynamicTest> operatorsAgree() throws IOException {
        JsonCursor document = JsonCursor.of(
                JacksonJson.parse(Files.readString(Path.of("src/test/resources/golden/worked-examples.json"))));
        return document.items("examples").stream().flatMap(example -> Stream.of("decode", "prefill")
                .map(phase -> DynamicTest.dynamicTest(
                        example.string("name") + ", " + phase, () -> agrees(example, phase))));
    }

    private static void agrees(JsonCursor example, String phase) {
        JsonCursor inputs = example.at("inputs");
        JsonCursor middle = example.at("intermediate");
        boolean decode = phase.equals("decode");
        Deployment deployment = deployment(inputs, decode);
        ServingEngine engine = deployment.engine();
        CalibrationClass calibrationClass = deployment.accelerator().calibration();
        EngineCalibration calibration =
                VERSION_1.engine(calibrationClass, engine).orElseThrow();
        Precision precision = Precision.of(deployment.weights(), deployment.accelerator()).orElseThrow();
        double prompt = middle.number("isl_eff");
        PassShape shape = decode
                ? PassShape.decode(middle.number("running_batch"), middle.number("context"))
                : PassShape.prefill(middle.number("prefill_chunk_tokens"), prompt, prompt);

        PassCost cost = new ForwardPass(
                        deployment, precision, calibration.device())
                .cost(shape);

        Exchange exchange = new Exchange(
                deployment.layout().stageGpus(), calibration.device().allToAll().fixedSeconds());
        double change = compareOperators(example, phase, deployment.accelerator(), cost, exchange);
        double kernels = middle.number(decode ? "decode_kernels_ms" : "prefill_kernels_ms") + change * 1e3;
        assertThat(cost.seconds() * 1e3).isCloseTo(kernels, within(kernels * TOLERANCE));
        double step = cost.seconds() + calibration.stepSeconds()
                + calibration.layerSeconds() * deployment.architecture().layers();
        double expected = middle.number(decode ? "D_ms" : "P_step_ms") + change * 1e3;
        assertThat(step * 1e3).isCloseTo(expected, within(expected * TOLERANCE));
    }

    /**
     * The examples send a token to {@code min(k, n−1)} other ranks; since then it is {@code (n−1)(1−(1−1/n)^k)}, as experts of
     * one token may share a rank. All examples with an exchange choose 8 experts.
     */
    private record Exchange(int ranks, double fixedSeconds) {

        private static final int CHOSEN = 8;

        double factor() {
            return (ranks - 1) * (1 - Math.pow(1 - 1.0 / ranks, CHOSEN)) / Math.min(CHOSEN, ranks - 1);
        }

        double seconds(JsonCursor golden) {
            double fixed = golden.number("count") * fixedSeconds;
            return fixed + factor() * (golden.number("time_us_total") * 1e-6 - fixed);
        }
    }

    /** Compares each operator; returns by how many seconds the exchange differs from the example. */
    private static double compareOperators(
            JsonCursor example, String phase, Accelerator device, PassCost cost, Exchange exchange) {
        double change = 0;
        List<OperatorCost> left = new ArrayList<>(cost.operators());
        for (JsonCursor golden : example.items("operators")) {
            if (golden.string("phase").equals(phase)) {
                OperatorCost match = left.stream()
                        .filter(operator -> same(golden, operator, device, exchange))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(
                                "no operator like " + JacksonJson.compact(golden.value()) + " in " + left));
                left.remove(match);
                if (golden.string("kind").equals("a2a")) {
                    change = exchange.seconds(golden) - golden.number("time_us_total") * 1e-6;
                }
            }
        }
        assertThat(left).as("operators that the example does not have").isEmpty();
        return change;
    }

    private static boolean same(JsonCursor golden, OperatorCost operator, Accelerator device, Exchange exchange) {
        double count = golden.number("count");
        boolean collective = operator.bound() == OperatorCost.Bound.INTERCONNECT;
        double rate = collective
                ? device.scaleUp().orElseThrow().bytesPerSecondPerDirection()
                : device.memoryBandwidthBytesPerSecond().orElseThrow();
        String kind = golden.string("kind");
        double peak = peak(kind, device);
        return count == operator.count()
                && (ignoresFlop(kind)
                        || near(golden.number("F_us_at_peak"), operator.flop() / count / peak * 1e6))
                && near(golden.number("B_us_at_peak") * (kind.equals("a2a") ? exchange.factor() : 1),
                        operator.bytes() / count / rate * 1e6)
                && near(kind.equals("a2a") ? exchange.seconds(golden) * 1e6 : golden.number("time_us_total"),
                        operator.seconds() * 1e6);
    }

    /** The specification counts no FLOP for the recurrent state's decode step. */
    private static boolean ignoresFlop(String kind) {
        return kind.equals("gdndec");
    }

    private static boolean near(double expected, double actual) {
        return Math.abs(expected - actual) <= TOLERANCE * Math.abs(expected) + ROUNDING_MICROSECONDS;
    }

    private static double peak(String kind, Accelerator device) {
        PeakRates peaks = device.peaks();
        boolean fp4 = kind.contains("_fp4");
        boolean fp8 = kind.contains("_fp8")
                || kind.contains("mxfp4") && device.calibration() == CalibrationClass.BLACKWELL;
        return (fp4 ? peaks.fp4FlopPerSecond() : fp8 ? peaks.fp8FlopPerSecond() : peaks.halfFlopPerSecond())
                .orElseThrow();
    }

    private static Deployment deployment(JsonCursor inputs, boolean decode) {
        Accelerator device = device(inputs.string("system"));
        String model = inputs.string("model_path");
        ServingEngine engine = ENGINES.get(inputs.string("backend"));
        Optional<JsonCursor> prefill = inputs.find("prefill_layout");
        ParallelLayout layout = decode || prefill.isEmpty()
                ? new ParallelLayout(
                        inputs.integer("attn_tp"), 1, inputs.integer("ep"), inputs.integer("attn_dp"))
                : new ParallelLayout(
                        prefill.get().integer("tensor_parallel"), 1, prefill.get().integer("expert_parallel"),
                        prefill.get().integer("attention_data_parallel"));
        Link link = device.scaleUp().orElseThrow();
        boolean onHopperByVllm = engine == ServingEngine.VLLM && device.calibration() == CalibrationClass.HOPPER;
        return new Deployment(
                TestCatalog.catalog().model(MODELS.get(model)).orElseThrow().architecture().orElseThrow(),
                device,
                new Interconnect(OptionalDouble.of(link.bytesPerSecondPerDirection()), link.maxDomain(),
                        OptionalDouble.empty(), false),
                engine,
                Optional.empty(),
                recipe(model, inputs.string("precision")),
                model.startsWith("openai") && onHopperByVllm ? KvFormat.BF16 : KvFormat.FP8,
                layout,
                new Workload(1, 1, 2, 0, new Workload.Concurrency(1), Arrival.CLOSED_LOOP, Optional.empty()),
                new EngineLimits(0.9, 1e6, 8192, 1024));
    }

    /** The formats of the specification's own section 1.1, whatever the catalog says by now. */
    private static WeightRecipe recipe(String model, String precision) {
        if (model.startsWith("openai")) {
            return new WeightRecipe(WeightFormat.BF16, Map.of(TensorGroup.EXPERTS, WeightFormat.MXFP4));
        }
        if (precision.equals("fp8")) {
            return WeightRecipe.of(model.contains("Llama") ? WeightFormat.FP8 : WeightFormat.FP8_BLOCK);
        }
        if (model.startsWith("deepseek")) {
            return new WeightRecipe(WeightFormat.NVFP4, Map.of(TensorGroup.ATTENTION_INPUT, WeightFormat.BF16));
        }
        return new WeightRecipe(WeightFormat.NVFP4, Map.of(
                TensorGroup.ATTENTION_INPUT, WeightFormat.BF16, TensorGroup.ATTENTION_OUTPUT, WeightFormat.BF16));
    }

    /** The hardware of the specification's section 1.2, which rounds otherwise than the catalog. */
    private static Accelerator device(String system) {
        return switch (system) {
            case "b200_sxm" -> device(system, CalibrationClass.BLACKWELL, 7.7, 2250, 4500, 9000, 900, 8);
            case "gb200" -> device(system, CalibrationClass.BLACKWELL, 8.0, 2500, 5000, 10000, 900, 72);
            case "h200_sxm" -> device(system, CalibrationClass.HOPPER, 4.8, 989, 1979, 989, 450, 8);
            default -> throw new IllegalArgumentException(system);
        };
    }

    private static Accelerator device(
            String id, CalibrationClass calibration, double terabytes, double half, double fp8, double fp4,
            double link, int domain) {
        return new Accelerator(
                id,
                calibration,
                Optional.empty(),
                OptionalDouble.of(terabytes * 1e12),
                new PeakRates(OptionalDouble.of(half * 1e12), OptionalDouble.of(fp8 * 1e12),
                        OptionalDouble.of(fp4 * 1e12), OptionalDouble.empty()),
                Optional.of(new Link(link * 1e9, domain)),
                Optional.empty(),
                Confidence.HIGH);
    }
}
