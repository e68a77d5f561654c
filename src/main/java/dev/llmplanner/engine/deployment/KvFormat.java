package dev.llmplanner.engine.deployment;

/** How an element of the KV cache is stored. */
public enum KvFormat {
    BF16("bf16", 2),
    FP8("fp8", 1),
    INT8("int8", 1);

    private final String code;
    private final double bytesPerElement;

    KvFormat(String code, double bytesPerElement) {
        this.code = code;
        this.bytesPerElement = bytesPerElement;
    }

    /** The name that requests use. */
    public String code() {
        return code;
    }

    public double bytesPerElement() {
        return bytesPerElement;
    }
}
