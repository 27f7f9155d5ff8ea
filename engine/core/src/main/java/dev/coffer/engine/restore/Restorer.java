package dev.coffer.engine.restore;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.filter.PathFilter;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import java.io.IOException;

/**
 * Restores trees from a repository to the local file system. The index must be loaded. One restore at a time to the same
 * target; otherwise safe for use by any thread.
 */
public final class Restorer {

    private final Repository repository;
    private final LocalFiles files;

    public Restorer(Repository repository, LocalFiles files) {
        this.repository = repository;
        this.files = files;
    }

    /**
     * Restores what is asked for. What concerns single files is reported to {@code progress} as a problem and counted in the
     * summary while the rest goes on; the restore is complete only if there was none.
     *
     * @param progress hears of paths within the tree, except for what was deleted: that is named by its place at the target
     * @throws IOException what makes going on pointless, such as a target that is no directory, or one that is full
     * @throws BadRequest if the request makes no sense
     */
    public RestoreSummary restore(RestoreRequest request, ProgressListener progress) throws IOException {
        requireSensible(request);
        RestoreRun run = prepare(request, progress);
        HardLinks links = new HardLinks();
        FirstPass.Result prepared = FirstPass.run(run, links);
        new ContentRestorer(run).restore(prepared.plan());
        if (request.has(RestoreOption.DELETE)) {
            Deletion.run(run);
        }
        LastSteps.run(run, prepared.folders());
        if (request.has(RestoreOption.VERIFY)) {
            Verification.run(run, links);
        }
        return run.progress().summary();
    }

    /**
     * Finds out whether a request makes sense, as far as that can be told without looking at the target.
     *
     * @throws BadRequest if it does not
     */
    public static void requireSensible(RestoreRequest request) throws BadRequest {
        if (!request.target().startsWith("/")) {
            throw new BadRequest("The target of a restore must be an absolute path, not " + request.target() + ".");
        }
        if (request.has(RestoreOption.DRY_RUN) && request.has(RestoreOption.VERIFY)) {
            throw new BadRequest("A dry run restores nothing that could be verified: ask for one of the two only.");
        }
    }

    private RestoreRun prepare(RestoreRequest request, ProgressListener listener) throws IOException {
        TargetFolder.Missing missing =
                request.has(RestoreOption.DRY_RUN) ? TargetFolder.Missing.ASSUME : TargetFolder.Missing.CREATE;
        String target = new TargetFolder(files).resolve(request.target(), missing);
        if ("/".equals(target)
                && request.has(RestoreOption.DELETE)
                && request.filter().equals(PathFilter.ALL)) {
            throw new BadRequest(
                    "Deleting everything on this machine that the snapshot does not hold is refused: restore"
                            + " to another target than /, or include or exclude something.");
        }
        return new RestoreRun(
                repository, files, request, new TargetPaths(target), new RestoreProgress(listener), new Ledger());
    }
}
