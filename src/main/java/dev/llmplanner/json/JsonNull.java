package dev.llmplanner.json;

/** The literal {@code null}. Catalogs and the contract never hold it; a user's {@code config.json} may. */
public enum JsonNull implements Json {
    /** The only null. */
    NULL;

    @Override
    public String kind() {
        return "null";
    }
}
