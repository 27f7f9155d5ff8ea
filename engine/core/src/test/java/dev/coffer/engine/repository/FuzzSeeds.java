package dev.coffer.engine.repository;

import dev.coffer.backend.FileType;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.host.ProcessMark;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.json.GoTime;
import dev.coffer.engine.pack.PackHeader;
import dev.coffer.engine.pack.PackedBlob;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bytes that parsers take for what they should be: what restic has written, and what we write. */
final class FuzzSeeds {

    private static final int MOST_OF_A_KIND = 12;

    private FuzzSeeds() {}

    /** For each parser, a few of all golden repositories; to open these takes longer than all else. */
    static Map<FuzzedParser, List<byte[]>> all() throws IOException {
        Map<FuzzedParser, List<byte[]>> seeds = new EnumMap<>(FuzzedParser.class);
        for (GoldenRepository golden : GoldenRepository.values()) {
            try (Repository repository = golden.open()) {
                for (FuzzedParser parser : FuzzedParser.values()) {
                    seeds.computeIfAbsent(parser, _ -> new ArrayList<>()).addAll(of(parser, repository));
                }
            }
        }
        return seeds;
    }

    private static List<byte[]> of(FuzzedParser parser, Repository repository) throws IOException {
        return switch (parser) {
            case CONFIG -> List.of(repository.config().encode());
            case KEY -> List.of(repository.keys().load(repository.keyId()).encode());
            case MASTER_KEY -> List.of(repository.exportMasterKey());
            case LOCK -> List.of(lock());
            case INDEX -> documents(repository, FileType.INDEX);
            case SNAPSHOT -> documents(repository, FileType.SNAPSHOT);
            case TREE, LONG_TREE -> blobs(repository, BlobType.TREE);
            case PACK_HEADER -> headers(repository);
            case PACK_TAIL -> headers(repository).stream().map(FuzzSeeds::tail).toList();
            case FRAME, BLOB ->
                blobs(repository, BlobType.TREE).stream()
                        .map(FuzzSeeds::claimed)
                        .toList();
            case FRAME_OF_UNKNOWN_LENGTH, FRAME_STREAM ->
                blobs(repository, BlobType.TREE).stream()
                        .map(FuzzedParser::compress)
                        .toList();
        };
    }

    private static byte[] lock() {
        return new LockFile(GoTime.ZERO, true, FuzzedParser.SELF, Optional.of(new ProcessMark("boot", 4, 5))).encode();
    }

    private static List<byte[]> documents(Repository repository, FileType type) throws IOException {
        List<byte[]> documents = new ArrayList<>();
        for (ObjectId id : repository.files().list(type)) {
            documents.add(repository.files().load(type, id));
        }
        return documents;
    }

    private static List<byte[]> blobs(Repository repository, BlobType type) throws IOException {
        List<byte[]> blobs = new ArrayList<>();
        for (IndexedPack pack : repository.index().packsWithBlobs()) {
            for (PackedBlob blob : pack.blobs()) {
                if (blob.handle().type() == type && blobs.size() < MOST_OF_A_KIND) {
                    blobs.add(repository
                            .blobs()
                            .load(new BlobHandle(type, blob.handle().id())));
                }
            }
        }
        return blobs;
    }

    private static List<byte[]> headers(Repository repository) {
        List<byte[]> headers = new ArrayList<>();
        repository.index().forEachPack(pack -> headers.add(PackHeader.encode(pack.blobs())));
        return headers.subList(0, Math.min(headers.size(), MOST_OF_A_KIND));
    }

    private static byte[] tail(byte[] header) {
        byte[] sealed = FuzzedParser.seal(header);
        ByteBuffer tail = ByteBuffer.allocate(sealed.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        return bytes(tail.put(sealed).putInt(sealed.length));
    }

    private static byte[] claimed(byte[] content) {
        byte[] frame = FuzzedParser.compress(content);
        return bytes(ByteBuffer.allocate(frame.length + Integer.BYTES)
                .putInt(content.length)
                .put(frame));
    }

    private static byte[] bytes(ByteBuffer written) {
        byte[] bytes = new byte[written.position()];
        written.flip().get(bytes);
        return bytes;
    }
}
