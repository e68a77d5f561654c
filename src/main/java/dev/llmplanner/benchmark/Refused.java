package dev.llmplanner.benchmark;

import java.util.List;

/**
 * A file, or a run of it, that can't be used.
 *
 * @param code     why
 * @param path     where in the value, as {@code metrics.requests[2].mean_ttft_ms}; without markup; empty for the whole
 * @param line     of the file, from 1; 0 where a line says nothing
 * @param expected the kinds that are read, where the file is none of them; otherwise empty
 */
public record Refused(RefusalCode code, String path, int line, List<FileKind> expected) implements Reading {

    public Refused {
        path = PlainText.place(path);
        expected = List.copyOf(expected);
    }

    /** The whole file. */
    static Refused file(RefusalCode code, int line) {
        return new Refused(code, "", line, code == RefusalCode.TOO_LARGE ? List.of() : List.of(FileKind.values()));
    }

    /** One place in it. */
    static Refused at(RefusalCode code, String path, int line) {
        return new Refused(code, path, line, List.of());
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.refused(this);
    }
}
