package dev.coffer.backend.local;

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
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBackendTest extends BackendContract implements ForeignFilesContract {

    private static final Handle PACK = ContractFiles.file(FileType.PACK, "pack");
    private static final byte[] BYTES = {1, 2, 3};

    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    @Override
    protected Backend create() throws IOException {
        return new LocalProvider().create(location(), BackendOptions.none());
    }

    @Override
    protected Backend reopen() throws IOException {
        return new LocalProvider().open(location(), BackendOptions.none());
    }

    @Override
    public void plant(String path, byte[] bytes) throws IOException {
        Path file = root().resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private Path root() {
        return folder.resolve("parent/repository");
    }

    private BackendLocation location() {
        return new BackendLocation("local", root().toString());
    }

    @Test
    void packs_lie_in_folders_by_their_first_two_digits() throws IOException {
        backend().save(PACK, Content.of(BYTES));

        assertThat(root().resolve("data/" + PACK.name().substring(0, 2) + "/" + PACK.name()))
                .hasBinaryContent(BYTES);
    }

    @Test
    void a_folder_that_is_not_there_is_made_on_writing() throws IOException {
        Path packs = root().resolve("data/" + PACK.name().substring(0, 2));
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

        reopen().save(PACK, Content.of(BYTES));

        assertThat(permissions(root().resolve(PACK.path()))).isEqualTo("r--r-----");
    }

    @Test
    void while_it_is_written_a_file_has_a_temporary_name_in_the_same_folder() throws IOException {
        Path packs = root().resolve("data/" + PACK.name().substring(0, 2));
        Content spying = new Content() {
            @Override
            public long length() {
                return BYTES.length;
            }

            @Override
            public InputStream open() {
                assertThat(names(packs)).singleElement().asString().matches(PACK.name() + "-tmp-[0-9a-f]{16}");
                return Content.of(BYTES).open();
            }
        };
        backend().save(PACK, spying);

        assertThat(names(packs)).containsExactly(PACK.name());
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
                return Content.of(new byte[50]).open();
            }
        };

        assertThatThrownBy(() -> backend().save(PACK, broken)).isInstanceOf(BackendException.Rejected.class);

        assertThat(names(root().resolve("data/" + PACK.name().substring(0, 2)))).containsExactly(PACK.name());
        assertThat(backend().load(PACK)).isEqualTo(BYTES);
    }

    @Test
    void a_folder_in_the_way_of_a_file_is_rejected_with_its_path() throws IOException {
        Files.createDirectories(root().resolve(PACK.path()).resolve("full"));

        assertThatThrownBy(() -> backend().save(PACK, Content.of(BYTES)))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining(PACK.toString())
                .hasMessageContaining(root().toString());
        assertThatThrownBy(() -> backend().load(PACK)).isInstanceOf(BackendException.Rejected.class);
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
