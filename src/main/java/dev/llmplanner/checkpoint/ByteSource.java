package dev.llmplanner.checkpoint;

/** Bytes of a file, or of its beginning. */
public interface ByteSource {

    int size();

    /** The byte at that place, 0 to 255. */
    int at(int index);

    /** Bytes in memory. */
    static ByteSource of(byte[] bytes) {
        return new ByteSource() {
            @Override
            public int size() {
                return bytes.length;
            }

            @Override
            public int at(int index) {
                return bytes[index] & 0xff;
            }
        };
    }
}
