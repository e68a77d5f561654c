package dev.llmplanner.handover.zip;

import dev.llmplanner.handover.Artifact;
import dev.llmplanner.handover.text.Utf8;
import java.util.ArrayList;
import java.util.List;

/**
 * A ZIP archive (APPNOTE 6.3) of stored files: no compression, names in UTF-8, every date the format's first one, so that the
 * same files give the same bytes. Up to 65,535 files and 2 GiB.
 */
public final class Zip {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int VERSION = 20;
    private static final int UTF8_NAMES = 1 << 11;
    private static final int FIRST_DATE = 1 << 5 | 1;
    private static final int[] TABLE = table();

    private byte[] bytes = new byte[4096];
    private int size;

    private Zip() {}

    private record Entry(byte[] name, int crc, int length, int offset) {}

    /** The archive of those files. */
    public static byte[] of(List<Artifact> files) {
        Zip zip = new Zip();
        List<Entry> entries = new ArrayList<>();
        for (Artifact file : files) {
            byte[] content = file.bytes();
            Entry entry = new Entry(Utf8.bytes(file.path()), crc(content), content.length, zip.size);
            zip.number(LOCAL, 4);
            zip.common(entry);
            zip.all(entry.name());
            zip.all(content);
            entries.add(entry);
        }
        int directory = zip.size;
        for (Entry entry : entries) {
            zip.number(CENTRAL, 4);
            zip.number(VERSION, 2);
            zip.common(entry);
            // Comment, disk, attributes inside and outside.
            zip.number(0, 2 + 2 + 2);
            zip.number(0, 4);
            zip.number(entry.offset(), 4);
            zip.all(entry.name());
        }
        int length = zip.size - directory;
        zip.number(END, 4);
        zip.number(0, 4);
        zip.number(entries.size(), 2);
        zip.number(entries.size(), 2);
        zip.number(length, 4);
        zip.number(directory, 4);
        zip.number(0, 2);
        byte[] exact = new byte[zip.size];
        System.arraycopy(zip.bytes, 0, exact, 0, zip.size);
        return exact;
    }

    private void common(Entry entry) {
        number(VERSION, 2);
        number(UTF8_NAMES, 2);
        // Stored; midnight.
        number(0, 2);
        number(0, 2);
        number(FIRST_DATE, 2);
        number(entry.crc(), 4);
        number(entry.length(), 4);
        number(entry.length(), 4);
        number(entry.name().length, 2);
        number(0, 2);
    }

    private void number(int value, int length) {
        for (int i = 0; i < length; i++) {
            room(1);
            bytes[size++] = (byte) (i < 4 ? value >>> 8 * i : 0);
        }
    }

    private void all(byte[] content) {
        room(content.length);
        System.arraycopy(content, 0, bytes, size, content.length);
        size += content.length;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            byte[] larger = new byte[Math.max(2 * bytes.length, size + more)];
            System.arraycopy(bytes, 0, larger, 0, size);
            bytes = larger;
        }
    }

    /** CRC-32 as ZIP has it: polynomial 0xEDB88320, reflected. */
    static int crc(byte[] content) {
        int crc = ~0;
        for (byte each : content) {
            crc = TABLE[(crc ^ each) & 0xff] ^ crc >>> 8;
        }
        return ~crc;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) != 0 ? value >>> 1 ^ 0xedb88320 : value >>> 1;
            }
            table[i] = value;
        }
        return table;
    }
}
