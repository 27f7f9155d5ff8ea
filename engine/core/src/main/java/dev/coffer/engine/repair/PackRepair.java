package dev.coffer.engine.repair;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.FileRemoval;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Replaces damaged packs by new ones with whatever in them still opens. Nothing is removed before what replaces it is stored and
 * listed, nor before there is a copy of the damaged packs elsewhere.
 *
 * <p>The caller holds an exclusive lock and has loaded the index, which is of no use afterwards. Takes the memory of two packs.
 * For one repair, on one thread.
 */
public final class PackRepair {

    private final Repository repository;
    private final Set<ObjectId> packs;
    private final Consumer<RepairNote> notes;
    private final ProgressListener progress;

    /**
     * A repair that is still to be done.
     *
     * @param packs the damaged ones, also such that are missing
     * @param notes told of what is not saved
     */
    public PackRepair(
            Repository repository, Set<ObjectId> packs, Consumer<RepairNote> notes, ProgressListener progress) {
        this.repository = repository;
        this.packs = new LinkedHashSet<>(packs);
        this.notes = notes;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param saved number of blobs that are in new packs
     * @param lost number of blobs that no pack has any more
     * @param notRemoved damaged packs that are still there; no index lists them, so they do no harm
     */
    public record Result(int saved, int lost, List<FileRemoval.Failure> notRemoved) {}

    /**
     * Saves a copy of each pack as {@code pack-ID}.
     *
     * @throws java.nio.file.FileAlreadyExistsException rather than to replace a file
     */
    public void saveCopies(Path folder) throws IOException {
        announce("save copies of the packs");
        for (ObjectId pack : packs) {
            Optional<byte[]> bytes = load(pack);
            if (bytes.isEmpty()) {
                notes.accept(new RepairNote.PackMissing(pack));
            } else {
                Files.write(folder.resolve("pack-" + pack), bytes.get(), StandardOpenOption.CREATE_NEW);
            }
        }
    }

    /** Replaces the packs. */
    public Result repair() throws IOException {
        announce("save what is not damaged");
        Salvage salvage = salvage();
        Losses losses = new Losses();
        salvage.forEachDamaged(losses::add);
        announce("rewrite the index");
        repository.indexRewriter().rewrite(repository.index(), packs);
        announce("remove the damaged packs");
        return new Result(salvage.savedBlobs(), losses.count, new FileRemoval(repository, FileType.PACK).remove(packs));
    }

    private Salvage salvage() throws IOException {
        try (BlobSaver saver = repository.startSaving()) {
            Salvage salvage = new Salvage(repository.codec(), saver);
            Map<ObjectId, List<PackedBlob>> indexed = indexed();
            for (ObjectId pack : packs) {
                salvage(pack, indexed.getOrDefault(pack, List.of()), salvage);
            }
            saver.flush();
            return salvage;
        }
    }

    private void salvage(ObjectId pack, List<PackedBlob> indexed, Salvage salvage) throws IOException {
        List<byte[]> readings = readings(pack);
        for (byte[] bytes : readings) {
            for (PackedBlob blob : indexed) {
                salvage.salvage(blob, bytes);
            }
            for (PackedBlob blob : inHeader(pack, bytes)) {
                salvage.salvage(blob, bytes);
            }
        }
        if (readings.isEmpty()) {
            indexed.forEach(blob -> salvage.give(blob.handle(), "its pack does not exist"));
        }
    }

    /** What a faulty connection spoils may be sound when read again; and what is not there the second time, may have been before. */
    private List<byte[]> readings(ObjectId pack) throws IOException {
        List<byte[]> readings = new ArrayList<>();
        load(pack).ifPresent(readings::add);
        if (!readings.isEmpty() && !ObjectId.of(readings.getFirst()).equals(pack)) {
            load(pack)
                    .filter(again -> !Arrays.equals(again, readings.getFirst()))
                    .ifPresent(readings::add);
        }
        return readings;
    }

    /** Not from any cache, as its copy may be the damaged one. */
    private Optional<byte[]> load(ObjectId pack) throws IOException {
        try {
            return Optional.of(repository.backend().load(Handle.of(FileType.PACK, pack.toString())));
        } catch (BackendException.Missing _) {
            return Optional.empty();
        }
    }

    private Map<ObjectId, List<PackedBlob>> indexed() {
        Map<ObjectId, List<PackedBlob>> blobs = new HashMap<>();
        repository.index().forEachPack(indexed -> {
            if (packs.contains(indexed.pack())) {
                blobs.put(indexed.pack(), indexed.blobs());
            }
        });
        return blobs;
    }

    private List<PackedBlob> inHeader(ObjectId pack, byte[] bytes) throws IOException {
        try {
            return repository.packHeaders().parse(pack, bytes, bytes.length, bytes.length);
        } catch (CorruptData _) {
            return List.of();
        }
    }

    /** Sorts out which of the damaged blobs are lost, before the index forgets where they were. */
    private final class Losses {

        private int count;

        void add(BlobHandle blob, String reason) {
            boolean elsewhere =
                    repository.index().lookupAll(blob).stream().anyMatch(location -> !packs.contains(location.pack()));
            count += elsewhere ? 0 : 1;
            notes.accept(
                    elsewhere ? new RepairNote.BlobElsewhere(blob, reason) : new RepairNote.BlobLost(blob, reason));
        }
    }

    private void announce(String stage) {
        progress.on(new ProgressEvent.Notice(stage));
    }
}
