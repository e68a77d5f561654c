package dev.llmplanner.checkpoint;

/** How much is read. Each bound is far beyond any published model and below where arithmetic would lose a digit. */
final class Limits {

    /** Characters of a configuration; the longest published ones, with their quantisation's lists, have 0.3 million. */
    static final int CONFIG_CHARACTERS = 4_000_000;

    /** Characters of an index; a model of 100,000 tensors has 12 million. */
    static final int INDEX_CHARACTERS = 64_000_000;

    /** Values of a tree. */
    static final int VALUES = 2_000_000;

    static final int DEPTH = 64;
    static final int LAYERS = 10_000;
    static final int HEADS = 65_536;
    static final int WIDTH = 16_777_216;
    static final int VOCABULARY = 100_000_000;
    static final int EXPERTS = 1_000_000;
    static final int TOKENS = 1_000_000_000;
    static final int COUNT = 2_000_000_000;

    /** Parameters: bytes stay exact in a double. */
    static final double PARAMETERS = 1e14;

    static final int NAME_CHARACTERS = 80;
    static final int PATH_CHARACTERS = 200;

    private Limits() {}
}
