package dev.coffer.engine.compress;

import com.github.luben.zstd.*;
import java.io.IOException;

public final class ZstdCodec {
    public ZstdCodec(CompressionMode m) {}

    public int maxCompressedLength(int n) {
        return (int) Zstd.compressBound(n);
    }

    public int compress(byte[] s, int o, int l, byte[] d, int dof) {
        return (int) Zstd.compressByteArray(d, dof, d.length - dof, s, o, l, 3);
    }

    public byte[] compress(byte[] s) {
        return Zstd.compress(s, 3);
    }

    public int decompress(byte[] s, int o, int l, byte[] d, int dof, int expected) throws IOException {
        long n = Zstd.decompressByteArray(d, dof, expected, s, o, l);
        if (n != expected) throw new IOException("frame");
        return expected;
    }

    public byte[] decompress(byte[] s, int o, int l, int max) throws IOException {
        try (var in = new ZstdInputStream(new java.io.ByteArrayInputStream(s, o, l))) {
            return in.readAllBytes();
        }
    }
}
