package dev.llmplanner.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.llmplanner.engine.deployment.EngineLimits;
import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.hardware.CalibrationClass;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.TestCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A constant that the engine needs is there, or the file is refused by its name. */
class ConstantsReaderTest {
    private static final JsonObject FILE = (JsonObject) TestCatalog.bundle().get("constants").orElseThrow();

    private static JsonObject without(String name, String scope) {
        List<Json> kept = JsonCursor.of(FILE).items("constants").stream()
                .filter(one -> !(one.string("name").equals(name) && one.findString("scope").orElse("").equals(scope)))
                .map(JsonCursor::value).toList();
        Map<String, Json> members = new LinkedHashMap<>(FILE.members());
        members.put("constants", new JsonArray(kept));
        return new JsonObject(members);
    }

    /** Calibrations are read when they are asked for. */
    private static void all(Constants constants) {
        for (CalibrationClass calibration : CalibrationClass.values()) {
            for (ServingEngine engine : ServingEngine.values()) {
                constants.engine(calibration, engine);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"limits.sequences, mindie", "limits.batched-tokens, vllm", "limits.sequences, tensorrt-llm",
        "engine.step, vllm", "memory.activation, ''"})
    void aFileThatLacksAConstantIsRefusedByTheConstantsNameAndScope(String name, String scope) {
        assertThatIllegalStateException().isThrownBy(() -> all(ConstantsReader.read(without(name, scope))))
                .withMessageContaining(name).withMessageContaining(scope);
    }

    @ParameterizedTest
    @EnumSource(ServingEngine.class)
    void everyEngineStartsWithWholeLimitsOnLargeAndSmallDevices(ServingEngine engine) {
        Constants constants = ConstantsReader.read(FILE);

        assertThat(List.of(constants.limits().get(engine), constants.smallDeviceLimits().get(engine)))
                .extracting(EngineLimits::maxBatchedTokens, EngineLimits::maxRunningSequences)
                .allSatisfy(both -> assertThat(both.toList()).allSatisfy(one -> {
                    double value = (double) one;
                    assertThat(value).isEqualTo(Math.rint(value)).isPositive().isFinite();
                }));
    }
}
