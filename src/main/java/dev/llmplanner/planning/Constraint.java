package dev.llmplanner.planning;

/** What can keep a deployment from being a plan, in the order in which it is met: a later one came further. */
public enum Constraint {
    AVAILABILITY("availability", ""),
    VENDOR("vendor", ""),
    COUNTRY("country", ""),
    /** A record that is never proposed. */
    RECOMMENDABLE("recommendable", ""),
    ENGINE("engine", ""),
    LAYOUT("layout", ""),
    CONTEXT("context", "tokens"),
    MEMORY("memory", "bytes"),
    /** Its speed isn't known. */
    FACT("fact", ""),
    TPOT("tpot", "seconds"),
    TTFT("ttft", "seconds"),
    DEMAND("demand", ""),
    SERVERS("servers", "servers"),
    GPUS("gpus", "gpus"),
    RACK_UNITS("rack-units", "rack-units"),
    RACKS("racks", "racks"),
    POWER("power", "watts"),
    PURCHASE("purchase", "");

    private final String code;
    private final String unit;

    Constraint(String code, String unit) {
        this.code = code;
        this.unit = unit;
    }

    /** The name in results. */
    public String code() {
        return code;
    }

    /** Of its value and limit; empty where it has none, or a currency. */
    String unit() {
        return unit;
    }
}
