package dev.coffer.backend.local;

import dev.coffer.backend.Draft;
import dev.coffer.backend.FileType;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files that are begun before their names are known. They lie in the first folder for packs, for want of a better place: whatever
 * lists that folder passes over temporary files, and does not mind that they vanish. In {@code data} itself, restic would take a
 * file that vanishes meanwhile for the end of all packs.
 *
 * <p>There are none on file systems whose failures may pass: writing into a draft cannot be tried again, saving from memory can.
 * Safe for use by any thread.
 */
final class LocalDrafts {

    private static final String NAME = "draft";

    /** How long nobody must have written into one before it is taken for left behind by a program that was killed. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final RepositoryFolders folders;
    private final Path folder;
    private boolean begun;
    private boolean offered;

    LocalDrafts(RepositoryFolders folders) {
        this.folders = folders;
        this.folder = folders.root().resolve(FileType.PACK.directory()).resolve("00");
    }

    Optional<Draft> begin() throws IOException {
        return isOffered() ? Optional.of(LocalDraft.create(folders, folder, NAME)) : Optional.empty();
    }

    /** The first who asks also tidies up. */
    private synchronized boolean isOffered() {
        if (!begun) {
            begun = true;
            offered = OwnFileSystems.hold(nearestFolder());
            if (offered) {
                removeAbandoned(Instant.now().minus(ABANDONED));
            }
        }
        return offered;
    }

    /** The folder, or the one it will be made in. */
    private Path nearestFolder() {
        Path packs = folders.root().resolve(FileType.PACK.directory());
        return Stream.of(folder, packs)
                .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .orElse(folders.root());
    }

    /** As far as that can be done; they are in nobody's way. */
    private void removeAbandoned(Instant untouchedSince) {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, file -> TemporaryFile.isBegun(file, NAME))) {
            for (Path file : files) {
                removeIfAbandoned(file, untouchedSince);
            }
        } catch (IOException | DirectoryIteratorException _) {
            // see above
        }
    }

    private static void removeIfAbandoned(Path file, Instant untouchedSince) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(untouchedSince)) {
                Files.delete(file);
            }
        } catch (IOException _) {
            // another may be one that can be removed
        }
    }
}
