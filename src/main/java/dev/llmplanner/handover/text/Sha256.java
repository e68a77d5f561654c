package dev.llmplanner.handover.text;

/** SHA-256 (FIPS 180-4). */
public final class Sha256 {

    private static final int[] CONSTANTS = constants();
    private static final int BLOCK = 64;

    private Sha256() {}

    /** The digest in hexadecimal digits. */
    public static String of(byte[] bytes) {
        int[] state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
        int padded = (bytes.length + 9 + BLOCK - 1) / BLOCK * BLOCK;
        byte[] message = new byte[padded];
        System.arraycopy(bytes, 0, message, 0, bytes.length);
        message[bytes.length] = (byte) 0x80;
        // The length in bits; texts are far below 2³² bits' 512 MiB.
        int bits = bytes.length << 3;
        for (int i = 0; i < 4; i++) {
            message[padded - 1 - i] = (byte) (bits >>> 8 * i);
        }
        message[padded - 5] = (byte) (bytes.length >>> 29);
        int[] words = new int[BLOCK];
        for (int from = 0; from < padded; from += BLOCK) {
            block(message, from, words, state);
        }
        StringBuilder digest = new StringBuilder();
        for (int word : state) {
            for (int shift = 28; shift >= 0; shift -= 4) {
                digest.append("0123456789abcdef".charAt(word >>> shift & 15));
            }
        }
        return digest.toString();
    }

    private static void block(byte[] message, int from, int[] w, int[] state) {
        for (int i = 0; i < 16; i++) {
            int at = from + 4 * i;
            w[i] = (message[at] & 0xff) << 24 | (message[at + 1] & 0xff) << 16 | (message[at + 2] & 0xff) << 8
                    | message[at + 3] & 0xff;
        }
        for (int i = 16; i < BLOCK; i++) {
            int first = rotated(w[i - 15], 7) ^ rotated(w[i - 15], 18) ^ w[i - 15] >>> 3;
            int second = rotated(w[i - 2], 17) ^ rotated(w[i - 2], 19) ^ w[i - 2] >>> 10;
            w[i] = w[i - 16] + first + w[i - 7] + second;
        }
        int[] s = state.clone();
        for (int i = 0; i < BLOCK; i++) {
            int choice = s[4] & s[5] ^ ~s[4] & s[6];
            int mixed = s[7] + (rotated(s[4], 6) ^ rotated(s[4], 11) ^ rotated(s[4], 25)) + choice + CONSTANTS[i] + w[i];
            int majority = s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2];
            int other = (rotated(s[0], 2) ^ rotated(s[0], 13) ^ rotated(s[0], 22)) + majority;
            System.arraycopy(s, 0, s, 1, 7);
            s[4] += mixed;
            s[0] = mixed + other;
        }
        for (int i = 0; i < state.length; i++) {
            state[i] += s[i];
        }
    }

    private static int rotated(int word, int by) {
        return word >>> by | word << 32 - by;
    }

    /** The first 32 bits of the fractional parts of the cube roots of the first 64 primes, found by whole numbers alone. */
    private static int[] constants() {
        int[] constants = new int[BLOCK];
        int found = 0;
        for (int candidate = 2; found < BLOCK; candidate++) {
            boolean prime = true;
            for (int divisor = 2; divisor * divisor <= candidate; divisor++) {
                prime &= candidate % divisor != 0;
            }
            if (prime) {
                constants[found++] = rootFraction(candidate);
            }
        }
        return constants;
    }

    /** Bit by bit: the largest r whose cube is at most the prime, in units of 2⁻³², compared limb by limb. */
    private static int rootFraction(int prime) {
        int whole = 1;
        while ((whole + 1) * (whole + 1) * (whole + 1) <= prime) {
            whole++;
        }
        int fraction = 0;
        for (int bit = 31; bit >= 0; bit--) {
            int tried = fraction | 1 << bit;
            if (cubeIsAtMost(whole, tried, prime)) {
                fraction = tried;
            }
        }
        return fraction;
    }

    private static boolean cubeIsAtMost(int whole, int fraction, int prime) {
        int[] number = {fraction & 0xffff, fraction >>> 16, whole};
        int[] cube = product(product(number, number), number);
        // Six limbs of 16 bits are the fraction.
        int integer = cube[6];
        boolean exact = true;
        for (int i = 0; i < 6; i++) {
            exact &= cube[i] == 0;
        }
        return integer < prime || integer == prime && exact;
    }

    private static int[] product(int[] first, int[] second) {
        int[] product = new int[first.length + second.length];
        for (int i = 0; i < first.length; i++) {
            int carry = 0;
            for (int j = 0; j < second.length; j++) {
                // Below 2³² as an unsigned number: 0xffff² + 2 · 0xffff.
                int sum = first[i] * second[j] + product[i + j] + carry;
                product[i + j] = sum & 0xffff;
                carry = sum >>> 16;
            }
            product[i + second.length] = carry;
        }
        return product;
    }
}
