package dev.coffer.cli;

import dev.coffer.backend.wrap.CacheDirectory;
import dev.coffer.engine.archive.Archiver;
import dev.coffer.engine.archive.BackupRequest;
import dev.coffer.engine.archive.BackupRequest.Estimate;
import dev.coffer.engine.archive.BackupRequest.Identical;
import dev.coffer.engine.archive.BackupSource;
import dev.coffer.engine.archive.BackupSummary;
import dev.coffer.engine.archive.ChangeTest;
import dev.coffer.engine.archive.ParentChoice;
import dev.coffer.engine.errors.FailureText;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.filter.InvalidPatternException;
import dev.coffer.engine.fs.LocalFiles;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryLock;
import dev.coffer.engine.source.AccessTimes;
import dev.coffer.engine.source.FilterRules;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a snapshot of files and folders, or of a stream. */
@Command(
        name = "backup",
        description = "Back up files and folders: make a snapshot of them.",
        footerHeading = "%nExample:%n",
        footer = "  coffer backup --tag daily --exclude '*.tmp' /home /etc")
final class BackupCommand implements Task {

    private final Session session;

    @Mixin
    final TargetOptions lists = new TargetOptions();

    @Mixin
    final ExcludeOptions excludes = new ExcludeOptions();

    @Mixin
    final SnapshotOptions snapshot = new SnapshotOptions();

    @Mixin
    final StreamOptions stream = new StreamOptions();

    @Option(
            names = {"-n", "--dry-run"},
            description = "Store nothing, only tell what would be done.")
    boolean dryRun;

    @Option(names = "--ignore-ctime", description = "Do not take a file for changed because of its ctime.")
    boolean ignoreCtime;

    @Option(names = "--ignore-inode", description = "Do not take a file for changed because of its inode or ctime.")
    boolean ignoreInode;

    @Option(names = "--with-atime", description = "Record when files and folders were last read.")
    boolean withAtime;

    @Option(names = "--skip-if-unchanged", description = "Make no snapshot if nothing has changed.")
    boolean skipIfUnchanged;

    @Option(names = "--no-scan", description = "Do not count ahead how much there is to do.")
    boolean noScan;

    @Option(
            names = "--checkpoint",
            paramLabel = "DURATION",
            converter = GoDuration.class,
            description = "How often a first backup notes how far it has got, so that another can go on from there"
                    + " (default: 5m; 0 for never).")
    Duration checkpoints = BackupRequest.DEFAULT_CHECKPOINTS;

    @Option(
            names = "--no-anomaly-warning",
            description = "Do not compare the amount and kind of new data with earlier backups of the same folders.")
    boolean noAnomalyWarning;

    @Option(
            names = "--read-concurrency",
            paramLabel = "N",
            description = "Read so many files at a time (RESTIC_READ_CONCURRENCY; 0 for the default, which is 2).")
    @Nullable
    Integer readConcurrency;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Files and folders; with --stdin-from-command, the command and its arguments.")
    List<String> arguments = new ArrayList<>();

    BackupCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        BackupRequest request = request();
        try (Repository repository = open();
                Closeable _ = lock(repository);
                BackupReporter reporter = BackupReporter.of(session, dryRun)) {
            BackupSummary summary = new Archiver(repository, LocalFiles.host(), reporter).backup(request);
            reporter.end(noAnomalyWarning ? summary.withoutAnomaly() : summary);
            if (summary.complete()) {
                return ExitCode.OK;
            }
        }
        return incomplete();
    }

    private Repository open() throws IOException {
        return dryRun
                ? session.repositories().openPretending()
                : session.repositories().openOrCreate();
    }

    /** Whoever changes nothing may work beside anybody, and could not store a lock. */
    private Closeable lock(Repository repository) throws IOException {
        return dryRun
                ? () -> {}
                : session.lock(
                        repository, RepositoryLock.Kind.SHARED, Repository.Need.SNAPSHOTS, Repository.Need.INDEX);
    }

    private BackupRequest request() throws IOException {
        BackupSource source = source();
        return BackupRequest.of(source, snapshot.labels(session.environment(), excludes.patterns()))
                .withParent(stream.stdin() ? new ParentChoice.None() : snapshot.parent())
                .withChanges(changes())
                .withAccessTimes(withAtime ? AccessTimes.RECORDED : AccessTimes.SAME_AS_CHANGE)
                .withIdentical(skipIfUnchanged ? Identical.SKIPPED : Identical.SAVED)
                .withEstimate(isEstimateWanted() ? Estimate.SCAN : Estimate.NONE)
                .withReadConcurrency(readConcurrency())
                .withCheckpoints(checkpoints);
    }

    private BackupSource source() throws IOException {
        Optional<BackupSource> stdin = stream.source(arguments, session.surroundings());
        if (stdin.isPresent()) {
            if (!lists.isEmpty()) {
                throw new BadRequest("Back up either a stream or the files of a list, not both.");
            }
            return stdin.get();
        }
        String here = Path.of("").toAbsolutePath().toString();
        List<String> targets = new ArrayList<>(lists.read(session, here));
        targets.addAll(arguments);
        if (targets.isEmpty()) {
            throw new BadRequest("There is nothing to back up: name files or folders.");
        }
        return new BackupSource.Targets(targets, here, rules());
    }

    /** Besides what the user wants left out, the cache, which changes all the time and can be made again. */
    private FilterRules rules() throws IOException {
        List<String> cache = session.options().cache.directory(session.environment()).map(CacheDirectory::path).stream()
                .map(path -> path.toAbsolutePath().normalize().toString())
                .toList();
        try {
            return excludes.rules(session.environment(), cache);
        } catch (InvalidPatternException e) {
            throw new BadRequest(FailureText.of(e));
        }
    }

    private ChangeTest changes() {
        if (ignoreInode) {
            return ChangeTest.WITHOUT_INODE;
        }
        return ignoreCtime ? ChangeTest.WITHOUT_CTIME : ChangeTest.STRICT;
    }

    /** Counting ahead costs time, so somebody should see the result. */
    private boolean isEstimateWanted() {
        boolean watched = session.json() || session.surroundings().terminal().out();
        return !noScan && watched && !session.options().output.quiet();
    }

    /** As in restic, 0 stands for the default, and as an option wins over the environment. */
    private int readConcurrency() throws BadRequest {
        String text = readConcurrency != null
                ? readConcurrency.toString()
                : session.environment().get("RESTIC_READ_CONCURRENCY").orElse("0");
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number == 0 ? BackupRequest.DEFAULT_READ_CONCURRENCY : number;
            }
        } catch (NumberFormatException _) {
            // Told below, like every other number that cannot be.
        }
        throw new BadRequest("The number of files to read at a time must be a whole number, not '" + text + "'.");
    }

    private ExitCode incomplete() {
        String warning = "Warning: at least one source file could not be read";
        session.output().message(session.json() ? Failures.json(ExitCode.INCOMPLETE, warning) : warning);
        return ExitCode.INCOMPLETE;
    }
}
