package dev.coffer.backend.sftp;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.sftp.protocol.SftpTransport;
import dev.coffer.backend.sftp.ssh.SshTransport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the way to the server: a program if the options {@code sftp.command} or {@code sftp.args} ask for one, else SSH spoken
 * by ourselves.
 */
final class Transports {

    private static final String COMMAND = "sftp.command";
    private static final String ARGUMENTS = "sftp.args";

    private Transports() {}

    static SftpTransport choose(SftpLocation where, BackendOptions options) throws IOException {
        Optional<String> command = options.option(COMMAND);
        Optional<String> arguments = options.option(ARGUMENTS);
        if (command.isPresent() && arguments.isPresent()) {
            throw new BackendException.Rejected(
                    "options " + COMMAND + " and " + ARGUMENTS + " exclude each other: the latter is for ssh", null);
        }
        if (command.isPresent()) {
            return new CommandTransport(Secrets.words(COMMAND, command.get()));
        }
        if (arguments.isPresent()) {
            return new CommandTransport(ssh(where, Secrets.words(ARGUMENTS, arguments.get())));
        }
        return SshTransport.to(
                where.host(),
                where.user(),
                where.port(),
                options,
                new Secrets(options, "password", "COFFER_SFTP_PASSWORD"),
                new Secrets(options, "passphrase", "COFFER_SFTP_PASSPHRASE"));
    }

    private static List<String> ssh(SftpLocation where, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("ssh", where.host()));
        where.port().ifPresent(port -> command.addAll(List.of("-p", String.valueOf(port))));
        where.user().ifPresent(user -> command.addAll(List.of("-l", user)));
        command.addAll(arguments);
        command.addAll(List.of("-s", "sftp"));
        return command;
    }
}
