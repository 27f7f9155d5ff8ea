package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.server.Rules;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who may do what on a server. */
final class ServeAccessOptions {

    @Option(
            names = "--htpasswd-file",
            paramLabel = "FILE",
            description = "Users and their passwords, as 'htpasswd -B' writes them. Read again when it changes.")
    @Nullable
    Path passwordFile;

    @Option(names = "--no-auth", description = "Let everybody in who can reach the server.")
    boolean noAuthentication;

    @Option(
            names = "--private-repos",
            description = "Let users get only at repositories in the folder that has their name.")
    boolean privateRepositories;

    @Option(
            names = "--append-only",
            description = "Let nobody remove or replace anything but locks: backups work, forget and prune do not.")
    boolean appendOnly;

    @Option(
            names = "--max-size",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            description = "Let no repository grow beyond this size, such as 500G.")
    @Nullable
    ByteSize maxSize;

    Optional<Path> passwordFile() throws BadRequest {
        if (passwordFile == null && !noAuthentication) {
            throw new BadRequest("Who may use the server? Give --htpasswd-file FILE with users and passwords, or"
                    + " --no-auth to let everybody in.");
        }
        if (passwordFile != null && noAuthentication) {
            throw new BadRequest("--htpasswd-file and --no-auth exclude each other; give one of them.");
        }
        return Optional.ofNullable(passwordFile);
    }

    Rules rules() throws BadRequest {
        if (privateRepositories && noAuthentication) {
            throw new BadRequest("--private-repos is about users, and with --no-auth there are none.");
        }
        OptionalLong max = maxSize == null ? OptionalLong.empty() : OptionalLong.of(maxSize.bytes());
        return new Rules(appendOnly, privateRepositories, max);
    }
}
