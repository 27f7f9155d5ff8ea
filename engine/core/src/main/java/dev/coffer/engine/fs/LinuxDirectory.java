package dev.coffer.engine.fs;

import dev.coffer.engine.text.NativeString;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads the names in a directory with {@code getdents64(2)}. */
final class LinuxDirectory {

    private static final int RECORD_LENGTH = 16;
    private static final int NAME = 19;
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());

    private LinuxDirectory() {}

    static List<String> names(String directory) throws IOException {
        try (Scratch memory = Scratch.take()) {
            long descriptor = LinuxOpenFile.openDirectory(memory, directory);
            try {
                return names(memory, descriptor, directory);
            } finally {
                memory.closeDescriptor(descriptor);
            }
        }
    }

    private static List<String> names(Scratch memory, long descriptor, String directory) throws IOException {
        List<String> names = new ArrayList<>();
        while (true) {
            long length = memory.call(SystemCall.GETDENTS64, descriptor, memory.buffer.address(), Scratch.BUFFER_SIZE);
            LinuxFiles.require(length, directory, "list the directory");
            if (length == 0) {
                return names;
            }
            addAll(memory.bytes(length), names);
        }
    }

    private static void addAll(byte[] records, List<String> names) {
        int at = 0;
        while (at < records.length) {
            int start = at + NAME;
            int end = start;
            while (records[end] != 0) {
                end++;
            }
            if (!isDots(records, start, end)) {
                names.add(NativeString.decode(records, start, end - start));
            }
            at += (short) SHORT.get(records, at + RECORD_LENGTH) & 0xFFFF;
        }
    }

    private static boolean isDots(byte[] records, int start, int end) {
        return records[start] == '.' && (end - start == 1 || (end - start == 2 && records[start + 1] == '.'));
    }
}
