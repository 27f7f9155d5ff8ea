package dev.coffer.operator.agent.access;

import dev.coffer.backend.BackendOptions;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Secret says about SSH, as the folder that people who use SSH have at home. It exists as long as this process, and nobody else
 * may read it.
 */
final class SshFolder {

    static final String PRIVATE_KEY = "SSH_PRIVATE_KEY";
    static final String KNOWN_HOSTS = "SSH_KNOWN_HOSTS";

    private static final String SCHEME = "sftp:";

    private SshFolder() {}

    /**
     * The options of a store, with such a folder if it is one that is reached by SSH.
     *
     * @throws BadRequest if the Secret does not say how the server proves who it is
     */
    static BackendOptions provide(Storage storage) throws IOException {
        BackendOptions options = storage.options();
        if (!storage.location().startsWith(SCHEME)) {
            return options;
        }
        String hosts = options.environment().get(KNOWN_HOSTS);
        if (hosts == null || hosts.isBlank()) {
            throw new BadRequest("Secret " + storage.secret() + " of Repository " + storage.name() + " has no key "
                    + KNOWN_HOSTS + ". It must hold the public key of the server, as `ssh-keyscan HOST` prints it.");
        }
        Path home = create(hosts, options.environment().get(PRIVATE_KEY));
        Map<String, String> variables = new HashMap<>(options.environment());
        variables.remove(PRIVATE_KEY);
        variables.put("HOME", home.toString());
        return new BackendOptions(options.extended(), variables);
    }

    private static Path create(String hosts, @Nullable String key) throws IOException {
        Path home = passing(Files.createTempDirectory("coffer-ssh"));
        Path folder = passing(Files.createDirectory(home.resolve(".ssh")));
        StringBuilder config = new StringBuilder("Host *\n");
        config.append("UserKnownHostsFile ").append(write(folder, "known_hosts", hosts));
        config.append("\nStrictHostKeyChecking yes\n");
        if (key != null) {
            config.append("IdentityFile ")
                    .append(write(folder, "identity", key))
                    .append('\n');
        }
        write(folder, "config", config.toString());
        return home;
    }

    private static Path write(Path folder, String name, String text) throws IOException {
        Path file = Files.createFile(
                folder.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return passing(Files.writeString(file, text.endsWith("\n") ? text : text + "\n"));
    }

    /** A file that goes with this process, before the folder that it is in. */
    private static Path passing(Path file) {
        file.toFile().deleteOnExit();
        return file;
    }
}
