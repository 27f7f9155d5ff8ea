package dev.coffer.backend.contract;

import dev.coffer.backend.Backend;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Files for the tests of stores. */
public final class ContractFiles {

    private ContractFiles() {}

    /** The handle of a file whose name is made up from a label; for the config it is always the same. */
    public static Handle file(FileType type, String label) {
        return type == FileType.CONFIG ? Handle.CONFIG : Handle.of(type, name(label));
    }

    /** 64 hex digits made up from a label. */
    public static String name(String label) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(label.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Reproducible bytes without pattern. */
    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** All files of a type as the store lists them. */
    public static List<FileInfo> list(Backend backend, FileType type) throws IOException {
        List<FileInfo> files = new ArrayList<>();
        backend.list(type, files::add);
        return files;
    }

    /** Content that announces another length than it has. */
    static Content announcing(long length, byte[] bytes) {
        return content(length, () -> Content.of(bytes).open());
    }

    /** Content with other bytes each time it is read, as of a file that is changed on its way. */
    public static Content changing(int length) {
        byte[] bytes = bytes(length);
        return content(length, () -> {
            bytes[0]++;
            return Content.of(bytes.clone()).open();
        });
    }

    static Content content(long length, Supplier<InputStream> stream) {
        return new Content() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public InputStream open() {
                return stream.get();
            }
        };
    }
}
