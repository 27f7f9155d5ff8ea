package dev.coffer.backend.sftp;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.sftp.protocol.Answer;
import dev.coffer.backend.sftp.protocol.Attributes;
import dev.coffer.backend.sftp.protocol.SftpClient;
import dev.coffer.backend.sftp.protocol.SftpException;
import dev.coffer.backend.sftp.protocol.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders of a repository on a server: one per file type, and 256 for packs by the first byte of their names.
 *
 * @param root path of the repository
 * @param modes permissions for new folders
 */
record RemoteFolders(String root, RemoteModes modes) {

    String path(Handle handle) {
        return RemotePaths.join(root, handle.path());
    }

    String path(FileType type) {
        return RemotePaths.join(root, type.directory());
    }

    /** Makes all folders that are not there, parents of the repository included. */
    void create(SftpClient client) throws IOException {
        makeWithParents(client, root);
        make(
                client,
                Stream.of(FileType.values())
                        .filter(type -> type != FileType.CONFIG)
                        .map(this::path)
                        .toList());
        HexFormat hex = HexFormat.of();
        make(
                client,
                IntStream.range(0, 256)
                        .mapToObj(first -> RemotePaths.join(path(FileType.PACK), hex.toHexDigits((byte) first)))
                        .toList());
    }

    private void makeWithParents(SftpClient client, String path) throws IOException {
        Optional<Attributes> there = look(client, path);
        if (there.isPresent()) {
            requireFolder(path, there.get(), null);
        } else {
            String parent = RemotePaths.parent(path);
            if (!parent.equals(path)) {
                makeWithParents(client, parent);
            }
            make(client, List.of(path));
        }
    }

    /**
     * Makes the folder for a file. Never makes the repository's own folder: if that is gone, a disk may not be mounted, and
     * what is written to the empty mount point would be lost.
     */
    void createFor(SftpClient client, Handle handle) throws IOException {
        if (look(client, root).isEmpty()) {
            throw new BackendException.Missing(
                    "the repository folder " + root + " is gone; is its file system still mounted on the server?",
                    null);
        }
        make(client, List.of(path(handle.type())));
        make(client, List.of(RemotePaths.parent(path(handle))));
    }

    /** What is at a path, if there is anything. */
    static Optional<Attributes> look(SftpClient client, String path) throws IOException {
        return ifThere(client.stat(path));
    }

    static Optional<Attributes> ifThere(Answer<Attributes> answer) throws IOException {
        try {
            return Optional.of(answer.get());
        } catch (SftpException e) {
            if (e.status() == Status.NO_SUCH_FILE || e.status() == Status.NO_SUCH_PATH) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Makes folders next to each other with as little waiting as possible; those that are there stay as they are. */
    private void make(SftpClient client, List<String> paths) throws IOException {
        List<Answer<Status>> answers = paths.stream()
                .map(path -> client.makeFolder(path, modes.folder()))
                .toList();
        List<String> made = new ArrayList<>();
        Map<String, SftpException> refused = new LinkedHashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            try {
                answers.get(i).get();
                made.add(paths.get(i));
            } catch (SftpException e) {
                refused.put(paths.get(i), e);
            }
        }
        setPermissions(client, made);
        requireFolders(client, refused);
    }

    /** Again, since servers take some away from those asked for at first. */
    private void setPermissions(SftpClient client, List<String> paths) throws IOException {
        List<Answer<Status>> answers = paths.stream()
                .map(path -> client.setPermissions(path, modes.folder()))
                .toList();
        for (Answer<Status> answer : answers) {
            Tolerance.ofPermissions(answer);
        }
    }

    /** Servers have no common word for a folder that is there already. */
    private static void requireFolders(SftpClient client, Map<String, SftpException> refused) throws IOException {
        Map<String, Answer<Attributes>> answers = new LinkedHashMap<>();
        refused.keySet().forEach(path -> answers.put(path, client.stat(path)));
        for (Map.Entry<String, SftpException> entry : refused.entrySet()) {
            String path = entry.getKey();
            Optional<Attributes> there = ifThere(Objects.requireNonNull(answers.get(path)));
            if (there.isEmpty()) {
                throw entry.getValue();
            }
            requireFolder(path, there.get(), entry.getValue());
        }
    }

    private static void requireFolder(String path, Attributes there, @Nullable SftpException refusal)
            throws BackendException.Rejected {
        if (!there.mayBeFolder()) {
            throw new BackendException.Rejected(path + " is in the way: it is not a folder", refusal);
        }
    }
}
