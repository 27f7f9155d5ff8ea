package dev.coffer.engine.check;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.tasks.TaskGroup;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads packs as a whole and verifies them: as many at a time as the store has connections, as long as what they need in memory
 * fits into a quarter of the heap.
 */
final class PackDataCheck {

    private static final int KIB = 1024;

    private final Repository repository;
    private final Backend backend;
    private final VerifiedPacks verified;
    private final Findings findings;
    private final ProgressListener progress;
    private final int memoryKib =
            (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 4 / KIB);
    private final Semaphore memory = new Semaphore(memoryKib, true);
    private final AtomicLong done = new AtomicLong();

    PackDataCheck(Repository repository, VerifiedPacks verified, Findings findings, ProgressListener progress) {
        this.repository = repository;
        this.backend = repository.backend();
        this.verified = verified;
        this.findings = findings;
        this.progress = progress;
    }

    void run(Collection<ObjectId> chosen, Map<ObjectId, Long> sizes) throws IOException {
        Set<ObjectId> wanted = new HashSet<>(chosen);
        repository.warmUp(wanted, progress);
        try (TaskGroup group = new TaskGroup("pack check", backend.properties().connections())) {
            for (IndexedPack indexed : repository.index().packsWithBlobs()) {
                if (wanted.contains(indexed.pack())) {
                    group.fork(() -> check(indexed, sizes.getOrDefault(indexed.pack(), 0L), wanted.size()));
                }
            }
            group.join();
        }
    }

    private void check(IndexedPack indexed, long size, int total) throws IOException {
        PackParts parts =
                new PackParts(indexed.blobs(), size, backend.properties().readBytes());
        int permits = (int) Math.min(memoryKib, parts.longest() / KIB + 1);
        acquire(memory, permits);
        try {
            List<PackProblem> problems = new PackCheck(repository, indexed, parts).run();
            if (!problems.isEmpty()) {
                backend.evict(PackCheck.handle(indexed.pack()));
                problems = new PackCheck(repository, indexed, parts).run();
            }
            if (problems.isEmpty()) {
                verified.note(indexed.pack(), Instant.now());
            } else {
                findings.add(new Finding.PackDamaged(indexed.pack(), problems));
            }
        } catch (BackendException e) {
            findings.add(new Finding.PackUnreadable(indexed.pack(), Reasons.of(e)));
        } finally {
            memory.release(permits);
        }
        progress.on(new ProgressEvent.Step("packs", done.incrementAndGet(), total));
    }

    private static void acquire(Semaphore semaphore, int permits) throws InterruptedIOException {
        try {
            semaphore.acquire(permits);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading packs");
        }
    }
}
