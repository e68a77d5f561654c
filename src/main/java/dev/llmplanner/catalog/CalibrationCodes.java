package dev.llmplanner.catalog;

import dev.llmplanner.engine.hardware.CalibrationClass;

/** Names of calibration classes in files. */
final class CalibrationCodes {

    private CalibrationCodes() {}

    static String code(CalibrationClass calibration) {
        return switch (calibration) {
            case HOPPER -> "hopper";
            case BLACKWELL -> "blackwell";
            case AMPERE -> "ampere";
            case ADA -> "ada";
            case BLACKWELL_WORKSTATION -> "blackwell-workstation";
            case INTEL_XE2 -> "intel-xe2";
            case CDNA2 -> "cdna2";
            case CDNA3 -> "cdna3";
            case GAUDI -> "gaudi";
            case ASCEND -> "ascend";
            case NONE -> "none";
        };
    }
}
