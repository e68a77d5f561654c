package dev.llmplanner.contract;

import static dev.llmplanner.contract.RequestReader.integer;
import static dev.llmplanner.contract.RequestReader.number;
import static dev.llmplanner.contract.RequestReader.onlyMembers;

import dev.llmplanner.json.JsonCursor;
import java.util.List;

/**
 * Refuses a server of the user's own whose members or figures can't be. It may have every member of a catalog file;
 * {@code accelerator}, an id or a record, and {@code acceleratorCount} are required.
 */
final class InlineServer {

    static final List<String> MEMBERS = List.of(
            "$schema", "name", "vendor", "kind", "accelerator", "acceleratorCount", "cpu", "memory", "nics",
            "scaleUpFabric", "maxPowerKw", "powerSupplies", "rackUnits", "racks", "cooling", "prices", "availability",
            "specification", "sourcePath", "confidence", "notes", "fieldNotes", "sources", "provenance");

    private InlineServer() {}

    static void check(JsonCursor record) {
        onlyMembers(record, MEMBERS);
        if (record.find("accelerator").isEmpty()) {
            throw missing("accelerator", "a catalog id or an inline record");
        }
        if (integer(record, "acceleratorCount", 1, 20_000, "a whole number from 1 to 20000").isEmpty()) {
            throw missing("acceleratorCount", "a whole number from 1 to 20000");
        }
        number(record, "maxPowerKw", 1e-3, 1e6, "a number from 0.001 to 1000000");
    }

    private static RequestException missing(String name, String allowed) {
        return new RequestException("wrong-type", "server." + name, List.of(allowed),
                "server." + name + " is missing; write " + allowed);
    }
}
