package dev.coffer.testing;

import java.util.Arrays;
import java.util.Random;

/** Made-up content, the same for the same seed. One thread at a time. */
public final class RandomData {

    private static final int VOCABULARY = 500;
    private static final int MAX_WORD = 12;

    private final Random random;

    public RandomData(long seed) {
        random = new Random(seed);
    }

    /** The generator itself, for all other choices of a test. */
    public Random random() {
        return random;
    }

    /** Between the two, the first included. */
    public int between(int from, int to) {
        return random.nextInt(from, to);
    }

    /** Bytes no one can compress. */
    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The same byte again and again. */
    public static byte[] repeated(int value, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** Lower-case words in lines, compressible like prose. */
    public byte[] text(int length) {
        byte[][] words = new byte[VOCABULARY][];
        Arrays.setAll(words, i -> word());
        byte[] text = new byte[length];
        int at = 0;
        while (at < length) {
            byte[] word = words[(int) (VOCABULARY * Math.pow(random.nextDouble(), 3))];
            int part = Math.min(word.length, length - at);
            System.arraycopy(word, 0, text, at, part);
            at += part;
        }
        return text;
    }

    private byte[] word() {
        byte[] word = new byte[random.nextInt(2, MAX_WORD)];
        for (int i = 0; i < word.length - 1; i++) {
            word[i] = (byte) random.nextInt('a', 'z' + 1);
        }
        word[word.length - 1] = (byte) (random.nextInt(10) == 0 ? '\n' : ' ');
        return word;
    }

    /** Stretches of random bytes, text, zeros, and repetitions of what came before, each up to {@code maxStretch} long. */
    public byte[] mixed(int length, int maxStretch) {
        byte[] mixed = new byte[length];
        int at = 0;
        while (at < length) {
            int stretch = Math.min(random.nextInt(1, maxStretch + 1), length - at);
            System.arraycopy(stretch(mixed, at, stretch), 0, mixed, at, stretch);
            at += stretch;
        }
        return mixed;
    }

    private byte[] stretch(byte[] before, int at, int length) {
        return switch (random.nextInt(4)) {
            case 0 -> bytes(length);
            case 1 -> text(length);
            case 2 -> new byte[length];
            default -> repetition(before, at, length);
        };
    }

    private byte[] repetition(byte[] before, int at, int length) {
        int start = at == 0 ? 0 : random.nextInt(at);
        return Arrays.copyOfRange(before, start, start + length);
    }
}
