package dev.llmplanner.engine.serving;

/** The answer in a word. */
public enum Verdict {
    FITS("fits"),
    /** Less than a tenth of usable memory is left, or requests queue. */
    TIGHT("tight"),
    DOES_NOT_FIT("does-not-fit"),
    UNKNOWN("unknown");

    private final String code;

    Verdict(String code) {
        this.code = code;
    }

    /** The name that results use. */
    public String code() {
        return code;
    }
}
