package dev.llmplanner.checkpoint;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonBoolean;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the header of a GGUF file, versions 2 and 3, little-endian. Nothing is reserved by what the file states: each
 * length is compared with the bytes that are there.
 */
public final class GgufReader {

    /** A header, or why there is none. */
    public record Parsed(Optional<GgufHeader> header, Optional<Refused> refused) {}

    private static final int KEPT_ITEMS = 4096;
    private static final int KEPT_CHARACTERS = 1000;
    private static final int STRING = 8;
    private static final int ARRAY = 9;
    private static final double TWO_32 = 4_294_967_296.0;

    private final ByteSource bytes;
    private final Map<String, Json> metadata = new LinkedHashMap<>();
    private final Map<String, Integer> lengths = new LinkedHashMap<>();
    private int at;

    private GgufReader(ByteSource bytes) {
        this.bytes = bytes;
    }

    /** The header at the beginning of those bytes. */
    public static Parsed read(ByteSource bytes) {
        try {
            return new Parsed(Optional.of(new GgufReader(bytes).header()), Optional.empty());
        } catch (Refusal refusal) {
            return new Parsed(Optional.empty(), Optional.of(refusal.refused()));
        }
    }

    private GgufHeader header() {
        if (u8() != 'G' || u8() != 'G' || u8() != 'U' || u8() != 'F') {
            throw Refusal.of(RefusalCode.NOT_GGUF, "");
        }
        double version = u32();
        if (version != 2 && version != 3) {
            throw Refusal.of(RefusalCode.UNKNOWN_VALUE, "version", "2", "3");
        }
        int tensorCount = count("tensor_count", Limits.EXPERTS);
        int keyCount = count("metadata_kv_count", 100_000);
        for (int i = 0; i < keyCount; i++) {
            String key = string();
            Optional<Json> value = value(key, (int) u32(), 0);
            if (value.isPresent() && metadata.put(key, value.get()) != null) {
                throw Refusal.of(RefusalCode.DUPLICATE_FIELD, key);
            }
        }
        List<GgufHeader.Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < tensorCount; i++) {
            tensors.add(tensor());
        }
        return new GgufHeader(new JsonObject(metadata), lengths, tensors);
    }

    private GgufHeader.Tensor tensor() {
        String name = string();
        double dimensions = u32();
        if (dimensions > 8) {
            throw Refusal.of(RefusalCode.NOT_GGUF, Names.plain(name));
        }
        double elements = 1;
        for (int i = 0; i < dimensions; i++) {
            elements *= u64();
        }
        if (!(elements <= Limits.PARAMETERS)) {
            throw Refusal.tooLarge(Names.plain(name), elements, Limits.PARAMETERS);
        }
        int type = (int) Math.min(u32(), 1_000_000);
        u64();
        return new GgufHeader.Tensor(name, type, elements);
    }

    private Optional<Json> value(String key, int type, int depth) {
        switch (type) {
            case 0:
                return number(u8());
            case 1:
                return number((byte) u8());
            case 2:
                return number(u8() + 256 * u8());
            case 3:
                return number((short) (u8() + 256 * u8()));
            case 4:
                return number(u32());
            case 5:
                return number((int) i32());
            case 6:
                return number(Float.intBitsToFloat(i32()));
            case 7:
                return Optional.of(new JsonBoolean(u8() != 0));
            case STRING:
                return Optional.of(new JsonString(string()));
            case ARRAY:
                return array(key, depth);
            case 10:
                return number(u64());
            case 11:
                return number(i64());
            case 12:
                double low = u32();
                return number(binary64(low, u32()));
            default:
                throw Refusal.of(RefusalCode.NOT_GGUF, Names.plain(key));
        }
    }

    private static Optional<Json> number(double value) {
        return Optional.of(new JsonNumber(value));
    }

    private Optional<Json> array(String key, int depth) {
        if (depth > 3) {
            throw Refusal.of(RefusalCode.TOO_DEEP, Names.plain(key), "3");
        }
        int type = (int) u32();
        int length = count(Names.plain(key), bytes.size());
        if (depth == 0) {
            lengths.put(key, length);
        }
        List<Json> items = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            Optional<Json> item = value(key, type, depth + 1);
            if (length <= KEPT_ITEMS) {
                item.ifPresent(items::add);
            }
        }
        return length <= KEPT_ITEMS ? Optional.of(new JsonArray(items)) : Optional.empty();
    }

    /** UTF-8; what isn't becomes a question mark. Long texts, such as chat templates, are cut. */
    private String string() {
        int length = count("", bytes.size() - at);
        int end = at + length;
        StringBuilder text = new StringBuilder();
        while (at < end) {
            int c = u8();
            if (text.length() >= KEPT_CHARACTERS) {
                at = end;
            } else if (c < 0x80) {
                text.append((char) c);
            } else if (c >= 0xc2 && c < 0xe0 && at + 1 <= end) {
                text.append((char) ((c & 0x1f) << 6 | u8() & 0x3f));
            } else if (c >= 0xe0 && c < 0xf0 && at + 2 <= end) {
                text.append((char) ((c & 0x0f) << 12 | (u8() & 0x3f) << 6 | u8() & 0x3f));
            } else {
                text.append('?');
            }
        }
        at = Math.max(at, end);
        return text.toString();
    }

    private int count(String path, int most) {
        double value = u64();
        if (value > most) {
            throw Refusal.range(path, 0, most);
        }
        return (int) value;
    }

    private int u8() {
        if (at >= bytes.size()) {
            throw Refusal.of(RefusalCode.NOT_GGUF, "byte " + at);
        }
        return bytes.at(at++);
    }

    private int i32() {
        return u8() | u8() << 8 | u8() << 16 | u8() << 24;
    }

    private double u32() {
        int value = i32();
        return value < 0 ? value + TWO_32 : value;
    }

    private double u64() {
        double low = u32();
        return low + TWO_32 * u32();
    }

    private double i64() {
        double low = u32();
        return low + TWO_32 * i32();
    }

    private static double binary64(double low, double high) {
        double sign = high >= 2_147_483_648.0 ? -1 : 1;
        double rest = high >= 2_147_483_648.0 ? high - 2_147_483_648.0 : high;
        int exponent = (int) Math.floor(rest / 1_048_576);
        double fraction = (rest - exponent * 1_048_576.0) / 1_048_576 + low / 1_048_576 / TWO_32;
        if (exponent == 2047) {
            return Double.NaN;
        }
        double value = exponent == 0 ? fraction : 1 + fraction;
        for (int i = Math.max(exponent, 1); i > 1023; i--) {
            value *= 2;
        }
        for (int i = Math.max(exponent, 1); i < 1023; i++) {
            value /= 2;
        }
        return sign * value;
    }
}
