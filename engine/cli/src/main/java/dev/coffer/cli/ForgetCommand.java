package dev.coffer.cli;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.FailureText;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.prune.PruneExecutor;
import dev.coffer.engine.prune.PruneOptions;
import dev.coffer.engine.prune.PrunePlan;
import dev.coffer.engine.repository.FileRemoval;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.retention.KeepPolicy;
import dev.coffer.engine.retention.Retention;
import dev.coffer.engine.retention.SnapshotRemoval;
import dev.coffer.engine.snapshot.GroupBy;
import dev.coffer.engine.snapshot.SnapshotGroup;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes snapshots: those that were named, or those that a policy does not keep. Data stay unless they are pruned as well. */
@Command(
        name = "forget",
        description = "Remove snapshots, all but those that the --keep options keep; or those given by their ids.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  coffer forget --keep-daily 7 --keep-weekly 5 --keep-monthly 12 --dry-run",
            "  coffer forget --keep-last 1 --prune",
            "  coffer forget 1f2e3d4c"
        })
final class ForgetCommand implements Task {

    private final Session session;

    @Mixin
    final KeepOptions keep = new KeepOptions();

    @Mixin
    final FilterOptions filter = new FilterOptions.WithoutShortHost();

    @Option(
            names = "--unsafe-allow-remove-all",
            description = "Remove all snapshots that pass the filters, if no --keep option is given.")
    boolean removeAll;

    @Option(
            names = {"-g", "--group-by"},
            paramLabel = "PARTS",
            description =
                    "Apply the policy to each group of snapshots with the same host, paths, tags; any of these, separated"
                            + " by commas, or none (default: host,paths).")
    String groupBy = "host,paths";

    @Option(
            names = {"-c", "--compact"},
            description = "Leave out paths and sizes.")
    boolean compact;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Remove nothing, only tell what would be removed.")
    boolean dryRun;

    @Option(
            names = "--prune",
            description = "Then remove the data that no snapshot needs any more, if any was removed.")
    boolean prune;

    @Mixin
    final RepackOptions repack = new RepackOptions();

    @Parameters(paramLabel = "SNAPSHOT", arity = "0..*", description = "Ids, or latest.")
    List<String> names = new ArrayList<>();

    ForgetCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        KeepPolicy policy = keep.policy();
        GroupBy by = GroupBy.parse(groupBy);
        PruneOptions repacking = repack.options(session);
        requireSense(policy);
        try (Repository repository = session.repositories().open();
                Closeable _ = session.lockUnlessUnwanted(repository, RepositoryLock.Kind.EXCLUSIVE, needs())) {
            SnapshotSelection selection = new SnapshotSelection(session, repository, filter);
            List<StoredSnapshot> snapshots = selection.of(names);
            ForgetReport report = new ForgetReport(session, by, compact, dryRun);
            List<StoredSnapshot> surplus =
                    names.isEmpty() ? withOutdatedPartial(decide(snapshots, policy, by, report), selection) : snapshots;
            ExitCode code = remove(repository, surplus);
            report.end();
            if (prune && code == ExitCode.OK && !surplus.isEmpty()) {
                prune(repository, repacking, surplus);
            }
            return code;
        }
    }

    private void requireSense(KeepPolicy policy) throws BadRequest {
        if (session.options().locks.noLock() && !dryRun) {
            throw new BadRequest("--no-lock goes with --dry-run only: snapshots are not removed without a lock.");
        }
        if (!names.isEmpty() || !policy.isEmpty()) {
            return;
        }
        if (!removeAll) {
            throw new BadRequest("Nothing to go by: give --keep options, such as --keep-daily 7, or ids of snapshots.");
        }
        if (filter.filter(session.environment()).isEmpty()) {
            throw new BadRequest(
                    "--unsafe-allow-remove-all needs a filter, such as --tag or --host, that says which ones.");
        }
    }

    private Repository.Need[] needs() {
        return prune
                ? new Repository.Need[] {Repository.Need.SNAPSHOTS, Repository.Need.INDEX}
                : new Repository.Need[] {Repository.Need.SNAPSHOTS};
    }

    private List<StoredSnapshot> decide(
            List<StoredSnapshot> snapshots, KeepPolicy policy, GroupBy by, ForgetReport report) throws IOException {
        List<StoredSnapshot> surplus = new ArrayList<>();
        for (SnapshotGroup group : SnapshotGroup.group(snapshots, by)) {
            Retention decision = Retention.of(group.snapshots(), policy, Instant.now(), ZoneId.systemDefault());
            if (!policy.isEmpty() && decision.keep().isEmpty()) {
                throw new BadRequest("The policy keeps none of the "
                        + group.snapshots().size() + " snapshots of "
                        + group.key() + ", so nothing was removed. Keep at least one, such as with --keep-last 1, or"
                        + " name by their ids those to be removed.");
            }
            report.decided(group.key(), decision);
            surplus.addAll(decision.remove());
        }
        return surplus;
    }

    /** No policy is about these, so they would stay for ever if a backup could not remove them itself. */
    private static List<StoredSnapshot> withOutdatedPartial(List<StoredSnapshot> surplus, SnapshotSelection selection) {
        return Stream.concat(surplus.stream(), selection.outdatedPartial().stream())
                .distinct()
                .toList();
    }

    private ExitCode remove(Repository repository, List<StoredSnapshot> surplus) throws IOException {
        if (dryRun) {
            session.say("Would remove " + listed(surplus) + ".");
            return ExitCode.OK;
        }
        List<ObjectId> ids = surplus.stream().map(StoredSnapshot::id).toList();
        List<FileRemoval.Failure> failures = new SnapshotRemoval(repository).remove(ids);
        for (FileRemoval.Failure failure : failures) {
            session.output()
                    .message("cannot remove snapshot " + failure.id().shortHex() + ": "
                            + FailureText.of(failure.reason()));
        }
        session.say("Removed " + Texts.count(ids.size() - failures.size(), "snapshot") + ".");
        return failures.isEmpty() ? ExitCode.OK : ExitCode.INCOMPLETE;
    }

    /**
     * What was removed counts no more, even if it is still there, as in a dry run. For programs, the decisions about snapshots
     * are the only document, as in restic 0.19.
     */
    private void prune(Repository repository, PruneOptions options, List<StoredSnapshot> removed) throws IOException {
        PruneRun run = new PruneRun(session, repository);
        PrunePlan plan =
                run.plan(options, removed.stream().map(StoredSnapshot::id).collect(Collectors.toSet()));
        if (!session.json()) {
            new PruneReport(session, dryRun).planned(plan);
        }
        if (!dryRun) {
            run.execute(plan, PruneExecutor::execute);
        }
    }

    private static String listed(List<StoredSnapshot> snapshots) {
        if (snapshots.isEmpty()) {
            return "nothing";
        }
        return Texts.count(snapshots.size(), "snapshot") + ": "
                + String.join(
                        " ",
                        snapshots.stream().map(stored -> stored.id().shortHex()).toList());
    }
}
