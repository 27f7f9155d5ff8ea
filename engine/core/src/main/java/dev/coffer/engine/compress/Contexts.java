package dev.coffer.engine.compress;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import dev.coffer.engine.buffer.Pool;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The native contexts of the process. They start every message anew, whatever became of the one before. */
final class Contexts {

    static final Pool<ZstdDecompressCtx> DECOMPRESSION = new Pool<>(ZstdDecompressCtx::new);

    /** What is this short gains little from more effort: level 3 would take a fifth longer to save 2 %. */
    private static final int SHORT = 256 << 10;

    private static final int SHORT_LEVEL = 2;

    /** Looking for matches of four bytes, as usual with the shortest messages, takes longer and finds hardly more. */
    private static final int SHORT_MIN_MATCH = 5;

    private static final Pool<ZstdCompressCtx> SHORT_COMPRESSION =
            new Pool<>(() -> newContext(SHORT_LEVEL).setMinMatch(SHORT_MIN_MATCH));

    private static final Map<CompressionMode, Pool<ZstdCompressCtx>> COMPRESSION = new EnumMap<>(CompressionMode.class);

    static {
        for (CompressionMode mode : CompressionMode.values()) {
            COMPRESSION.put(mode, new Pool<>(() -> newContext(mode.level())));
        }
    }

    private Contexts() {}

    /** Contexts to compress so many bytes with. */
    static Pool<ZstdCompressCtx> compression(CompressionMode mode, int length) {
        return mode.spendsLessOnShort() && length <= SHORT
                ? SHORT_COMPRESSION
                : Objects.requireNonNull(COMPRESSION.get(mode));
    }

    /** Frames tell their size, which lets readers allocate once, and have no checksum: the blob id is one. */
    private static ZstdCompressCtx newContext(int level) {
        return new ZstdCompressCtx()
                .setLevel(level)
                .setContentSize(true)
                .setChecksum(false)
                .setDictID(false);
    }
}
