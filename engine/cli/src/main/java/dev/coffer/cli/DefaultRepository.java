package dev.coffer.cli;

import dev.coffer.engine.errors.RepositoryException.WrongPassword;
import dev.coffer.engine.repository.Password;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/**
 * The repository of users who name none: {@code $XDG_DATA_HOME/coffer/repository}, with a random password in
 * {@code repository.key} beside it unless they name one of their own.
 *
 * @param folder that holds both
 */
record DefaultRepository(Path folder) {

    private static final int KEY_BYTES = 32;

    static DefaultRepository of(Environment environment) {
        return new DefaultRepository(UserFolders.data(environment));
    }

    String location() {
        return folder.resolve("repository").toString();
    }

    Path keyFile() {
        return folder.resolve("repository.key");
    }

    /** What a user must know before anything is stored here. */
    String announcement() {
        return """
                No repository was named, so your data is kept in %s
                and encrypted with the key in the file           %s
                Whoever loses that file loses the data: keep a copy of it somewhere else.
                To use another place, give --repo LOCATION and --password-file FILE, or set RESTIC_REPOSITORY and\
                 RESTIC_PASSWORD_FILE.""".formatted(location(), keyFile());
    }

    /**
     * The password in the key file.
     *
     * @throws WrongPassword if there is no such file
     */
    Password key() throws IOException {
        byte[] text;
        try {
            text = Files.readAllBytes(keyFile());
        } catch (NoSuchFileException _) {
            throw new WrongPassword("The key file " + keyFile() + " of your repository " + location()
                    + " is missing. Put a copy of it there, or give the password with --password-file.");
        }
        byte[] trimmed = PasswordText.decodeTrimmed(text);
        Password password = Password.ofUtf8(trimmed);
        Arrays.fill(text, (byte) 0);
        Arrays.fill(trimmed, (byte) 0);
        return password;
    }

    /** Makes the key file, for its owner alone; one that is there already stays. */
    void createKey() throws IOException {
        Files.createDirectories(folder, permissions("rwx------"));
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        byte[] text = Base64.getEncoder().encode(random);
        Set<StandardOpenOption> once = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel file = FileChannel.open(keyFile(), once, permissions("rw-------"))) {
            ByteBuffer line = ByteBuffer.allocate(text.length + 1)
                    .put(text)
                    .put((byte) '\n')
                    .flip();
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(true);
            Arrays.fill(line.array(), (byte) 0);
        } catch (FileAlreadyExistsException _) {
            // Of an earlier repository, or of another process that starts right now: as good as a new one.
        } finally {
            Arrays.fill(random, (byte) 0);
            Arrays.fill(text, (byte) 0);
        }
    }

    private FileAttribute<?>[] permissions(String posix) {
        boolean supported = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return supported
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))}
                : new FileAttribute<?>[0];
    }
}
