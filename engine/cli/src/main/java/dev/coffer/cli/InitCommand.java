package dev.coffer.cli;

import dev.coffer.chunker.Polynomial;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryConfig;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a repository. */
@Command(
        name = "init",
        description = "Make a new repository.",
        footerHeading = "%nExample:%n",
        footer = "  coffer init --repo /srv/backup --password-file ~/.backup-password")
final class InitCommand implements Task {

    private final Session session;

    @Option(
            names = "--repository-version",
            paramLabel = "VERSION",
            description = "Format of the repository: 1, 2, latest or stable (default: stable, which is 2).")
    String version = "stable";

    @Option(
            names = "--copy-chunker-params",
            description = "Cut files as the repository given by --from-repo does, so that copies share its blobs.")
    boolean copyChunkerParameters;

    @Mixin
    final FromOptions from = new FromOptions();

    InitCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        int number = number(version);
        try (Repository repository = session.repositories().init(number, polynomial())) {
            String id = repository.config().id();
            String place = session.repositories().location();
            if (session.json()) {
                JsonWriter json = new JsonWriter();
                json.beginObject();
                json.name("message_type").value("initialized");
                json.name("id").value(id);
                json.name("repository").value(place);
                session.output().json(json.endObject());
            } else {
                session.say("Made repository " + id.substring(0, 10) + " at " + place + ".");
                session.say("Its password is the only way to the data: whoever loses it loses everything.");
            }
        }
        return ExitCode.OK;
    }

    private Optional<Polynomial> polynomial() throws IOException {
        if (!copyChunkerParameters) {
            return Optional.empty();
        }
        try (Repository other = session.repositories().openOther(from)) {
            return Optional.of(other.config().polynomial());
        }
    }

    private static int number(String version) throws BadRequest {
        return switch (version) {
            case "1" -> 1;
            case "2", "stable", "latest" -> RepositoryConfig.LATEST_VERSION;
            default -> throw new BadRequest("There is no repository version '" + version + "'; choose 1 or 2.");
        };
    }
}
