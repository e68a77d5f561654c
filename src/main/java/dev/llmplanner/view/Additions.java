package dev.llmplanner.view;

import dev.llmplanner.json.JsonObject;
import java.util.Map;

/**
 * What the reader added to the catalog, as far as every page has to know: hardware and models of one's own.
 *
 * <p>The first load has none. There, a link that needs some is handed over to the workbench.
 */
public interface Additions {

    /** Nothing was added. */
    Additions NONE = new Additions() { };

    /** Where the state keeps them. */
    Slot<Additions> SLOT = Slot.input("additions", NONE);

    /** What events and pages are given: the catalog with everything in it. */
    default Resources known(Resources given) {
        return given;
    }

    /** The texts of a link, and beside them what else it must carry to open elsewhere. */
    default Map<String, String> carried(Map<String, String> texts) {
        return texts;
    }

    /** The request with records in the place of ids that nobody else knows. */
    default JsonObject portable(JsonObject request) {
        return request;
    }
}
