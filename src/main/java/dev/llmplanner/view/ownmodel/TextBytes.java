package dev.llmplanner.view.ownmodel;

import dev.llmplanner.checkpoint.ByteSource;

/** Bytes that came as a text: one in the lower eight bits of each character. */
record TextBytes(String text) implements ByteSource {

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public int at(int index) {
        return text.charAt(index) & 0xff;
    }
}
