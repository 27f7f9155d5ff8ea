package dev.coffer.cli;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.filter.PatternList;
import dev.coffer.engine.index.BlobLocation;
import dev.coffer.engine.pack.PackedBlob;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.query.NameSearch;
import dev.coffer.engine.query.NameSearch.ModificationRange;
import dev.coffer.engine.query.ObjectSearch;
import dev.coffer.engine.query.SearchTime;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches snapshots. */
@Command(
        name = "find",
        description = "Find files and folders in snapshots by their names, or the places where objects are used.",
        footerHeading = "%nExamples:%n",
        footer = {"  coffer find '*.conf'", "  coffer find --newest 2024-12-31 -l /home/*/notes.txt"})
final class FindCommand implements Task {

    private final Session session;

    @Mixin
    final FilterOptions filter = new FilterOptions.Usual();

    @Mixin
    final NodeLineOptions format = new NodeLineOptions();

    @Option(
            names = {"-O", "--oldest"},
            paramLabel = "TIME",
            description = "Only what was modified then or later, such as 2024-12-31 or '2024-12-31 23:59'.")
    @Nullable
    String oldest;

    @Option(
            names = {"-N", "--newest"},
            paramLabel = "TIME",
            description = "Only what was modified then or earlier.")
    @Nullable
    String newest;

    @Option(
            names = {"-s", "--snapshot"},
            paramLabel = "ID",
            description = "Only this snapshot. May be repeated.")
    List<String> snapshots = new ArrayList<>();

    @Option(names = "--blob", description = "The arguments are ids of pieces of files.")
    boolean blobs;

    @Option(names = "--tree", description = "The arguments are ids of trees.")
    boolean trees;

    @Option(names = "--pack", description = "The arguments are ids of packs.")
    boolean packs;

    @Option(names = "--show-pack-id", description = "Tell which packs hold the objects.")
    boolean showPacks;

    @Option(
            names = {"-i", "--ignore-case"},
            description = "Take upper and lower case for the same.")
    boolean ignoreCase;

    @Option(
            names = {"-R", "--reverse"},
            description = "Oldest snapshots first.")
    boolean reverse;

    @Parameters(arity = "1..*", paramLabel = "PATTERN", description = "Patterns as for --exclude, or ids.")
    List<String> patterns = new ArrayList<>();

    FindCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        if (Stream.of(blobs, trees, packs).filter(given -> given).count() > 1) {
            throw new BadRequest("cannot have several ID types: give only one of --blob, --tree and --pack");
        }
        ModificationRange range = new ModificationRange(time(oldest, Instant.MIN), time(newest, Instant.MAX));
        try (Repository repository = session.repositories().open();
                Closeable _ = session.lockForReading(repository, Repository.Need.SNAPSHOTS, Repository.Need.INDEX)) {
            List<StoredSnapshot> selected = select(repository);
            repository.loadIndex(ProgressListener.NONE);
            if (blobs || trees || packs) {
                findObjects(repository, selected);
            } else {
                findNames(repository, selected, range);
            }
        }
        return ExitCode.OK;
    }

    private static Instant time(@Nullable String text, Instant absent) throws BadRequest {
        return text == null ? absent : SearchTime.parse(text, ZoneId.systemDefault());
    }

    private List<StoredSnapshot> select(Repository repository) throws IOException {
        SnapshotSelection selection = new SnapshotSelection(session, repository, filter);
        Comparator<StoredSnapshot> order = reverse ? StoredSnapshot.BY_TIME : StoredSnapshot.BY_TIME.reversed();
        return selection.of(snapshots).stream().sorted(order).toList();
    }

    private void findNames(Repository repository, List<StoredSnapshot> selected, ModificationRange range)
            throws IOException {
        PatternList list = ignoreCase ? PatternList.ignoringCase(patterns) : PatternList.of(patterns);
        NameSearch search = new NameSearch(repository, list, range);
        MatchPrinter printer = new MatchPrinter(session, format.line());
        printer.begin();
        for (StoredSnapshot snapshot : selected) {
            printer.begin(snapshot);
            search.search(snapshot.snapshot().tree(), printer);
            printer.end(snapshot);
        }
        printer.end();
    }

    private void findObjects(Repository repository, List<StoredSnapshot> selected) throws IOException {
        ObjectSearch search = search(repository);
        ObjectPrinter printer = new ObjectPrinter(session);
        printer.begin();
        for (StoredSnapshot snapshot : selected) {
            search.search(snapshot, printer);
        }
        printer.end();
        if (showPacks) {
            List<BlobHandle> found = new ArrayList<>();
            search.found().forEach(found::add);
            for (BlobHandle blob : found) {
                showPacks(repository, blob);
            }
        }
    }

    private ObjectSearch search(Repository repository) throws IOException {
        if (packs) {
            return ObjectSearch.forPacks(repository, patterns);
        }
        return trees ? ObjectSearch.forTrees(repository, patterns) : ObjectSearch.forBlobs(repository, patterns);
    }

    private void showPacks(Repository repository, BlobHandle handle) throws IOException {
        for (BlobLocation location : repository.index().lookupAll(handle)) {
            PackedBlob blob = location.blob();
            session.output().line("Object belongs to pack " + location.pack());
            session.output()
                    .line(" ... Pack " + location.pack().shortHex() + ": <Blob ("
                            + handle.type().label() + ") " + handle.id().shortHex() + ", offset " + blob.offset()
                            + ", length " + blob.length() + ", uncompressed length " + blob.uncompressedLength() + ">");
        }
    }
}
