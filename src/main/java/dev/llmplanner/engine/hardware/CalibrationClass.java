package dev.llmplanner.engine.hardware;

/** Devices that share kernels, and so their calibrated efficiencies. */
public enum CalibrationClass {
    HOPPER,
    BLACKWELL,
    AMPERE,
    ADA,
    BLACKWELL_WORKSTATION,
    INTEL_XE2,
    CDNA2,
    CDNA3,
    GAUDI,
    ASCEND,
    /** No calibrated efficiency and no sourced default: speed is unknown. */
    NONE
}
