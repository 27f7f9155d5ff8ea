package dev.coffer.cli;

import dev.coffer.engine.browse.Owner;
import dev.coffer.engine.browse.PathTemplate;
import dev.coffer.engine.browse.SnapshotsFolder;
import dev.coffer.engine.browse.TimeLayout;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.Repository;
import dev.coffer.mount.Mount;
import dev.coffer.mount.MountOptions;
import dev.coffer.mount.MountOptions.Audience;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows snapshots as a file system, until it is unmounted or the command is interrupted. */
@Command(
        name = "mount",
        description = {
            "Mount the snapshots as a file system to look around in, and copy from.",
            "",
            "It ends with Ctrl-C, or when the folder is unmounted. In templates, %%i stands for the short id of a"
                    + " snapshot, %%I for the whole one, %%u for the user, %%h for the host, %%t for each tag, %%T for the time."
        },
        footerHeading = "%nExample:%n",
        footer = "  coffer mount /mnt/backup")
final class MountCommand implements Task {

    private final Session session;

    @Mixin
    final FilterOptions filter = new FilterOptions.Usual();

    @Option(names = "--allow-other", description = "Let other users look into it, as far as permissions allow.")
    boolean allowOther;

    @Option(
            names = "--no-default-permissions",
            description = "With --allow-other: let them see everything, whatever its permissions.")
    boolean noPermissions;

    @Option(names = "--owner-root", description = "Show root as the owner of everything.")
    boolean ownerRoot;

    @Option(
            names = "--path-template",
            paramLabel = "TEMPLATE",
            description = "Where snapshots are found. May be repeated (default: ids/%%i, snapshots/%%T, hosts/%%h/%%T,"
                    + " tags/%%t/%%T).")
    List<String> templates = new ArrayList<>();

    @Option(
            names = "--time-template",
            paramLabel = "EXAMPLE",
            description = "How times look there: the time Mon Jan 2 15:04:05 2006 -0700 in that form (default: "
                    + TimeLayout.RFC3339 + ").")
    String times = TimeLayout.RFC3339;

    @Parameters(paramLabel = "FOLDER", description = "Where to mount it.")
    Path folder = Path.of("");

    MountCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        SnapshotsFolder.Layout layout = layout();
        try (Repository repository = session.repositories().open();
                Closeable _ = session.lockForReading(repository, Repository.Need.SNAPSHOTS, Repository.Need.INDEX)) {
            repository.loadIndex(ProgressListener.NONE);
            HostIdentity self = repository.options().host();
            SnapshotsFolder root = new SnapshotsFolder(
                    repository,
                    filter.filter(session.environment()),
                    layout,
                    new Owner(self.uid(), self.gid()),
                    ownerRoot ? Optional.of(Owner.ROOT) : Optional.empty());
            serve(root, new MountOptions("coffer:" + repository.config().id().substring(0, 10), audience()));
        }
        return ExitCode.OK;
    }

    private SnapshotsFolder.Layout layout() throws BadRequest {
        List<PathTemplate> parsed = new ArrayList<>();
        for (String template : templates.isEmpty() ? PathTemplate.USUAL : templates) {
            parsed.add(PathTemplate.parse(template));
        }
        return new SnapshotsFolder.Layout(parsed, new TimeLayout(times));
    }

    private Audience audience() {
        if (!allowOther) {
            return Audience.SELF;
        }
        return noPermissions ? Audience.EVERYBODY : Audience.PERMITTED;
    }

    /** To be asked to stop is the usual way to end this, and no failure. */
    private void serve(SnapshotsFolder root, MountOptions options) throws IOException {
        try (Mount mount = Mount.at(folder, root, options, session.output()::message)) {
            session.say("The snapshots are in " + folder + ". End with Ctrl-C, or unmount the folder.");
            session.output().flush();
            mount.awaitEnd();
        } catch (InterruptedException _) {
            session.say("Unmounted " + folder + ".");
        }
    }
}
