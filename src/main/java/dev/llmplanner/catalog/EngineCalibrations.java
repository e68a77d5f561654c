package dev.llmplanner.catalog;

import dev.llmplanner.engine.deployment.ServingEngine;
import dev.llmplanner.engine.hardware.CalibrationClass;
import dev.llmplanner.engine.serving.EngineCalibration;
import java.util.Optional;
import java.util.function.BiFunction;

/** The calibration of each engine on each class of devices, read when it is first asked for: a page asks for one or two. */
public final class EngineCalibrations {
    private final BiFunction<CalibrationClass, ServingEngine, EngineCalibration> reader;
    private final EngineCalibration[] read = new EngineCalibration[CalibrationClass.values().length * ServingEngine.values().length];

    EngineCalibrations(BiFunction<CalibrationClass, ServingEngine, EngineCalibration> reader) {
        this.reader = reader;
    }

    /** Empty for devices without calibration. Reading twice gives the same, so that two threads may do it at once. */
    Optional<EngineCalibration> of(CalibrationClass calibration, ServingEngine engine) {
        if (calibration == CalibrationClass.NONE) {
            return Optional.empty();
        }
        int place = calibration.ordinal() * ServingEngine.values().length + engine.ordinal();
        EngineCalibration known = read[place];
        if (known == null) {
            known = reader.apply(calibration, engine);
            read[place] = known;
        }
        return Optional.of(known);
    }
}
