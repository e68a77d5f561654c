package dev.llmplanner.screening;

import java.util.OptionalDouble;

/** Bands of total parameters; each holds its lower end. */
public enum ParameterBand {
    BELOW("below-70", 70e9),
    FROM_70("70-120", 120e9),
    FROM_120("120-250", 250e9),
    FROM_250("250-500", 500e9),
    FROM_500("500-700", 700e9),
    ABOVE("above-700", Double.POSITIVE_INFINITY),
    UNKNOWN("unknown", Double.NaN);

    private final String code;
    private final double endParameters;

    ParameterBand(String code, double endParameters) {
        this.code = code;
        this.endParameters = endParameters;
    }

    /** The name in messages and links. */
    public String code() {
        return code;
    }

    /** The band of that many parameters. */
    static ParameterBand of(OptionalDouble parameters) {
        if (parameters.isEmpty()) {
            return UNKNOWN;
        }
        for (ParameterBand band : values()) {
            if (parameters.getAsDouble() < band.endParameters) {
                return band;
            }
        }
        return ABOVE;
    }
}
