package dev.coffer.engine.restore;

import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.repository.BlobLoader;
import dev.coffer.engine.repository.BlobLoader.BlobReceiver;
import dev.coffer.engine.tasks.TaskGroup;
import dev.coffer.engine.tasks.TaskLimit;
import java.io.IOException;
import java.util.List;

/**
 * Fetches planned pieces, one task for each pack, and has them written by the thread that fetched and opened them.
 *
 * <p>Memory: a task holds one range of a pack, at most 8 MiB unless a single blob is longer, and one opened blob. There are as many
 * tasks as connections, or cores if these are more, and one further so that there is work while others wait; fewer if the
 * heap is too small for them.
 */
final class ContentRestorer {

    /** What one task needs at most, for all usual sizes of blobs, and something to spare. */
    private static final long TASK_MEMORY = 48L << 20;

    /** Files without content to write are dealt with in groups. */
    private static final int FILES_PER_TASK = 256;

    private final RestoreRun run;
    private final BlobLoader blobs;

    ContentRestorer(RestoreRun run) {
        this.run = run;
        this.blobs = run.repository().blobs();
    }

    void restore(RestorePlan plan) throws IOException {
        run.repository().warmUp(plan.packs(), run.progress().listener());
        try (FileWriter writer = new FileWriter(run);
                TaskGroup tasks = new TaskGroup("restore", parallelism())) {
            List<PlannedFile> empty = plan.withoutPieces();
            for (int from = 0; from < empty.size(); from += FILES_PER_TASK) {
                List<PlannedFile> some = empty.subList(from, Math.min(from + FILES_PER_TASK, empty.size()));
                tasks.fork(() -> writeNothing(writer, some));
            }
            for (int i = 0; i < plan.packCount(); i++) {
                int pack = i;
                tasks.fork(() -> fetch(plan.piecesOf(pack), writer));
            }
            tasks.join();
        }
    }

    private int parallelism() {
        return TaskLimit.of(run.repository().backend().properties().connections(), TASK_MEMORY);
    }

    private static void writeNothing(FileWriter writer, List<PlannedFile> files) throws IOException {
        for (PlannedFile file : files) {
            writer.writeNothing(file);
        }
    }

    private void fetch(PackPieces pieces, FileWriter writer) throws IOException {
        blobs.loadFromPack(pieces.pack(), pieces.blobs(), new BlobReceiver() {
            @Override
            public void loaded(PackedBlob blob, byte[] content, int length) throws IOException {
                pieces.forEachTarget(blob, (file, position) -> writer.write(file, position, content, length));
            }

            @Override
            public void failed(PackedBlob blob, IOException reason) throws IOException {
                pieces.forEachTarget(blob, (file, position) -> writer.miss(file, reason));
            }
        });
    }
}
