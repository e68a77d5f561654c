package dev.llmplanner.screening;

import dev.llmplanner.json.JsonObject;
import java.util.Optional;

/**
 * Hardware that is there, or may be bought.
 *
 * @param kind        servers of the catalog, or accelerators
 * @param id          catalog id of it
 * @param gpusPerNode devices of one node, for accelerators; servers say it themselves
 * @param nodes       servers, or nodes of accelerators, ≥ 1
 * @param fabric      catalog id of what joins the nodes
 */
public record Configuration(Kind kind, String id, int gpusPerNode, int nodes, Optional<String> fabric) {

    /** What an id names. */
    public enum Kind {
        SERVER,
        ACCELERATOR
    }

    public Configuration {
        if (nodes < 1 || kind == Kind.ACCELERATOR && gpusPerNode < 1) {
            throw new IllegalArgumentException("gpusPerNode " + gpusPerNode + ", nodes " + nodes);
        }
    }

    /** That many servers. */
    public static Configuration servers(String id, int nodes, Optional<String> fabric) {
        return new Configuration(Kind.SERVER, id, 0, nodes, fabric);
    }

    /** That many accelerators in each of that many nodes. */
    public static Configuration accelerators(String id, int gpusPerNode, int nodes, Optional<String> fabric) {
        return new Configuration(Kind.ACCELERATOR, id, gpusPerNode, nodes, fabric);
    }

    /** A request about this hardware, by the contract. */
    JsonObject request(Terms terms, String model) {
        JsonObject.Builder request = new Terms(
                terms.engine(), terms.inputTokens(), terms.outputTokens(), terms.users(), terms.arrival(),
                terms.weights(), terms.kvCache(), fabric).request(model);
        if (kind == Kind.SERVER) {
            return request.put("server", id).put("nodes", nodes).build();
        }
        return request.put("accelerator", id).build();
    }
}
