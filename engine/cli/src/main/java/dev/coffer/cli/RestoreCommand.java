package dev.coffer.cli;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.restore.Overwrite;
import dev.coffer.engine.restore.RestoreOption;
import dev.coffer.engine.restore.RestoreRequest;
import dev.coffer.engine.restore.RestoreSummary;
import dev.coffer.engine.restore.Restorer;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Restores a snapshot or a part of it. */
@Command(
        name = "restore",
        description = "Restore a snapshot, or a part of it, to a directory.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  coffer restore latest --target /tmp/restored --include '*.conf'",
            "  coffer restore 1f2e3d4c:/srv/www --target /srv/www --delete --dry-run -vv"
        })
final class RestoreCommand implements Task {

    private final Session session;

    @Mixin
    final FilterOptions snapshots = new FilterOptions.Usual();

    @Mixin
    final RestoreFilterOptions filter = new RestoreFilterOptions();

    @Parameters(
            paramLabel = "SNAPSHOT[:PATH]",
            description = "Id or latest, perhaps with a directory in the snapshot to restore from.")
    String name = "";

    @Option(
            names = {"-t", "--target"},
            paramLabel = "DIRECTORY",
            required = true,
            description = "Where to restore to; made if it does not exist.")
    String target = "";

    @Option(
            names = "--overwrite",
            paramLabel = "WHEN",
            description =
                    "When to touch what exists: always (write what differs; the default), if-changed (trust files of the"
                            + " same size and time), if-newer (only if the snapshot's is newer), never.")
    String overwrite = "always";

    @Option(names = "--delete", description = "Remove what is in the restored directories but not in the snapshot.")
    boolean delete;

    @Option(names = "--sparse", description = "Leave holes in new files where the content is zero.")
    boolean sparse;

    @Option(names = "--verify", description = "Read restored files again and compare them.")
    boolean verify;

    @Option(names = "--dry-run", description = "Change nothing, only tell what would be done; best with -vv.")
    boolean dryRun;

    @Option(names = "--ownership-by-name", description = "Take owners by their names, not by their numbers.")
    boolean ownershipByName;

    RestoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        RestoreRequest wanted = request(ObjectId.of(new byte[0]));
        try (Repository repository = session.repositories().open();
                var _ = session.lockForReading(repository, Repository.Need.SNAPSHOTS, Repository.Need.INDEX)) {
            SnapshotChoice choice = SnapshotChoice.of(repository, name, snapshots.filter(session.environment()));
            session.say("restoring " + Texts.snapshot(choice.snapshot()) + " to " + target);
            return restore(repository, wanted.withTree(choice.tree()));
        }
    }

    /** Wrong options are told before anything is asked of the repository. */
    private RestoreRequest request(ObjectId tree) throws IOException {
        RestoreRequest request = RestoreRequest.of(tree, absolute(target))
                .withFilter(filter.filter(session.environment()))
                .withOverwrite(overwrite())
                .withAttributes(filter.attributes())
                .withOptions(options());
        Restorer.requireSensible(request);
        return request;
    }

    /** Scripts whose variable is empty must not fill the folder they happen to run in. */
    private static String absolute(String path) throws BadRequest {
        if (path.isEmpty()) {
            throw new BadRequest("--target is empty: name the directory to restore to, . for the current one.");
        }
        return path.startsWith("/") ? path : System.getProperty("user.dir") + "/" + path;
    }

    private Overwrite overwrite() throws BadRequest {
        return Arrays.stream(Overwrite.values())
                .filter(mode -> mode.name().equalsIgnoreCase(overwrite.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new BadRequest(
                        "--overwrite takes always, if-changed, if-newer or never, not \"" + overwrite + "\""));
    }

    private Set<RestoreOption> options() {
        Set<RestoreOption> chosen = EnumSet.noneOf(RestoreOption.class);
        choose(chosen, RestoreOption.DELETE, delete);
        choose(chosen, RestoreOption.SPARSE, sparse);
        choose(chosen, RestoreOption.VERIFY, verify);
        choose(chosen, RestoreOption.DRY_RUN, dryRun);
        choose(chosen, RestoreOption.OWNERSHIP_BY_NAME, ownershipByName);
        return chosen;
    }

    private static void choose(Set<RestoreOption> chosen, RestoreOption option, boolean wanted) {
        if (wanted) {
            chosen.add(option);
        }
    }

    private ExitCode restore(Repository repository, RestoreRequest request) throws IOException {
        Restorer restorer = new Restorer(repository, LocalFiles.host());
        RestoreSummary summary;
        if (session.json()) {
            try (RestoreJsonReporter reporter = new RestoreJsonReporter(session)) {
                summary = restorer.restore(request, reporter);
                reporter.summary(summary);
            }
        } else {
            try (TextReporter reporter = new TextReporter(session)) {
                summary = restorer.restore(request, reporter);
            }
            tell(summary);
        }
        if (summary.errors() > 0) {
            throw new IOException(Texts.count(summary.errors(), "error")
                    + ": what is named above was not restored, or not as a whole");
        }
        return ExitCode.OK;
    }

    private void tell(RestoreSummary summary) throws IOException {
        boolean complete =
                summary.filesRestored() >= summary.totalFiles() && summary.bytesRestored() >= summary.totalBytes();
        StringBuilder text = new StringBuilder("Summary: Restored ").append(summary.filesRestored());
        text.append(complete ? "" : " / " + summary.totalFiles()).append(" files/dirs (");
        text.append(Texts.bytes(summary.bytesRestored()));
        text.append(complete ? "" : " / " + Texts.bytes(summary.totalBytes())).append(") in ");
        text.append(Texts.duration(summary.duration()));
        if (summary.filesSkipped() > 0) {
            text.append(", skipped ").append(summary.filesSkipped()).append(" files/dirs ");
            text.append(Texts.bytes(summary.bytesSkipped()));
        }
        if (summary.filesDeleted() > 0) {
            text.append(", deleted ").append(summary.filesDeleted()).append(" files/dirs");
        }
        session.say(text.toString());
        if (verify) {
            session.say("finished verifying " + summary.filesVerified() + " files in " + target);
        }
    }
}
