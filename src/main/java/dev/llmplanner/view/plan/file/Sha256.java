package dev.llmplanner.view.plan.file;

/**
 * SHA-256 in plain Java: a page from {@code file://} has no {@code crypto.subtle}.
 *
 * @see <a href="https://doi.org/10.6028/NIST.FIPS.180-4">FIPS 180-4</a>
 */
final class Sha256 {
    private static final int BLOCK = 64;
    private static final int LENGTH = 8;
    private static final int WORDS = 64;
    private static final String HEX = "0123456789abcdef";

    /** The first 32 bits of the fractions of the cube roots of the first 64 primes. */
    private static final int[] K = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

    private final int[] hash = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    private final int[] words = new int[WORDS];

    private Sha256() {
    }

    /** The digest of these bytes, fewer than 2²⁸, in lower-case hexadecimal. */
    static String of(byte[] bytes) {
        Sha256 digest = new Sha256();
        byte[] padded = padded(bytes);
        for (int at = 0; at < padded.length; at += BLOCK) {
            digest.take(padded, at);
        }
        StringBuilder text = new StringBuilder();
        for (int word : digest.hash) {
            for (int shift = Integer.SIZE - 4; shift >= 0; shift -= 4) {
                text.append(HEX.charAt(word >>> shift & 15));
            }
        }
        return text.toString();
    }

    /** With a one bit, zeros and the length in bits, up to whole blocks. */
    private static byte[] padded(byte[] bytes) {
        int blocks = (bytes.length + 1 + LENGTH + BLOCK - 1) / BLOCK;
        byte[] padded = new byte[blocks * BLOCK];
        System.arraycopy(bytes, 0, padded, 0, bytes.length);
        padded[bytes.length] = (byte) 0x80;
        int bits = bytes.length * 8;
        for (int i = 1; i <= 4; i++) {
            padded[padded.length - i] = (byte) bits;
            bits >>>= 8;
        }
        return padded;
    }

    private void take(byte[] bytes, int from) {
        for (int i = 0; i < 16; i++) {
            int at = from + 4 * i;
            words[i] = (bytes[at] & 255) << 24 | (bytes[at + 1] & 255) << 16 | (bytes[at + 2] & 255) << 8 | bytes[at + 3] & 255;
        }
        for (int i = 16; i < WORDS; i++) {
            int early = words[i - 15];
            int late = words[i - 2];
            words[i] = words[i - 16] + (turned(early, 7) ^ turned(early, 18) ^ early >>> 3)
                    + words[i - 7] + (turned(late, 17) ^ turned(late, 19) ^ late >>> 10);
        }
        int a = hash[0];
        int b = hash[1];
        int c = hash[2];
        int d = hash[3];
        int e = hash[4];
        int f = hash[5];
        int g = hash[6];
        int h = hash[7];
        for (int i = 0; i < WORDS; i++) {
            int first = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + (e & f ^ ~e & g) + K[i] + words[i];
            int second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + (a & b ^ a & c ^ b & c);
            h = g;
            g = f;
            f = e;
            e = d + first;
            d = c;
            c = b;
            b = a;
            a = first + second;
        }
        int[] more = {a, b, c, d, e, f, g, h};
        for (int i = 0; i < hash.length; i++) {
            hash[i] += more[i];
        }
    }

    private static int turned(int word, int bits) {
        return word >>> bits | word << Integer.SIZE - bits;
    }
}
