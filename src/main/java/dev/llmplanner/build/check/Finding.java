package dev.llmplanner.build.check;

/**
 * One wrong fact in a catalog file, and what to write instead.
 *
 * @param file path from the repository's root, with slashes
 * @param pointer JSON pointer of the value; empty for the whole document
 * @param value the value as it stands in the file
 * @param expected what is wrong with it, as a clause: {@code that is the sparse figure}
 * @param remedy what to do, as a sentence: {@code Use 1979.}
 */
public record Finding(String file, String pointer, String value, String expected, String remedy) {

    private static final int LONGEST_VALUE = 80;

    public Finding {
        if (file.isBlank() || expected.isBlank() || remedy.isBlank()) {
            throw new IllegalArgumentException("a finding needs file, expectation and remedy: " + file + ", "
                    + expected + ", " + remedy);
        }
        if (value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + "…";
        }
    }

    /** The line that the build prints. */
    public String message() {
        String what = pointer.isEmpty() ? "the file" : pointer;
        return file + ": " + what + " is " + value + "; " + expected + ". " + remedy;
    }

    @Override
    public String toString() {
        return message();
    }
}
