package dev.coffer.backend.sftp;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.sftp.protocol.SftpStreams;
import dev.coffer.backend.sftp.protocol.SftpTransport;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A program that speaks SFTP on its standard input and output, such as {@code ssh} with the subsystem {@code sftp}. */
final class CommandTransport implements SftpTransport {

    private final List<String> command;
    private final Set<CommandStreams> running = ConcurrentHashMap.newKeySet();

    /** @param command program and arguments */
    CommandTransport(List<String> command) {
        this.command = List.copyOf(command);
    }

    @Override
    public SftpStreams connect() throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new BackendException.Rejected(
                    "cannot start the program '" + command.getFirst() + "' for SFTP: " + e.getMessage(), e);
        }
        CommandStreams streams = CommandStreams.of(process);
        running.removeIf(CommandStreams::isClosed);
        running.add(streams);
        return streams;
    }

    /** The program may ask the user for a password each time it is started. */
    @Override
    public boolean multiplexed() {
        return false;
    }

    @Override
    public void close() {
        running.forEach(CommandStreams::close);
    }
}
