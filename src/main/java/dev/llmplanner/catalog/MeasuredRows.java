package dev.llmplanner.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The measurements of models and accelerators that the catalog knows.
 *
 * @param version of the planner that they were bundled with
 * @param date    of the newest; an ISO date or a prefix of one
 * @param sources what a row's {@link dev.llmplanner.engine.evidence.Measurement#source} counts in
 */
public record MeasuredRows(String version, Optional<String> date, List<String> sources, List<MeasuredRow> rows) {

    public MeasuredRows {
        sources = List.copyOf(sources);
        rows = List.copyOf(rows);
    }
}
