package dev.coffer.engine.text;

/** UTF-8, strictly. */
final class Utf8 {

    private Utf8() {}

    /** Length of the valid sequence that starts at {@code at} and ends before {@code end}, or 0 if there is none. */
    static int sequenceLength(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int size = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (size == 0 || end - at < size || !fitsSecond(first, bytes[at + 1] & 0xFF)) {
            return 0;
        }
        for (int i = 2; i < size; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return size;
    }

    /** The second byte rules out overlong forms, surrogates, and values above U+10FFFF. */
    private static boolean fitsSecond(int first, int second) {
        int lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        return second >= lowest && second <= highest;
    }

    /** The value of a valid sequence. */
    static int codePoint(byte[] bytes, int at, int size) {
        int value = size == 1 ? bytes[at] : bytes[at] & (0xFF >> (size + 1));
        for (int i = 1; i < size; i++) {
            value = (value << 6) | (bytes[at + i] & 0x3F);
        }
        return value;
    }

    /** Writes a value, surrogates too; returns the number of bytes. */
    static int put(int codePoint, byte[] target, int at) {
        int size = codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
        if (size == 1) {
            target[at] = (byte) codePoint;
            return 1;
        }
        int rest = codePoint;
        for (int i = size - 1; i > 0; i--) {
            target[at + i] = (byte) (0x80 | (rest & 0x3F));
            rest >>>= 6;
        }
        target[at] = (byte) ((0xF00 >> size) | rest);
        return size;
    }
}
