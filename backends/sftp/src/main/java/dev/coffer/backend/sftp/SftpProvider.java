package dev.coffer.backend.sftp;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendProperties;
import dev.coffer.backend.BackendProvider;
import dev.coffer.backend.sftp.protocol.Answer;
import dev.coffer.backend.sftp.protocol.Attributes;
import dev.coffer.backend.sftp.protocol.SftpClient;
import dev.coffer.backend.sftp.protocol.SftpTransport;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Opens repositories on SFTP servers. Connects at once, so that whatever is wrong with the connection is told at once. */
public final class SftpProvider implements BackendProvider {

    private static final String SCHEME = "sftp";
    private static final int PREFERRED_CONNECTIONS = 5;

    /** What to do with the folder of the repository, before it is used. */
    private interface Preparation {
        RemoteFolders run(SftpClient client, String root) throws IOException;
    }

    @Override
    public Set<String> schemes() {
        return Set.of(SCHEME);
    }

    /** Creates the folder with its parents and all folders for files, as far as they are not there. */
    @Override
    public Backend create(BackendLocation location, BackendOptions options) throws IOException {
        return connect(location, options, "create", (client, root) -> {
            RemoteFolders folders = new RemoteFolders(root, RemoteModes.OWNER);
            folders.create(client);
            return folders;
        });
    }

    @Override
    public Backend open(BackendLocation location, BackendOptions options) throws IOException {
        return connect(location, options, "open", SftpProvider::look);
    }

    private static RemoteFolders look(SftpClient client, String root) throws IOException {
        Answer<Attributes> folder = client.stat(root);
        Answer<Attributes> config = client.stat(RemotePaths.join(root, "config"));
        Optional<Attributes> there = RemoteFolders.ifThere(folder);
        if (there.isEmpty()) {
            throw new BackendException.Missing("there is no folder " + root + " on the server", null);
        }
        if (!there.get().mayBeFolder()) {
            throw new BackendException.Rejected(
                    root + " on the server is not a folder, so it cannot be a repository", null);
        }
        RemoteModes modes = RemoteFolders.ifThere(config).map(RemoteModes::of).orElse(RemoteModes.OWNER);
        return new RemoteFolders(root, modes);
    }

    private static Backend connect(
            BackendLocation location, BackendOptions options, String verb, Preparation preparation) throws IOException {
        SftpLocation where = SftpLocation.parse(location.path());
        int most = options.connections(SCHEME, PREFERRED_CONNECTIONS);
        SftpTransport transport = Transports.choose(where, options);
        SftpConnections connections = new SftpConnections(transport, most, options.stallLimit());
        try {
            return connections.use(client -> {
                RemoteFolders folders = preparation.run(client, where.path());
                BackendProperties properties = new BackendProperties(most, client.replacesAtomically());
                return new SftpBackend(connections, folders, properties, where.toString());
            });
        } catch (IOException e) {
            connections.close();
            throw SftpFailures.explain(verb + " the repository " + where, e);
        } catch (RuntimeException | Error e) {
            connections.close();
            throw e;
        }
    }
}
