package dev.coffer.backend.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.BackendContract;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.contract.ForeignFilesContract;
import dev.coffer.backend.contract.MemoryFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a program's standard input and output, which is OpenSSH's SFTP server itself: no login, no network. */
class CommandBackendTest extends BackendContract implements ForeignFilesContract {

    private static final byte[] BYTES = {1, 2, 3};
    private static final Handle PACK = ContractFiles.file(FileType.PACK, "pack");

    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    private Path root() {
        return folder.resolve("repository");
    }

    private BackendLocation location() {
        return new BackendLocation("sftp", "anywhere:" + root());
    }

    private static BackendOptions options() {
        return new BackendOptions(Map.of("sftp.command", Programs.find("sftp-server")), Map.of());
    }

    @Override
    protected Backend create() throws IOException {
        return new SftpProvider().create(location(), options());
    }

    @Override
    protected Backend reopen() throws IOException {
        return new SftpProvider().open(location(), options());
    }

    @Override
    public void plant(String path, byte[] bytes) throws IOException {
        Files.write(root().resolve(path), bytes);
    }

    @Test
    void a_pack_lies_in_the_folder_of_its_first_byte() throws IOException {
        backend().save(PACK, Content.of(BYTES));

        assertThat(root().resolve("data/" + PACK.name().substring(0, 2) + "/" + PACK.name()))
                .hasBinaryContent(BYTES);
    }

    @Test
    void a_folder_that_is_not_there_is_made_on_writing() throws IOException {
        Path packs = packFolder();
        Files.delete(packs);
        backend().save(PACK, Content.of(BYTES));

        assertThat(backend().load(PACK)).isEqualTo(BYTES);
        assertThat(permissions(packs)).isEqualTo("rwx------");
    }

    @Test
    void a_folder_that_is_not_there_holds_no_files() throws IOException {
        Files.delete(root().resolve("locks"));

        assertThat(ContractFiles.list(backend(), FileType.LOCK)).isEmpty();
    }

    @Test
    void a_repository_folder_that_vanished_is_not_made_again() throws IOException {
        Files.move(root(), folder.resolve("elsewhere"));

        assertThatThrownBy(() -> backend().save(PACK, Content.of(BYTES)))
                .isInstanceOf(BackendException.Missing.class)
                .hasMessageContaining("still mounted");
        assertThat(root()).doesNotExist();
    }

    @Test
    void finished_files_are_readable_for_the_owner_alone() throws IOException {
        backend().save(PACK, Content.of(BYTES));

        assertThat(permissions(root().resolve(PACK.path()))).isEqualTo("r--------");
    }

    @Test
    void a_config_that_the_group_may_read_opens_new_files_to_the_group() throws IOException {
        backend().save(Handle.CONFIG, Content.of(BYTES));
        Files.setPosixFilePermissions(root().resolve("config"), PosixFilePermissions.fromString("r--r-----"));
        Files.delete(packFolder());

        try (Backend reopened = reopen()) {
            reopened.save(PACK, Content.of(BYTES));
        }

        assertThat(permissions(root().resolve(PACK.path()))).isEqualTo("r--r-----");
        assertThat(permissions(packFolder())).isEqualTo("rwxrwx---");
    }

    @Test
    void while_it_is_written_a_file_has_the_temporary_name_that_restic_gives_it() throws IOException {
        Content spying = new Content() {
            @Override
            public long length() {
                return BYTES.length;
            }

            @Override
            public InputStream open() {
                assertThat(names(packFolder()))
                        .singleElement()
                        .asString()
                        .matches(PACK.name() + "-restic-temp-[0-9a-f]{32}");
                return new ByteArrayInputStream(BYTES);
            }
        };
        backend().save(PACK, spying);

        assertThat(names(packFolder())).containsExactly(PACK.name());
    }

    @Test
    void a_failed_save_takes_its_temporary_file_away_and_leaves_the_old_one() throws IOException {
        backend().save(PACK, Content.of(BYTES));
        Content broken = new Content() {
            @Override
            public long length() {
                return 100;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(new byte[50]);
            }
        };

        assertThatThrownBy(() -> backend().save(PACK, broken)).isInstanceOf(BackendException.Rejected.class);

        assertThat(names(packFolder())).containsExactly(PACK.name());
        assertThat(backend().load(PACK)).isEqualTo(BYTES);
    }

    @Test
    void reading_leaves_no_file_open_on_the_server() throws IOException {
        backend().save(PACK, Content.of(BYTES));
        for (int i = 0; i < 2000; i++) {
            backend().load(PACK, 0, new byte[3], 0, 3);
        }

        assertThat(backend().load(PACK)).isEqualTo(BYTES);
    }

    private Path packFolder() {
        return root().resolve("data/" + PACK.name().substring(0, 2));
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
