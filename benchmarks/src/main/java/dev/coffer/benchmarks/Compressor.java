package dev.coffer.benchmarks;

import dev.coffer.engine.compress.CompressionMode;
import dev.coffer.engine.compress.CorruptFrame;
import dev.coffer.engine.compress.ZstdCodec;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import io.airlift.compress.v3.zstd.ZstdJavaDecompressor;

/** Who compresses. */
public enum Compressor {
    COFFER_AUTO,
    COFFER_FASTEST,
    COFFER_BETTER,
    COFFER_MAX,
    /** About level 3. */
    AIRCOMPRESSOR;

    /** A new one, for one thread at a time. */
    Codec newCodec() {
        return switch (this) {
            case COFFER_AUTO -> new Coffer(CompressionMode.AUTO);
            case COFFER_FASTEST -> new Coffer(CompressionMode.FASTEST);
            case COFFER_BETTER -> new Coffer(CompressionMode.BETTER);
            case COFFER_MAX -> new Coffer(CompressionMode.MAX);
            case AIRCOMPRESSOR -> new Aircompressor();
        };
    }

    /** What both have in common. */
    interface Codec {

        int maxCompressedLength(int length);

        /** Compresses everything and returns the length of the frame. */
        int compress(byte[] content, byte[] frame);

        /** Decompresses to a target of exactly the right length, which is returned. */
        int decompress(byte[] frame, int frameLength, byte[] target) throws CorruptFrame;
    }

    private static final class Coffer implements Codec {

        private final ZstdCodec codec;

        private Coffer(CompressionMode mode) {
            codec = new ZstdCodec(mode);
        }

        @Override
        public int maxCompressedLength(int length) {
            return codec.maxCompressedLength(length);
        }

        @Override
        public int compress(byte[] content, byte[] frame) {
            return codec.compress(content, 0, content.length, frame, 0);
        }

        @Override
        public int decompress(byte[] frame, int frameLength, byte[] target) throws CorruptFrame {
            return codec.decompress(frame, 0, frameLength, target, 0, target.length);
        }
    }

    private static final class Aircompressor implements Codec {

        private final ZstdJavaCompressor compressor = new ZstdJavaCompressor();
        private final ZstdJavaDecompressor decompressor = new ZstdJavaDecompressor();

        @Override
        public int maxCompressedLength(int length) {
            return compressor.maxCompressedLength(length);
        }

        @Override
        public int compress(byte[] content, byte[] frame) {
            return compressor.compress(content, 0, content.length, frame, 0, frame.length);
        }

        @Override
        public int decompress(byte[] frame, int frameLength, byte[] target) {
            return decompressor.decompress(frame, 0, frameLength, target, 0, target.length);
        }
    }
}
