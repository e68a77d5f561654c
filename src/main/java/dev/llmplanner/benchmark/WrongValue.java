package dev.llmplanner.benchmark;

/** One run can't be used; caught where the file's runs are collected. */
final class WrongValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RefusalCode code;
    private final String path;

    WrongValue(RefusalCode code, String path) {
        super(code.code());
        this.code = code;
        this.path = path;
    }

    Refused refused(int line) {
        return Refused.at(code, path, line);
    }
}
