package dev.llmplanner.engine.cost;

import java.util.List;

/** What is paid for. A price belongs to a class and, within it, to an id: of a catalog record, or {@link Price#ANY}. */
public enum PartClass {
    /** A whole server, workstation or rack system. */
    SERVER(PriceUnit.PIECE),
    /** An accelerator, where the price of the server isn't known. */
    ACCELERATOR(PriceUnit.PIECE),
    /** The server around such accelerators: chassis, processors, memory; for each accelerator. */
    HOST(PriceUnit.PIECE),
    /** Network adapter of a server whose price isn't known. */
    ADAPTER(PriceUnit.PIECE),
    SWITCH(PriceUnit.PIECE),
    TRANSCEIVER(PriceUnit.PIECE),
    CABLE(PriceUnit.PIECE),
    /** Storage that weights are loaded from, per TB. */
    STORAGE(PriceUnit.TERABYTE),
    RACK(PriceUnit.PIECE),
    /** Power distribution unit of a rack. */
    PDU(PriceUnit.PIECE),
    /** Spare parts, as a share of what is bought. Whole spare servers are counted as servers. */
    SPARES(PriceUnit.SHARE),
    /** Support by the maker, each year: a share of servers and network, or so much a server. */
    SUPPORT(PriceUnit.SHARE_YEAR, PriceUnit.PIECE_YEAR),
    /** Licence and support of software, per accelerator and year. */
    SOFTWARE(PriceUnit.PIECE_YEAR),
    /** Electricity. */
    ENERGY(PriceUnit.KILOWATT_HOUR),
    /** People who run it. */
    STAFF(PriceUnit.PERSON_YEAR),
    /** Room, cooling and security where the racks stand, per kW and month. */
    COLOCATION(PriceUnit.KILOWATT_MONTH),
    /** The same accelerator in a cloud, by the hour, whenever it is wanted. */
    RENT(PriceUnit.PIECE_HOUR),
    /** The same, taken for years. */
    RENT_RESERVED(PriceUnit.PIECE_HOUR),
    /** A power usage effectiveness: no money, a factor. */
    PUE(PriceUnit.FACTOR);

    private final List<PriceUnit> units;

    PartClass(PriceUnit... units) {
        this.units = List.of(units);
    }

    /** What it may be paid by; the usual unit first. */
    public List<PriceUnit> units() {
        return units;
    }
}
