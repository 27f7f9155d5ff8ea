package dev.coffer.engine.dump;

import dev.coffer.engine.tree.NodeType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.OffsetDateTime;

/** The records of a zip archive, as in PKWARE's APPNOTE.TXT; chapter numbers refer to that. Numbers are little-endian. */
final class ZipRecords {

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int DATA_DESCRIPTOR = 0x08074b50;
    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_LOCATOR = 0x07064b50;
    private static final int END = 0x06054b50;

    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int END_64_LENGTH = 56;
    private static final int END_64_LOCATOR_LENGTH = 20;
    private static final int TIMESTAMP_LENGTH = 9;

    private static final int SIZES_BEHIND = 1 << 3;
    private static final int NAME_IS_UTF8 = 1 << 11;
    private static final int DEFLATED = 8;
    private static final int VERSION = 20;
    private static final int VERSION_64 = 45;
    private static final int MADE_ON_UNIX = 3 << 8;
    private static final int DOS_DIRECTORY = 0x10;
    private static final int EXTRA_64 = 0x0001;
    private static final int EXTRA_TIMESTAMP = 0x5455;

    private static final long MAX_32 = 0xFFFF_FFFFL;
    private static final int MAX_16 = 0xFFFF;

    private ZipRecords() {}

    /** 4.3.7, with sizes unless they come behind. */
    static byte[] localHeader(ZipEntry entry) {
        int extra = TIMESTAMP_LENGTH + (entry.big() ? 20 : 0);
        byte[] bytes = new byte[LOCAL_LENGTH + entry.name().length + extra];
        ByteBuffer record = littleEndian(bytes);
        record.putInt(LOCAL_HEADER).putShort((short) (entry.big() ? VERSION_64 : VERSION));
        common(entry, record, entry.big());
        record.putShort((short) entry.name().length).putShort((short) extra).put(entry.name());
        if (entry.big()) {
            record.putShort((short) EXTRA_64).putShort((short) 16).putLong(0).putLong(0);
        }
        timestamp(entry, record);
        return bytes;
    }

    /** What local and central headers share, from the flags to the sizes. */
    private static void common(ZipEntry entry, ByteBuffer record, boolean sizesElsewhere) {
        int flags = (entry.deflated() ? SIZES_BEHIND : 0) | (entry.utf8() ? NAME_IS_UTF8 : 0);
        record.putShort((short) flags).putShort((short) (entry.deflated() ? DEFLATED : 0));
        record.putInt(dosTime(entry.mtime())).putInt((int) entry.checksum());
        record.putInt((int) (sizesElsewhere ? MAX_32 : entry.compressedSize()));
        record.putInt((int) (sizesElsewhere ? MAX_32 : entry.size()));
    }

    /** 4.3.9. */
    static byte[] dataDescriptor(ZipEntry entry) {
        byte[] bytes = new byte[entry.big() ? 24 : 16];
        ByteBuffer record = littleEndian(bytes);
        record.putInt(DATA_DESCRIPTOR).putInt((int) entry.checksum());
        if (entry.big()) {
            record.putLong(entry.compressedSize()).putLong(entry.size());
        } else {
            record.putInt((int) entry.compressedSize()).putInt((int) entry.size());
        }
        return bytes;
    }

    /** 4.3.12. */
    static byte[] centralHeader(ZipEntry entry) {
        boolean farOff = entry.offset() >= MAX_32;
        int length64 = (entry.big() ? 16 : 0) + (farOff ? 8 : 0);
        int extra = TIMESTAMP_LENGTH + (length64 > 0 ? 4 + length64 : 0);
        int version = length64 > 0 ? VERSION_64 : VERSION;
        byte[] bytes = new byte[CENTRAL_LENGTH + entry.name().length + extra];
        ByteBuffer record = littleEndian(bytes);
        record.putInt(CENTRAL_HEADER).putShort((short) (MADE_ON_UNIX | version)).putShort((short) version);
        common(entry, record, entry.big());
        record.putShort((short) entry.name().length).putShort((short) extra);
        record.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        record.putInt((entry.unixMode() << 16) | (entry.type() == NodeType.DIR ? DOS_DIRECTORY : 0));
        record.putInt((int) (farOff ? MAX_32 : entry.offset())).put(entry.name());
        if (length64 > 0) {
            record.putShort((short) EXTRA_64).putShort((short) length64);
            sizes64(entry, record);
            if (farOff) {
                record.putLong(entry.offset());
            }
        }
        timestamp(entry, record);
        return bytes;
    }

    private static void sizes64(ZipEntry entry, ByteBuffer record) {
        if (entry.big()) {
            record.putLong(entry.size()).putLong(entry.compressedSize());
        }
    }

    /** 4.3.14 to 4.3.16: the end of the archive, in both widths where the plain one does not suffice. */
    static byte[] end(int entries, long start, long length) {
        boolean big = entries >= MAX_16 || start >= MAX_32 || length >= MAX_32;
        byte[] bytes = new byte[END_LENGTH + (big ? END_64_LENGTH + END_64_LOCATOR_LENGTH : 0)];
        ByteBuffer record = littleEndian(bytes);
        if (big) {
            record.putInt(END_64).putLong(END_64_LENGTH - 12);
            record.putShort((short) (MADE_ON_UNIX | VERSION_64)).putShort((short) VERSION_64);
            record.putInt(0)
                    .putInt(0)
                    .putLong(entries)
                    .putLong(entries)
                    .putLong(length)
                    .putLong(start);
            record.putInt(END_64_LOCATOR).putInt(0).putLong(start + length).putInt(1);
        }
        short count = (short) (big ? MAX_16 : entries);
        record.putInt(END)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(count)
                .putShort(count);
        record.putInt((int) (big ? MAX_32 : length))
                .putInt((int) (big ? MAX_32 : start))
                .putShort((short) 0);
        return bytes;
    }

    /** The time of modification in seconds since the epoch, as Info-ZIP keeps it. */
    private static void timestamp(ZipEntry entry, ByteBuffer record) {
        record.putShort((short) EXTRA_TIMESTAMP).putShort((short) 5).put((byte) 1);
        record.putInt((int) entry.mtime().toEpochSecond());
    }

    /** Date and time of day in two-second steps from 1980 to 2107, without an offset (4.4.6). */
    private static int dosTime(OffsetDateTime time) {
        int year = Math.clamp(time.getYear() - 1980, 0, 127);
        int date = (year << 9) | (time.getMonthValue() << 5) | time.getDayOfMonth();
        return (date << 16) | (time.getHour() << 11) | (time.getMinute() << 5) | (time.getSecond() / 2);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
