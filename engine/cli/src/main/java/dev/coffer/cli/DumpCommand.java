package dev.coffer.cli;

import dev.coffer.engine.dump.ArchiveFormat;
import dev.coffer.engine.dump.Dumper;
import dev.coffer.engine.repository.Repository;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a file, or a folder as an archive, to standard output. */
@Command(
        name = "dump",
        description = "Write a file of a snapshot, or a folder as an archive, to standard output.",
        footerHeading = "%nExamples:%n",
        footer = {"  coffer dump latest /etc/fstab", "  coffer dump latest /srv > srv.tar"})
final class DumpCommand implements Task {

    private static final int BUFFER = 1 << 16;

    private final Session session;

    @Mixin
    final FilterOptions filter = new FilterOptions.Usual();

    @Option(
            names = {"-a", "--archive"},
            paramLabel = "FORMAT",
            description = "tar (if not given) or zip, for folders.")
    String archive = "tar";

    @Option(
            names = {"-t", "--target"},
            paramLabel = "FILE",
            description = "Write to this file instead.")
    @Nullable
    Path target;

    @Parameters(index = "0", paramLabel = "SNAPSHOT", description = "Id or latest, with :FOLDER for a part of it.")
    String name = "";

    @Parameters(index = "1", paramLabel = "PATH", description = "Path in the snapshot; / for everything.")
    String path = "";

    DumpCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        ArchiveFormat format = ArchiveFormat.parse(archive);
        try (Repository repository = session.repositories().open();
                Closeable _ = session.lockForReading(repository, Repository.Need.SNAPSHOTS, Repository.Need.INDEX)) {
            SnapshotChoice choice = SnapshotChoice.of(repository, name, filter.filter(session.environment()));
            try (OutputStream out = open()) {
                new Dumper(repository).dump(choice.tree(), path, format, out);
            }
        }
        return ExitCode.OK;
    }

    private OutputStream open() throws IOException {
        return target == null
                ? new StandardOutput(session.output())
                : new BufferedOutputStream(Files.newOutputStream(target), BUFFER);
    }
}
