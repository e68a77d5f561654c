package dev.llmplanner.contract;

import static dev.llmplanner.contract.RequestReader.shaped;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.AcceleratorReader;
import dev.llmplanner.catalog.Constants;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.engine.hardware.Confidence;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads records of requests after a check of their members and figures: devices as the catalog's, of servers what counts. */
final class InlineRecords implements InlineHardware {
    private static final String ID = "own";
    private static final double WATTS_PER_KILOWATT = 1000;
    private final AcceleratorReader accelerators;

    InlineRecords(Constants constants) {
        this.accelerators = new AcceleratorReader(constants.marketingShareFraction());
    }

    @Override
    public AcceleratorEntry accelerator(JsonCursor record) {
        InlineAccelerator.check(record);
        return shaped(() -> accelerators.read(ID, record));
    }

    @Override
    public ServerEntry server(JsonCursor record) {
        InlineServer.check(record);
        String accelerator = record.at("accelerator").value() instanceof JsonString named ? named.value() : ID;
        OptionalDouble kilowatts = record.findNumber("maxPowerKw");
        return new ServerEntry(
                ID,
                shaped(() -> record.findString("name")).orElse(ID),
                "",
                "",
                accelerator,
                record.integer("acceleratorCount"),
                Optional.empty(),
                OptionalDouble.empty(),
                List.of(),
                Optional.empty(),
                kilowatts.isPresent() ? OptionalDouble.of(kilowatts.getAsDouble() * WATTS_PER_KILOWATT) : kilowatts,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Confidence.LOW);
    }
}
