package dev.coffer.backend.http;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** As much of DER, the binary form of certificates and keys, as it takes to put a key into a wrapper. */
final class Der {

    static final byte[] NULL = {0x05, 0x00};
    static final int TAG_0 = 0xa0;

    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int OBJECT_ID = 0x06;
    private static final int SEQUENCE = 0x30;

    private Der() {}

    static byte[] integer(int small) {
        return element(INTEGER, new byte[] {(byte) small});
    }

    static byte[] octets(byte[] content) {
        return element(OCTETS, content);
    }

    static byte[] objectId(int... encoded) {
        byte[] content = new byte[encoded.length];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) encoded[i];
        }
        return element(OBJECT_ID, content);
    }

    static byte[] sequence(byte[]... elements) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] element : elements) {
            content.writeBytes(element);
        }
        return element(SEQUENCE, content.toByteArray());
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length >= 0x100) {
            out.write(0x82);
            out.write(content.length >> 8);
        } else if (content.length >= 0x80) {
            out.write(0x81);
        }
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    /** What is inside an element. */
    static byte[] content(byte[] element) {
        return Arrays.copyOfRange(element, headerLength(element, 0), elementEnd(element, 0));
    }

    /** Elements that follow one another. */
    static List<byte[]> elements(byte[] bytes) {
        List<byte[]> elements = new ArrayList<>();
        int start = 0;
        while (start < bytes.length) {
            int end = elementEnd(bytes, start);
            elements.add(Arrays.copyOfRange(bytes, start, end));
            start = end;
        }
        return elements;
    }

    private static int headerLength(byte[] bytes, int start) {
        if (bytes.length < start + 2) {
            throw new IllegalArgumentException("ended within an element");
        }
        int first = bytes[start + 1] & 0xff;
        return first < 0x80 ? 2 : 2 + (first & 0x7f);
    }

    private static int elementEnd(byte[] bytes, int start) {
        int header = headerLength(bytes, start);
        int length = header == 2 ? bytes[start + 1] & 0x7f : 0;
        for (int i = 2; i < header; i++) {
            length = (length << 8) | (bytes[Math.min(start + i, bytes.length - 1)] & 0xff);
        }
        int end = start + header + length;
        if (header > 5 || length < 0 || end > bytes.length) {
            throw new IllegalArgumentException("ended within an element");
        }
        return end;
    }
}
