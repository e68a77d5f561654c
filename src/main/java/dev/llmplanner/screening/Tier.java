package dev.llmplanner.screening;

/** What a model needs on the reference accelerator, by the GPUs of its smallest replica. */
public enum Tier {
    ONE_GPU("one-gpu", 1),
    /** Up to 8 GPUs. */
    ONE_SERVER("one-server", 8),
    /** Up to 16. */
    TWO_SERVERS("two-servers", 16),
    /** Up to 64. */
    RACK("rack", 64),
    /** More than 64, which isn't tried. */
    BEYOND("beyond", Integer.MAX_VALUE),
    /** A fact is missing. */
    UNKNOWN("unknown", 0);

    private final String code;
    private final int mostGpus;

    Tier(String code, int mostGpus) {
        this.code = code;
        this.mostGpus = mostGpus;
    }

    /** The name in messages and links. */
    public String code() {
        return code;
    }

    static Tier of(int gpus) {
        for (Tier tier : values()) {
            if (gpus <= tier.mostGpus) {
                return tier;
            }
        }
        throw new IllegalArgumentException("gpus " + gpus);
    }
}
