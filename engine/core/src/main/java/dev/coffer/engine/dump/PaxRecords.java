package dev.coffer.engine.dump;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** The records of an extended header: what does not fit into a plain one, and what that has no fields for. */
final class PaxRecords {

    private final SortedMap<String, byte[]> records = new TreeMap<>();

    private PaxRecords() {}

    static PaxRecords of(TarEntry entry) {
        PaxRecords records = new PaxRecords();
        boolean plain =
                UstarPath.of(entry.name()).isPresent() && entry.attributes().isEmpty();
        records.text("linkpath", entry.linkName(), TarHeader.LINK_NAME);
        records.text("uname", entry.user(), TarHeader.OWNER_NAME);
        records.text("gname", entry.group(), TarHeader.OWNER_NAME);
        records.number("uid", entry.uid(), TarHeader.ID);
        records.number("gid", entry.gid(), TarHeader.ID);
        records.number("size", entry.size(), TarHeader.SIZE);
        records.number("mtime", entry.seconds(), TarHeader.TIME);
        if (!plain || !records.isEmpty()) {
            records.text("path", entry.name(), TarHeader.NAME);
        }
        records.records.putAll(entry.attributes());
        return records;
    }

    private void text(String key, byte[] text, int length) {
        if (text.length > length || !TarHeader.isAscii(text)) {
            records.put(key, text);
        }
    }

    private void number(String key, long number, int length) {
        if (!TarHeader.fits(number, length)) {
            records.put(key, Long.toString(number).getBytes(StandardCharsets.US_ASCII));
        }
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** Each record as {@code <length> <key>=<value>\n}, the length being that of the whole record, itself included. */
    byte[] encode() {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        records.forEach((key, value) -> {
            byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
            int rest = keyBytes.length + value.length + " =\n".length();
            encoded.writeBytes((totalLength(rest) + " ").getBytes(StandardCharsets.US_ASCII));
            encoded.writeBytes(keyBytes);
            encoded.write('=');
            encoded.writeBytes(value);
            encoded.write('\n');
        });
        return encoded.toByteArray();
    }

    private static int totalLength(int rest) {
        int total = rest + Integer.toString(rest).length();
        return rest + Integer.toString(total).length();
    }
}
