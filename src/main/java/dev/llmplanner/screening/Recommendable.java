package dev.llmplanner.screening;

import dev.llmplanner.catalog.ServerEntry;
import java.util.Set;

/** Records that may be looked at and asked about, but never be proposed. */
public final class Recommendable {

    /** No lawful supply channel, by its record's own notes. */
    private static final Set<String> NEVER = Set.of("cn-h100-8gpu-grey");

    private Recommendable() {}

    /** Whether that server may be proposed. */
    public static boolean server(ServerEntry server) {
        return !NEVER.contains(server.id());
    }
}
