package dev.coffer.engine.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.walk.TreeTestCase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyQueueTest extends TreeTestCase {

    @Test
    void a_full_queue_is_copied_at_once() throws Exception {
        List<BlobHandle> blobs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            blobs.add(BlobHandle.data(fixture.data(new byte[100 + i])));
        }
        List<ProgressEvent> steps = new ArrayList<>();
        try (Repository target = TestRepositories.init(new MemoryBackend());
                BlobSaver saver = target.startSaving()) {
            CopyQueue queue = new CopyQueue(fixture.repository(), saver, steps::add, 2);
            for (BlobHandle blob : blobs) {
                queue.queue(blob);
                queue.queue(blob);
            }
            assertThat(steps).hasSize(2);
            queue.copyQueued();
            saver.flush();
            assertThat(blobs).allMatch(target.index()::contains);
        }
    }

    /** So long that it is never in memory as a whole. */
    @Test
    void a_long_tree_stays_the_same() throws Exception {
        ObjectId tree = fixture.rawTree("{\"nodes\":[]" + " ".repeat(9 << 20) + "}\n");
        try (Repository target = TestRepositories.init(new MemoryBackend());
                BlobSaver saver = target.startSaving()) {
            CopyQueue queue = new CopyQueue(fixture.repository(), saver, ProgressListener.NONE);
            queue.queue(BlobHandle.tree(tree));
            queue.copyQueued();
            saver.flush();
            assertThat(ObjectId.of(target.blobs().load(BlobHandle.tree(tree)))).isEqualTo(tree);
        }
    }
}
