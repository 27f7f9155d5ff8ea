package dev.coffer.cli;

import dev.coffer.engine.check.VerifiedPacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file in which this user's machine remembers which packs of a repository it has verified when:
 * {@code $XDG_STATE_HOME/coffer/<repository id>/verified-packs}.
 */
record VerificationRecord(Path file) {

    static VerificationRecord of(Environment environment, String repositoryId) {
        return new VerificationRecord(
                UserFolders.state(environment).resolve(repositoryId).resolve("verified-packs"));
    }

    /** What was verified so far; nothing if there is no file. */
    VerifiedPacks load() throws IOException {
        try {
            return VerifiedPacks.parse(Files.readAllLines(file));
        } catch (NoSuchFileException _) {
            return new VerifiedPacks();
        }
    }

    /** Replaces the file as a whole. */
    void save(VerifiedPacks verified) throws IOException {
        Path folder = Files.createDirectories(file.resolveSibling("."));
        Path fresh = Files.createTempFile(folder, "verified-packs-", ".tmp");
        try {
            Files.write(fresh, verified.lines());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
