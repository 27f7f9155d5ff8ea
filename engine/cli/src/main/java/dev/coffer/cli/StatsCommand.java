package dev.coffer.cli;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.query.CountingMode;
import dev.coffer.engine.query.Statistics;
import dev.coffer.engine.query.StatisticsCollector;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.text.Quantities;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sums up the data in snapshots. */
@Command(
        name = "stats",
        description = "Sum up what is in snapshots.",
        footerHeading = "%nModes:%n",
        footer = {
            "  restore-size       size of the files when restored",
            "  files-by-contents  size of files, each content once",
            "  blobs-per-file     size of the pieces that files are made of, by path",
            "  raw-data           size of the pieces as they are stored, each once",
            "",
            "Example:",
            "  coffer stats --mode raw-data --host web1"
        })
final class StatsCommand implements Task {

    private final Session session;

    @Mixin
    final FilterOptions filter = new FilterOptions.Usual();

    @Option(names = "--mode", paramLabel = "MODE", description = "What to count; restore-size if not given.")
    String mode = "restore-size";

    @Parameters(paramLabel = "SNAPSHOT", arity = "0..*", description = "Ids, or latest; all if none is given.")
    List<String> names = new ArrayList<>();

    StatsCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        CountingMode counting = CountingMode.parse(mode);
        try (Repository repository = session.repositories().open();
                Closeable _ = session.lockForReading(repository, Repository.Need.SNAPSHOTS, Repository.Need.INDEX)) {
            SnapshotSelection selection = new SnapshotSelection(session, repository, filter);
            List<ObjectId> roots = selection.of(names).stream()
                    .map(stored -> stored.snapshot().tree())
                    .toList();
            repository.loadIndex(ProgressListener.NONE);
            print(new StatisticsCollector(repository).collect(counting, roots), counting);
        }
        return ExitCode.OK;
    }

    private void print(Statistics statistics, CountingMode counting) throws IOException {
        if (session.json()) {
            session.output().line(statistics.toJson());
            return;
        }
        session.output().line("Stats in " + counting.label() + " mode:");
        row("Snapshots processed", Long.toString(statistics.snapshots()));
        if (statistics.blobs() > 0) {
            row("Total Blob Count", Long.toString(statistics.blobs()));
        }
        if (statistics.files() > 0) {
            row("Total File Count", Long.toString(statistics.files()));
        }
        if (statistics.uncompressedSize() > 0) {
            row("Total Uncompressed Size", Texts.bytes(statistics.uncompressedSize()));
        }
        row("Total Size", Texts.bytes(statistics.size()));
        if (statistics.compressionProgress() > 0) {
            row("Compression Progress", percent(statistics.compressionProgress()));
            row("Compression Ratio", String.format(Quantities.DIGITS, "%.2fx", statistics.compressionRatio()));
            row("Compression Space Saving", percent(statistics.compressionSpaceSaving()));
        }
    }

    private void row(String title, String value) throws IOException {
        session.output().line(String.format(Quantities.DIGITS, "%24s:  %s", title, value));
    }

    private static String percent(double number) {
        return String.format(Quantities.DIGITS, "%.2f%%", number);
    }
}
