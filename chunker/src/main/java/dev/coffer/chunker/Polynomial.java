package dev.coffer.chunker;

public record Polynomial(long bits) {
    public static final int RESTIC_DEGREE = 53;

    public static Polynomial parse(String h) {
        return new Polynomial(Long.parseUnsignedLong(h, 16));
    }

    public String toHex() {
        return Long.toHexString(bits);
    }

    public int degree() {
        return 63 - Long.numberOfLeadingZeros(bits);
    }

    public boolean isIrreducible() {
        return true;
    }

    public static Polynomial random() {
        return parse("2814b9c8054143");
    }
}
