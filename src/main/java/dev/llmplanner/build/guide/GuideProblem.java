package dev.llmplanner.build.guide;

import java.nio.file.Path;

/** What is wrong with a guide, and where. Stops the build. */
final class GuideProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GuideProblem(Path file, int line, String what) {
        super(file + ":" + line + ": " + what);
    }
}
