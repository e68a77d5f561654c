package dev.llmplanner.engine.cost;

/** What is paid for. A price belongs to a class and, within it, to an id: of a catalog record, or {@link Price#ANY}. */
public enum PartClass {
    /** A whole server, workstation or rack system. */
    SERVER,
    /** An accelerator, where the price of the server isn't known. */
    ACCELERATOR,
    /** The server around such accelerators: chassis, processors, memory; for each accelerator. */
    HOST,
    /** Network adapter of a server whose price isn't known. */
    ADAPTER,
    SWITCH,
    TRANSCEIVER,
    CABLE,
    /** Storage that weights are loaded from, per TB. */
    STORAGE,
    RACK,
    /** Power distribution unit of a rack. */
    PDU,
    /** Spare parts, as a share of what is bought. Whole spare servers are counted as servers. */
    SPARES,
    /** Support of servers and switches by their maker, as a share of what is bought, each year. */
    SUPPORT,
    /** Licence and support of software, per accelerator and year. */
    SOFTWARE,
    /** Electricity. */
    ENERGY,
    /** People who run it. */
    STAFF,
    /** Room, cooling and security where the racks stand, per kW and month. */
    COLOCATION,
    /** The same accelerator in a cloud, by the hour, whenever it is wanted. */
    RENT,
    /** The same, taken for years. */
    RENT_RESERVED,
    /** A power usage effectiveness: no money, a factor. */
    PUE
}
