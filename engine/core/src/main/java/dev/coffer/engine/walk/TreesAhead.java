package dev.coffer.engine.walk;

import dev.coffer.engine.blob.BlobContent;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.repository.BlobLoader;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Loads the trees of one walk, now or ahead of time; the latter within a limit of number and size. */
final class TreesAhead {

    static final int MAX_TREES = 64;
    static final int MAX_BYTES = 1 << 20;

    private final Index index;
    private final BlobLoader blobs;
    private final Semaphore permits = new Semaphore(MAX_TREES);

    TreesAhead(Repository repository) {
        this.index = repository.index();
        this.blobs = repository.blobs();
    }

    /** A tree that will be loaded when it is taken. */
    Optional<PromisedTree> promise(ObjectId tree) {
        return Optional.of(new Later(tree));
    }

    /** A tree that is being loaded from now on; empty if the limits do not permit that. */
    Optional<PromisedTree> start(ObjectId tree) {
        boolean small = index.lookup(BlobHandle.tree(tree))
                .filter(location -> location.blob().plainLength() <= MAX_BYTES)
                .isPresent();
        if (!small || !permits.tryAcquire()) {
            return Optional.empty();
        }
        FutureTask<BlobContent> loading = new FutureTask<>(() -> load(tree));
        Thread.ofVirtual().name("tree " + tree.shortHex()).start(loading);
        return Optional.of(new Loading(loading));
    }

    private BlobContent load(ObjectId tree) throws IOException {
        return blobs.content(BlobHandle.tree(tree));
    }

    private final class Later implements PromisedTree {

        private final ObjectId tree;

        Later(ObjectId tree) {
            this.tree = tree;
        }

        @Override
        public BlobContent take() throws IOException {
            return load(tree);
        }

        @Override
        public void discard() {}
    }

    private final class Loading implements PromisedTree {

        private final FutureTask<BlobContent> task;

        Loading(FutureTask<BlobContent> task) {
            this.task = task;
        }

        /** If no other thread has begun to load the tree, it is loaded here: that is sooner than to wait for one. */
        @Override
        public BlobContent take() throws IOException {
            task.run();
            try {
                return task.get();
            } catch (InterruptedException e) {
                task.cancel(true);
                Thread.currentThread().interrupt();
                InterruptedIOException interrupted = new InterruptedIOException("interrupted while loading a tree");
                interrupted.initCause(e);
                throw interrupted;
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            } finally {
                permits.release();
            }
        }

        private IOException rethrown(@Nullable Throwable failure) {
            return switch (failure) {
                case IOException e -> e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> throw new CancellationException("loading a tree ended without a result");
            };
        }

        @Override
        public void discard() {
            task.cancel(true);
            permits.release();
        }
    }
}
