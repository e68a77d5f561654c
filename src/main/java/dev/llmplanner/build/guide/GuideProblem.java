package dev.llmplanner.build.guide;

import java.nio.file.Path;
import java.util.List;

/** What is wrong with guides, and where. Stops the build. */
final class GuideProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GuideProblem(Path file, int line, String what) {
        super(file + ":" + line + ": " + what);
    }

    /** Several at once, so that a writer sees them all. */
    GuideProblem(List<GuideProblem> all) {
        super(all.stream().map(GuideProblem::getMessage).reduce((a, b) -> a + "\n" + b).orElseThrow());
    }
}
