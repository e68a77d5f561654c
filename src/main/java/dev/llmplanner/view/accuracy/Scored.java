package dev.llmplanner.view.accuracy;

import java.util.List;

/**
 * One figure of one measured row.
 *
 * @param group     what it shares with others
 * @param estimates by {@link Held}
 */
record Scored(String id, Group group, Figure figure, double measured, List<Double> estimates) {

    /**
     * What rows share.
     *
     * @param model       id of the catalog, or of a smaller model that serves calibration alone
     * @param family      models whose layers have one shape
     * @param accelerator catalog id
     * @param kind        closed-loop, pools, static-batch, saturated
     */
    record Group(
            String model, String family, String accelerator, String deviceClass, String engine, String engineVersion,
            String precision, String kind, String date, boolean fitted) {

        boolean isSteady() {
            return kind.equals("closed-loop") || kind.equals("pools");
        }
    }

    double estimated(Held held) {
        return estimates.get(held.ordinal());
    }

    /** Estimated over measured. */
    double ratio(Held held) {
        return estimated(held) / measured;
    }

    /** What was measured. */
    enum Figure {
        TPOT("tpot"),
        TTFT("ttft"),
        OUTPUT("output");

        private final String code;

        Figure(String code) {
            this.code = code;
        }

        /** The name in links and messages. */
        String code() {
            return code;
        }

        /** Its name in the table of bands. */
        String band() {
            return this == OUTPUT ? "throughput" : code;
        }
    }

    /** What the fit did not see. */
    enum Held {
        NOTHING("nothing"),
        CELL("cell"),
        ACCELERATOR("accelerator"),
        ENGINE("engine"),
        FAMILY("family");

        private final String code;

        Held(String code) {
            this.code = code;
        }

        /** The name in links, messages and the table of bands. */
        String code() {
            return code;
        }
    }
}
