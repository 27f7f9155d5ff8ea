package dev.coffer.operator.agent.restore;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.restore.RestoreRequest;
import dev.coffer.engine.restore.RestoreSummary;
import dev.coffer.engine.restore.Restorer;
import dev.coffer.engine.snapshot.SnapshotList;
import dev.coffer.engine.walk.TreePaths;
import dev.coffer.operator.agent.holder.Locking;
import dev.coffer.operator.agent.progress.ProgressMeter;
import dev.coffer.operator.api.restore.RestoreRule;
import java.io.IOException;
import java.util.List;

/**
 * Restores one host: what its rule wants, to where it came from.
 *
 * <p>Of the folders above a path nothing is changed, not even their times: in a pod they often cannot be. The path itself gets its
 * owner, mode and all the rest.
 */
public final class HostRestore {

    private final Repository repository;
    private final Locking locking;
    private final LocalFiles files;
    private final ProgressMeter meter;
    private final String root;

    public HostRestore(Repository repository, Locking locking, LocalFiles files, ProgressMeter meter) {
        this(repository, locking, files, meter, "");
    }

    /** @param root folder that stands for the root of the file system; empty for the root itself */
    HostRestore(Repository repository, Locking locking, LocalFiles files, ProgressMeter meter, String root) {
        this.repository = repository;
        this.locking = locking;
        this.files = files;
        this.meter = meter;
        this.root = root;
    }

    /**
     * Restores.
     *
     * @param host whose backups are restored
     * @return number of things that could not be restored, at least not as a whole; the meter knows them
     * @throws java.io.InterruptedIOException soon after this thread was interrupted
     */
    public long run(RestoreRule rule, String host, RestoreArguments arguments) throws IOException {
        try (RepositoryLock _ = locking.lock(
                repository, RepositoryLock.Kind.SHARED, Repository.Need.SNAPSHOTS, Repository.Need.INDEX)) {
            SnapshotList snapshots = repository.snapshots().list();
            List<RestorePart> parts = new RestoreChoice(snapshots, host, arguments.tags()).parts(rule);
            repository.loadIndex(meter);
            long problems = 0;
            for (RestorePart part : parts) {
                meter.start(part.path());
                problems += restore(part, rule, arguments).errors();
            }
            return problems;
        }
    }

    private RestoreSummary restore(RestorePart part, RestoreRule rule, RestoreArguments arguments) throws IOException {
        String path = TreePaths.clean(part.path());
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "" : "/" + path.substring(0, slash);
        String name = path.substring(slash + 1);
        ObjectId tree =
                new TreePaths(repository).directory(part.snapshot().snapshot().tree(), folder);
        RestoreRequest request = RestoreRequest.of(tree, root + (folder.isEmpty() ? "/" : folder))
                .withFilter(RuleFilter.of(rule, folder, name))
                .withOverwrite(arguments.overwrite())
                .withOptions(arguments.options());
        return new Restorer(repository, files).restore(request, meter);
    }
}
