package dev.coffer.engine.compress;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The native contexts of the process. They start every message anew, whatever became of the one before. */
final class Contexts {

    static final Pool<ZstdDecompressCtx> DECOMPRESSION = new Pool<>(ZstdDecompressCtx::new);

    private static final Map<CompressionMode, Pool<ZstdCompressCtx>> COMPRESSION =
            new EnumMap<>(Arrays.stream(CompressionMode.values())
                    .collect(Collectors.toMap(Function.identity(), mode -> new Pool<>(() -> newContext(mode)))));

    private Contexts() {}

    static Pool<ZstdCompressCtx> compression(CompressionMode mode) {
        return Objects.requireNonNull(COMPRESSION.get(mode));
    }

    /** Frames tell their size, which lets readers allocate once, and have no checksum: the blob id is one. */
    private static ZstdCompressCtx newContext(CompressionMode mode) {
        return new ZstdCompressCtx()
                .setLevel(mode.level())
                .setContentSize(true)
                .setChecksum(false)
                .setDictID(false);
    }
}
