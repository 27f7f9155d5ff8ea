package dev.coffer.engine.dump;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The 512-byte block that stands before each entry of a tar archive. */
final class TarHeader {

    static final int BLOCK = 512;

    /** Lengths of fields. */
    static final int NAME = 100;

    static final int LINK_NAME = 100;
    static final int OWNER_NAME = 32;
    static final int ID = 8;
    static final int SIZE = 12;
    static final int TIME = 12;

    private static final int MODE_AT = 100;
    private static final int UID_AT = 108;
    private static final int GID_AT = 116;
    private static final int SIZE_AT = 124;
    private static final int TIME_AT = 136;
    private static final int CHECKSUM_AT = 148;
    private static final int TYPE_AT = 156;
    private static final int LINK_NAME_AT = 157;
    private static final int MAGIC_AT = 257;
    private static final int USER_AT = 265;
    private static final int GROUP_AT = 297;
    private static final int DEVICE_MAJOR_AT = 329;
    private static final int DEVICE_MINOR_AT = 337;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX = 155;
    private static final int CHECKSUM = 8;
    private static final int CHECKSUM_DIGITS = 7;
    private static final byte EXTENSION_TYPE = 'x';
    private static final byte[] MAGIC = "ustar\00000".getBytes(StandardCharsets.US_ASCII);

    private final byte[] block = new byte[BLOCK];

    private TarHeader() {}

    /** The header of an entry that fits into one. */
    static byte[] ustar(TarEntry entry, UstarPath path) {
        TarHeader header = new TarHeader();
        header.entry(entry, path.name());
        header.text(PREFIX_AT, PREFIX, path.prefix());
        return header.finish();
    }

    /** The header of an entry that an extension precedes: it holds what fits, for readers that know no extensions. */
    static byte[] truncated(TarEntry entry) {
        TarHeader header = new TarHeader();
        header.entry(entry, entry.name());
        return header.finish();
    }

    /** The header of the extension that precedes the entry of the given name. */
    static byte[] extension(byte[] name, int length) {
        TarHeader header = new TarHeader();
        byte[] path = ascii(extensionName(name));
        byte[] shortened = Arrays.copyOf(path, Math.min(path.length, NAME));
        header.text(0, NAME, shortened);
        header.number(MODE_AT, ID, 0);
        header.number(UID_AT, ID, 0);
        header.number(GID_AT, ID, 0);
        header.number(SIZE_AT, SIZE, length);
        header.number(TIME_AT, TIME, 0);
        header.block[TYPE_AT] = EXTENSION_TYPE;
        return header.finish();
    }

    /** {@code a/b/c} becomes {@code a/b/PaxHeaders.0/c}, and {@code a/b/} becomes {@code a/b/PaxHeaders.0}. */
    private static byte[] extensionName(byte[] name) {
        String path = new String(name, StandardCharsets.ISO_8859_1);
        int slash = path.lastIndexOf('/');
        String file = path.substring(slash + 1);
        String extension = path.substring(0, slash + 1) + "PaxHeaders.0" + (file.isEmpty() ? "" : "/" + file);
        return extension.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void entry(TarEntry entry, byte[] name) {
        text(0, NAME, ascii(name));
        number(MODE_AT, ID, entry.mode());
        number(UID_AT, ID, entry.uid());
        number(GID_AT, ID, entry.gid());
        number(SIZE_AT, SIZE, entry.size());
        number(TIME_AT, TIME, entry.seconds());
        block[TYPE_AT] = entry.type();
        text(LINK_NAME_AT, LINK_NAME, ascii(entry.linkName()));
        text(USER_AT, OWNER_NAME, ascii(entry.user()));
        text(GROUP_AT, OWNER_NAME, ascii(entry.group()));
        number(DEVICE_MAJOR_AT, ID, 0);
        number(DEVICE_MINOR_AT, ID, 0);
    }

    private byte[] finish() {
        System.arraycopy(MAGIC, 0, block, MAGIC_AT, MAGIC.length);
        Arrays.fill(block, CHECKSUM_AT, CHECKSUM_AT + CHECKSUM, (byte) ' ');
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xFF;
        }
        number(CHECKSUM_AT, CHECKSUM_DIGITS, sum);
        return block;
    }

    /** Cuts off what is too long; not in the middle of the slashes that would make a file look like a directory. */
    private void text(int at, int length, byte[] text) {
        System.arraycopy(text, 0, block, at, Math.min(text.length, length));
        if (text.length > length) {
            for (int end = at + length - 1; end >= at && block[end] == '/'; end--) {
                block[end] = 0;
            }
        }
    }

    /** Octal with leading zeros and a NUL behind; zero for a number that does not fit. */
    private void number(int at, int length, long number) {
        String digits = Long.toOctalString(fits(number, length) ? number : 0);
        String padded = "0".repeat(length - 1 - digits.length()) + digits;
        System.arraycopy(padded.getBytes(StandardCharsets.US_ASCII), 0, block, at, length - 1);
        block[at + length - 1] = 0;
    }

    /** Whether a number field of this length can hold the number. */
    static boolean fits(long number, int length) {
        return number >= 0 && number < 1L << (3 * (length - 1));
    }

    static boolean isAscii(byte[] text) {
        for (byte b : text) {
            if (b <= 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(byte[] text) {
        byte[] ascii = new byte[text.length];
        int length = 0;
        for (byte b : text) {
            if (b > 0) {
                ascii[length++] = b;
            }
        }
        return Arrays.copyOf(ascii, length);
    }
}
