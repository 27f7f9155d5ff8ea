package dev.coffer.engine.repair;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.BlobLocation;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.repository.BlobLoader.BlobReceiver;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.tasks.TaskGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Another repository, such as a copy. It helps with files only as far as it cuts them in the same places. */
public final class OtherRepository implements BlobSource {

    private final Repository repository;

    /** @param repository its index is loaded; the caller's to lock and to close */
    public OtherRepository(Repository repository) {
        this.repository = repository;
    }

    @Override
    public void find(Set<BlobHandle> wanted, Sink sink) throws IOException {
        BlobReceiver receiver = new Receiver(sink);
        try (TaskGroup group = new TaskGroup(
                "blobs of another repository", repository.backend().properties().connections())) {
            for (Map.Entry<ObjectId, List<PackedBlob>> pack : byPack(wanted).entrySet()) {
                group.fork(() -> repository.blobs().loadFromPack(pack.getKey(), pack.getValue(), receiver));
            }
            group.join();
        }
    }

    private Map<ObjectId, List<PackedBlob>> byPack(Set<BlobHandle> wanted) {
        Map<ObjectId, List<PackedBlob>> packs = new HashMap<>();
        for (BlobHandle blob : wanted) {
            repository.index().lookup(blob).ifPresent(place -> add(place, packs));
        }
        return packs;
    }

    private static void add(BlobLocation place, Map<ObjectId, List<PackedBlob>> packs) {
        packs.computeIfAbsent(place.pack(), _ -> new ArrayList<>()).add(place.blob());
    }

    private record Receiver(Sink sink) implements BlobReceiver {

        @Override
        public void loaded(PackedBlob blob, byte[] content, int length) throws IOException {
            sink.found(blob.handle(), content, length);
        }

        @Override
        public void failed(PackedBlob blob, IOException reason) {
            // As if it were not there: the other repository is damaged, too.
        }
    }
}
