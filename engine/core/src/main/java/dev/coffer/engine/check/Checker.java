package dev.coffer.engine.check;

import dev.coffer.backend.BackendException;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException;
import dev.coffer.engine.progress.ProgressEvent;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.Snapshots;
import dev.coffer.engine.snapshot.Snapshot;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Checks a repository, in this order: index files, list of packs, trees of the snapshots, bytes of packs. A damaged index
 * ends the check early, since everything else would seem to be damaged too.
 *
 * <p>The caller holds an exclusive lock, unless it can live with findings about what others are changing at the moment. Call
 * it once, on any thread; findings and progress come from several threads, the former one at a time.
 */
public final class Checker {

    private final Repository repository;
    private final Findings findings;
    private final ProgressListener progress;
    private final RandomGenerator random;

    /**
     * A check of a repository whose index has not been loaded.
     *
     * @param findings must return quickly
     */
    public Checker(Repository repository, Consumer<Finding> findings, ProgressListener progress) {
        this(repository, findings, progress, new SecureRandom());
    }

    /** With a random generator that can be repeated. */
    Checker(Repository repository, Consumer<Finding> findings, ProgressListener progress, RandomGenerator random) {
        this.repository = repository;
        this.findings = new Findings(findings);
        this.progress = progress;
        this.random = random;
    }

    /** Checks what is asked for; announces each stage by a notice. */
    public CheckSummary check(CheckRequest request) throws IOException {
        List<ObjectId> snapshots = repository.snapshots().listIds();
        announce("load indexes");
        new IndexCheck(repository, findings).run();
        if (findings.anyErrors()) {
            return findings.summary();
        }
        announce("check all packs");
        Map<ObjectId, Long> packs = new PackListCheck(repository, findings).run();
        announce("check snapshots, trees and blobs");
        new TreeCheck(repository, findings, progress).run(roots(snapshots, request));
        if (!(request.data() instanceof DataSubset.None)) {
            readData(request, packs);
        }
        return findings.summary();
    }

    private void readData(CheckRequest request, Map<ObjectId, Long> packs) throws IOException {
        VerifiedPacks verified = request.verified();
        verified.retain(packs.keySet());
        List<ObjectId> chosen = new PackSelection(random, verified).choose(request.data(), packs);
        announce("read the data of " + chosen.size() + " of " + packs.size() + " packs");
        new PackDataCheck(repository, verified, findings, progress).run(chosen, packs);
        verified.oldest(packs.keySet())
                .ifPresent(time -> announce("all data was read since " + time.truncatedTo(ChronoUnit.SECONDS)));
    }

    private void announce(String stage) {
        progress.on(new ProgressEvent.Notice(stage));
    }

    private Collection<ObjectId> roots(List<ObjectId> ids, CheckRequest request) throws IOException {
        SequencedSet<ObjectId> roots = new LinkedHashSet<>();
        for (ObjectId id : ids) {
            load(id).filter(request.snapshots()).map(Snapshot::tree).ifPresent(roots::add);
        }
        return roots;
    }

    private Optional<Snapshot> load(ObjectId id) throws IOException {
        Snapshots snapshots = repository.snapshots();
        try {
            return Optional.of(snapshots.load(id).snapshot());
        } catch (RepositoryException e) {
            findings.add(new Finding.SnapshotDamaged(id, Reasons.of(e)));
        } catch (BackendException e) {
            findings.add(new Finding.SnapshotUnreadable(id, Reasons.of(e)));
        }
        return Optional.empty();
    }
}
