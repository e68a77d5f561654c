package dev.llmplanner.contract;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.catalog.ServerEntry;
import dev.llmplanner.json.JsonCursor;

/** Reads devices and servers that stand in a request as records, not as ids. */
interface InlineHardware {

    /** @throws RequestException where the record can't be */
    AcceleratorEntry accelerator(JsonCursor record);

    /** @throws RequestException where the record can't be, whatever its accelerator is */
    ServerEntry server(JsonCursor record);
}
