package dev.coffer.engine.dump;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * POSIX access lists: from the form in which Linux keeps them in an extended attribute to their text form, with numeric ids.
 * The binary form is a version (4 bytes, 2) and entries of tag (2 bytes), permissions (2), and id (4), all little-endian.
 */
final class PosixAcl {

    private static final int VERSION = 2;
    private static final int HEADER = 4;
    private static final int ENTRY = 8;

    private static final int USER_OWNER = 0x01;
    private static final int USER = 0x02;
    private static final int GROUP_OWNER = 0x04;
    private static final int GROUP = 0x08;
    private static final int MASK = 0x10;
    private static final int OTHER = 0x20;

    private PosixAcl() {}

    /** One entry a line; empty if the bytes are no access list. */
    static Optional<String> toText(byte[] binary) {
        ByteBuffer acl = ByteBuffer.wrap(binary).order(ByteOrder.LITTLE_ENDIAN);
        boolean wellFormed =
                binary.length >= HEADER && (binary.length - HEADER) % ENTRY == 0 && acl.getInt() == VERSION;
        if (!wellFormed) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        while (acl.hasRemaining()) {
            int tag = acl.getShort();
            int permissions = acl.getShort();
            String id = Integer.toUnsignedString(acl.getInt());
            Optional<String> subject = subject(tag, id);
            if (subject.isEmpty()) {
                return Optional.empty();
            }
            text.append(subject.get())
                    .append(':')
                    .append(permissions(permissions))
                    .append('\n');
        }
        return Optional.of(text.toString());
    }

    private static Optional<String> subject(int tag, String id) {
        return switch (tag) {
            case USER_OWNER -> Optional.of("user:");
            case USER -> Optional.of("user:" + id);
            case GROUP_OWNER -> Optional.of("group:");
            case GROUP -> Optional.of("group:" + id);
            case MASK -> Optional.of("mask:");
            case OTHER -> Optional.of("other:");
            default -> Optional.empty();
        };
    }

    private static String permissions(int bits) {
        return ((bits & 4) != 0 ? "r" : "-") + ((bits & 2) != 0 ? "w" : "-") + ((bits & 1) != 0 ? "x" : "-");
    }
}
