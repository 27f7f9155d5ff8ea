package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.query.FoundNode;
import dev.coffer.engine.query.Listing;
import dev.coffer.engine.query.ListingOrder;
import dev.coffer.engine.query.ListingOrder.Direction;
import dev.coffer.engine.query.ListingScope;
import dev.coffer.engine.query.NcduExport;
import dev.coffer.engine.query.NodeJson;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotCodec;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the files in a snapshot. */
@Command(
        name = "ls",
        description = "List the files and folders in a snapshot.",
        footerHeading = "%nExample:%n",
        footer = "  coffer ls -l latest /home/ann")
final class LsCommand implements Task {

    private final Session session;

    @Mixin
    final FilterOptions filter = new FilterOptions.Usual();

    @Mixin
    final NodeLineOptions format = new NodeLineOptions();

    @Option(names = "--recursive", description = "Go into the folders below the given ones.")
    boolean recursive;

    @Option(names = "--ncdu", description = "Print the export format of ncdu; pipe it into 'ncdu -f -'.")
    boolean ncdu;

    @Option(
            names = {"-s", "--sort"},
            paramLabel = "ORDER",
            description = "Sort by name, size, time (or mtime), atime, ctime or extension.")
    String sort = "name";

    @Option(names = "--reverse", description = "Sort the other way round.")
    boolean reverse;

    @Parameters(index = "0", paramLabel = "SNAPSHOT", description = "Id or latest, with :FOLDER for a part of it.")
    String name = "";

    @Parameters(index = "1..*", paramLabel = "PATH", description = "Absolute paths of folders; all if none is given.")
    List<String> paths = new ArrayList<>();

    LsCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        ListingOrder order = ListingOrder.parse(sort);
        ListingScope scope = ListingScope.of(paths, recursive);
        boolean sorted = order != ListingOrder.NAME || reverse;
        requireOneFormat(sorted);
        try (Repository repository = session.repositories().open();
                Closeable _ = session.lockForReading(repository, Repository.Need.SNAPSHOTS, Repository.Need.INDEX)) {
            SnapshotChoice choice = SnapshotChoice.of(repository, name, filter.filter(session.environment()));
            Listing listing = new Listing(repository, scope);
            if (ncdu) {
                export(listing, choice);
            } else {
                header(choice.snapshot());
                list(listing, choice, order, sorted);
            }
        }
        return ExitCode.OK;
    }

    private void requireOneFormat(boolean sorted) throws BadRequest {
        if (ncdu && session.json()) {
            throw new BadRequest("only either '--json' or '--ncdu' can be specified");
        }
        if (ncdu && sorted) {
            throw new BadRequest("--sort or --reverse and --ncdu are mutually exclusive");
        }
    }

    private void list(Listing listing, SnapshotChoice choice, ListingOrder order, boolean sorted) throws IOException {
        if (!sorted) {
            listing.list(choice.tree(), this::print);
            return;
        }
        List<FoundNode> nodes = new ArrayList<>();
        listing.list(choice.tree(), nodes::add);
        order.sort(nodes, reverse ? Direction.DESCENDING : Direction.ASCENDING);
        for (FoundNode node : nodes) {
            print(node);
        }
    }

    private void header(StoredSnapshot stored) throws IOException {
        Snapshot snapshot = stored.snapshot();
        if (session.json()) {
            JsonWriter json = new JsonWriter().beginObject();
            SnapshotCodec.writeMembers(snapshot, json);
            json.name("id").value(stored.id().toString());
            json.name("short_id").value(stored.id().shortHex());
            json.name("message_type").value("snapshot");
            json.name("struct_type").value("snapshot").endObject();
            session.output().line(json.toString());
        }
        session.say(Texts.snapshot(stored) + " filtered by " + paths + ":");
    }

    private void print(FoundNode found) throws IOException {
        if (session.json()) {
            JsonWriter json = new JsonWriter();
            NodeJson.writeListed(found, json);
            session.output().line(json.toString());
        } else {
            session.output().line(format.line().of(found));
        }
    }

    private void export(Listing listing, SnapshotChoice choice) throws IOException {
        StandardOutput out = new StandardOutput(session.output());
        NcduExport export = new NcduExport(out);
        export.begin(choice.snapshot().snapshot());
        listing.list(choice.tree(), export);
        export.end();
    }
}
