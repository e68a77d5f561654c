package dev.llmplanner.screening;

import dev.llmplanner.engine.serving.Finding;
import dev.llmplanner.engine.serving.Finding.Severity;

/**
 * Warnings that a validator adds to the Calculator's findings. Rule, arguments and source of each stand in
 * docs/model/validation.md.
 */
public enum WarningCode {
    USABLE_BELOW_PRINTED("usable-below-printed", Severity.NOTE),
    RACK_POWER("rack-power", Severity.WARNING),
    FEW_NICS("few-nics", Severity.WARNING),
    SLOW_FABRIC("slow-fabric", Severity.WARNING),
    NOT_SHIPPING("hardware-announced", Severity.WARNING),
    END_OF_LIFE("hardware-end-of-life", Severity.WARNING),
    CLOUD_ONLY("hardware-cloud-only", Severity.WARNING),
    EXPORT_RESTRICTED("hardware-restricted", Severity.WARNING),
    CHINA_ONLY("hardware-shipping-china", Severity.NOTE),
    NOT_RECOMMENDED("not-recommended", Severity.WARNING),
    LOW_CONFIDENCE("low-confidence", Severity.WARNING),
    KV_HEADS_REPLICATED("kv-heads-replicated", Severity.WARNING),
    LATENT_CACHE_REPLICATED("latent-cache-replicated", Severity.NOTE),
    ATTENTION_REPLICATED("attention-replicated", Severity.NOTE),
    EXPERTS_BEYOND_DOMAIN("experts-beyond-domain", Severity.WARNING),
    EXPERTS_WEIGHT_ONLY("experts-weight-only", Severity.NOTE),
    BLOCK_SCALES("block-scales-limit-tensor-parallel", Severity.NOTE),
    BRIDGE_TOO_SMALL("bridge-too-small", Severity.WARNING),
    UNUSED_GPUS("unused-gpus", Severity.NOTE);

    private final String code;
    private final Severity severity;

    WarningCode(String code, Severity severity) {
        this.code = code;
        this.severity = severity;
    }

    /** The finding's code. */
    public String code() {
        return code;
    }

    /** The warning without arguments. */
    Finding finding() {
        return Finding.of(severity, code);
    }
}
