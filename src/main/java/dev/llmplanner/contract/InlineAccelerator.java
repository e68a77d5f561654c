package dev.llmplanner.contract;

import static dev.llmplanner.contract.RequestReader.integer;
import static dev.llmplanner.contract.RequestReader.number;
import static dev.llmplanner.contract.RequestReader.onlyMembers;
import static dev.llmplanner.contract.RequestReader.shaped;

import dev.llmplanner.json.JsonCursor;
import java.util.List;
import java.util.function.Consumer;

/**
 * Refuses an accelerator of the user's own whose members or figures can't be.
 *
 * <p>It may have every member of a catalog file, so that one can be pasted; none is required. What is missing makes the
 * answer unknown.
 */
final class InlineAccelerator {

    static final List<String> MEMBERS = List.of(
            "$schema", "name", "vendor", "architecture", "releaseYear", "formFactor", "status", "vendorCountry",
            "calibration", "devicesPerPackage", "memory", "denseTflops", "tdpWatts", "scaleUp", "hostLink", "prices",
            "rents", "availability", "engines", "specification", "rejectedClaims", "confidence", "notes",
            "fieldNotes", "sources", "provenance");

    static final List<String> MEMORY = List.of(
            "marketingGB", "reportedMiB", "usableGiB", "type", "bandwidthGBps", "deviceBandwidthGBps");

    static final List<String> DENSE_TFLOPS = List.of("fp32", "tf32", "bf16", "fp16", "fp8", "int8", "fp4");

    static final List<String> SCALE_UP =
            List.of("name", "perDirectionGBps", "pairPerDirectionGBps", "topology", "maxDomain");

    static final List<String> HOST_LINK = List.of("type", "perDirectionGBps");

    private static final double LEAST = 1e-3;
    private static final double MOST = 1e9;
    private static final String RANGE = "a number from 0.001 to 1000000000";

    private InlineAccelerator() {}

    static void check(JsonCursor record) {
        onlyMembers(record, MEMBERS);
        integer(record, "devicesPerPackage", 1, 8, "a whole number from 1 to 8");
        number(record, "tdpWatts", LEAST, MOST, RANGE);
        inside(record, "memory", MEMORY, memory -> figures(memory, MEMORY, List.of("type")));
        inside(record, "denseTflops", DENSE_TFLOPS, rates -> figures(rates, DENSE_TFLOPS, List.of()));
        inside(record, "scaleUp", SCALE_UP, link -> {
            figures(link, SCALE_UP, List.of("name", "topology", "maxDomain"));
            integer(link, "maxDomain", 1, 1_000_000, "a whole number from 1 to 1000000");
        });
        inside(record, "hostLink", HOST_LINK, link -> figures(link, HOST_LINK, List.of("type")));
    }

    private static void inside(JsonCursor record, String name, List<String> members, Consumer<JsonCursor> check) {
        shaped(() -> record.find(name)).ifPresent(object -> {
            onlyMembers(object, members);
            check.accept(object);
        });
    }

    private static void figures(JsonCursor object, List<String> members, List<String> others) {
        for (String member : members) {
            if (!others.contains(member)) {
                number(object, member, LEAST, MOST, RANGE);
            }
        }
    }
}
