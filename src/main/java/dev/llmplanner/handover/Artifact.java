package dev.llmplanner.handover;

import dev.llmplanner.handover.text.Utf8;
import java.util.Optional;

/** A file that is handed over. */
public final class Artifact {

    private final String path;
    private final Optional<String> text;
    private final byte[] bytes;

    private Artifact(String path, Optional<String> text, byte[] bytes) {
        this.path = path;
        this.text = text;
        this.bytes = bytes;
    }

    /** A file of text, in UTF-8. */
    public static Artifact of(String path, String text) {
        return new Artifact(path, Optional.of(text), Utf8.bytes(text));
    }

    /** A file of bytes, which the caller doesn't keep. */
    public static Artifact of(String path, byte[] bytes) {
        return new Artifact(path, Optional.empty(), bytes);
    }

    /** The same file in that folder. */
    Artifact in(String folder) {
        return new Artifact(folder + "/" + path, text, bytes);
    }

    /** Where it lies, with {@code /} between folders. */
    public String path() {
        return path;
    }

    /** Its text, if it is one. */
    public Optional<String> text() {
        return text;
    }

    /** What is written to disk. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
