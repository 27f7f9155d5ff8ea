package dev.coffer.engine.crypto;

/** The Salsa20/8 core (RFC 7914, section 3). */
final class Salsa20 {

    private static final int ROUNDS = 8;

    private Salsa20() {}

    /**
     * Writes {@code core(a ^ b)}, 16 words each; the target must not overlap with the sources. The sixteen words stay in local
     * variables, which is more than there are registers: so each quarter round is done at one go, with four of them, and what
     * is to be added at the end waits in the target.
     */
    static void core8(int[] a, int aAt, int[] b, int bAt, int[] target, int at) {
        int x0 = a[aAt] ^ b[bAt];
        int x1 = a[aAt + 1] ^ b[bAt + 1];
        int x2 = a[aAt + 2] ^ b[bAt + 2];
        int x3 = a[aAt + 3] ^ b[bAt + 3];
        int x4 = a[aAt + 4] ^ b[bAt + 4];
        int x5 = a[aAt + 5] ^ b[bAt + 5];
        int x6 = a[aAt + 6] ^ b[bAt + 6];
        int x7 = a[aAt + 7] ^ b[bAt + 7];
        int x8 = a[aAt + 8] ^ b[bAt + 8];
        int x9 = a[aAt + 9] ^ b[bAt + 9];
        int x10 = a[aAt + 10] ^ b[bAt + 10];
        int x11 = a[aAt + 11] ^ b[bAt + 11];
        int x12 = a[aAt + 12] ^ b[bAt + 12];
        int x13 = a[aAt + 13] ^ b[bAt + 13];
        int x14 = a[aAt + 14] ^ b[bAt + 14];
        int x15 = a[aAt + 15] ^ b[bAt + 15];
        target[at] = x0;
        target[at + 1] = x1;
        target[at + 2] = x2;
        target[at + 3] = x3;
        target[at + 4] = x4;
        target[at + 5] = x5;
        target[at + 6] = x6;
        target[at + 7] = x7;
        target[at + 8] = x8;
        target[at + 9] = x9;
        target[at + 10] = x10;
        target[at + 11] = x11;
        target[at + 12] = x12;
        target[at + 13] = x13;
        target[at + 14] = x14;
        target[at + 15] = x15;
        for (int round = 0; round < ROUNDS; round += 2) {
            x4 ^= Integer.rotateLeft(x0 + x12, 7);
            x8 ^= Integer.rotateLeft(x4 + x0, 9);
            x12 ^= Integer.rotateLeft(x8 + x4, 13);
            x0 ^= Integer.rotateLeft(x12 + x8, 18);

            x9 ^= Integer.rotateLeft(x5 + x1, 7);
            x13 ^= Integer.rotateLeft(x9 + x5, 9);
            x1 ^= Integer.rotateLeft(x13 + x9, 13);
            x5 ^= Integer.rotateLeft(x1 + x13, 18);

            x14 ^= Integer.rotateLeft(x10 + x6, 7);
            x2 ^= Integer.rotateLeft(x14 + x10, 9);
            x6 ^= Integer.rotateLeft(x2 + x14, 13);
            x10 ^= Integer.rotateLeft(x6 + x2, 18);

            x3 ^= Integer.rotateLeft(x15 + x11, 7);
            x7 ^= Integer.rotateLeft(x3 + x15, 9);
            x11 ^= Integer.rotateLeft(x7 + x3, 13);
            x15 ^= Integer.rotateLeft(x11 + x7, 18);

            x1 ^= Integer.rotateLeft(x0 + x3, 7);
            x2 ^= Integer.rotateLeft(x1 + x0, 9);
            x3 ^= Integer.rotateLeft(x2 + x1, 13);
            x0 ^= Integer.rotateLeft(x3 + x2, 18);

            x6 ^= Integer.rotateLeft(x5 + x4, 7);
            x7 ^= Integer.rotateLeft(x6 + x5, 9);
            x4 ^= Integer.rotateLeft(x7 + x6, 13);
            x5 ^= Integer.rotateLeft(x4 + x7, 18);

            x11 ^= Integer.rotateLeft(x10 + x9, 7);
            x8 ^= Integer.rotateLeft(x11 + x10, 9);
            x9 ^= Integer.rotateLeft(x8 + x11, 13);
            x10 ^= Integer.rotateLeft(x9 + x8, 18);

            x12 ^= Integer.rotateLeft(x15 + x14, 7);
            x13 ^= Integer.rotateLeft(x12 + x15, 9);
            x14 ^= Integer.rotateLeft(x13 + x12, 13);
            x15 ^= Integer.rotateLeft(x14 + x13, 18);
        }
        target[at] += x0;
        target[at + 1] += x1;
        target[at + 2] += x2;
        target[at + 3] += x3;
        target[at + 4] += x4;
        target[at + 5] += x5;
        target[at + 6] += x6;
        target[at + 7] += x7;
        target[at + 8] += x8;
        target[at + 9] += x9;
        target[at + 10] += x10;
        target[at + 11] += x11;
        target[at + 12] += x12;
        target[at + 13] += x13;
        target[at + 14] += x14;
        target[at + 15] += x15;
    }
}
