package dev.coffer.backend.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.Draft;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power fails at any moment, and with it goes all that was not forced to disk. */
class PowerCutTest {

    private static final Handle PACK = ContractFiles.file(FileType.PACK, "pack");
    private static final Handle OTHER_PACK = ContractFiles.file(FileType.PACK, "other pack");
    private static final Handle INDEX = ContractFiles.file(FileType.INDEX, "index");
    private static final Handle SNAPSHOT = ContractFiles.file(FileType.SNAPSHOT, "snapshot");
    private static final String REPOSITORY = "srv/repository";
    private static final byte[] BYTES = new byte[100_000];
    private static final byte[] OLD_CONFIG = {1, 2, 3};
    private static final byte[] NEW_CONFIG = {4, 5, 6, 7};

    static {
        Arrays.fill(BYTES, (byte) 7);
    }

    @TempDir
    private Path folder;

    /** What the store has promised to hold, until the power failed. */
    private final Map<Handle, byte[]> saved = new HashMap<>();

    private interface Use {
        void of(LocalBackend backend) throws IOException;
    }

    /** Uses a store without any folders on a machine whose power fails after so many changes. */
    private Disk use(Path machine, int changes, Use use) throws IOException {
        saved.clear();
        Files.createDirectory(machine);
        Disk disk = new Disk(machine);
        Path root = new DiskFileSystem(disk).path(machine.resolve(REPOSITORY));
        Files.createDirectories(root);
        FolderSync.force(root.getParent());
        FolderSync.force(root.getParent().getParent());
        disk.failAfter(changes);
        try {
            use.of(new LocalBackend(root, LocalModes.OWNER, 1));
        } catch (IOException _) {
            // The power is off.
        }
        return disk;
    }

    private int changesOf(Use use) throws IOException {
        Disk disk = use(folder.resolve("undisturbed"), Integer.MAX_VALUE, use);
        assertThat(disk.changes()).isPositive();
        return disk.changes();
    }

    private interface Look {
        void at(Path left, int changes) throws IOException;
    }

    /** What is left by a failure at each moment, if nothing that was not forced has got to disk, and if all names have. */
    private void cutEverywhere(Use use, Look look) throws IOException {
        int all = changesOf(use);
        for (int changes = 0; changes <= all; changes++) {
            Path machine = folder.resolve("machine-" + changes);
            Disk disk = use(machine, changes, use);
            Path left = folder.resolve("left-" + changes);
            disk.leftIn(left);
            look.at(left.resolve(REPOSITORY), changes);
            Path leftWithNames = folder.resolve("left-with-names-" + changes);
            disk.leftWithNamesIn(leftWithNames);
            look.at(leftWithNames.resolve(REPOSITORY), changes);
        }
    }

    private static Optional<byte[]> find(Path root, Handle handle) throws IOException {
        try (Backend backend = new LocalBackend(root, LocalModes.OWNER, 1)) {
            return Optional.of(backend.load(handle));
        } catch (BackendException.Missing _) {
            return Optional.empty();
        }
    }

    @Test
    void a_new_repository_stays() throws IOException {
        Path machine = Files.createDirectory(folder.resolve("machine"));
        Disk disk = new Disk(machine);
        new RepositoryFolders(new DiskFileSystem(disk).path(machine.resolve(REPOSITORY)), LocalModes.OWNER).create();
        Path left = folder.resolve("left");
        disk.leftIn(left);
        assertThat(left.resolve(REPOSITORY).resolve("data/ff")).isDirectory();
    }

    private void save(Backend backend, Handle handle, byte[] bytes) throws IOException {
        backend.save(handle, Content.of(bytes));
        saved.put(handle, bytes);
    }

    private void fill(Backend backend) throws IOException {
        save(backend, Handle.CONFIG, OLD_CONFIG);
        save(backend, PACK, BYTES);
        save(backend, OTHER_PACK, BYTES);
        save(backend, INDEX, BYTES);
        save(backend, SNAPSHOT, BYTES);
    }

    @Test
    void what_was_saved_is_there_and_nothing_is_there_in_part() throws IOException {
        cutEverywhere(this::fill, (left, changes) -> {
            for (Handle handle : List.of(Handle.CONFIG, PACK, OTHER_PACK, INDEX, SNAPSHOT)) {
                byte[] whole = handle.equals(Handle.CONFIG) ? OLD_CONFIG : BYTES;
                Optional<byte[]> found = find(left, handle);
                if (saved.containsKey(handle)) {
                    assertThat(found).as("%s after %d changes", handle, changes).isPresent();
                }
                found.ifPresent(bytes -> assertThat(bytes).isEqualTo(whole));
            }
        });
    }

    /** Both the folder for drafts and that of the pack are there. */
    private void saveDraft(LocalBackend backend) throws IOException {
        save(backend, Handle.of(FileType.PACK, "00" + "ab".repeat(31)), BYTES);
        save(backend, Handle.of(FileType.PACK, PACK.name().substring(0, 2) + "ab".repeat(31)), BYTES);
        try (Draft draft = backend.draft().orElseThrow()) {
            draft.write(BYTES, 0, BYTES.length / 2);
            draft.write(BYTES, BYTES.length / 2, BYTES.length / 2);
            backend.save(PACK, draft);
            saved.put(PACK, BYTES);
        }
    }

    @Test
    void a_draft_is_there_as_a_whole_once_it_was_saved() throws IOException {
        cutEverywhere(this::saveDraft, (left, changes) -> {
            Optional<byte[]> found = find(left, PACK);
            if (saved.containsKey(PACK)) {
                assertThat(found).as("after %d changes", changes).isPresent();
            }
            found.ifPresent(bytes -> assertThat(bytes).isEqualTo(BYTES));
        });
    }

    private void replaceConfig(Backend backend) throws IOException {
        save(backend, Handle.CONFIG, OLD_CONFIG);
        save(backend, Handle.CONFIG, NEW_CONFIG);
    }

    @Test
    void a_file_that_is_replaced_is_the_old_or_the_new_one() throws IOException {
        cutEverywhere(this::replaceConfig, (left, changes) -> {
            Optional<byte[]> found = find(left, Handle.CONFIG);
            if (saved.containsKey(Handle.CONFIG)) {
                assertThat(found).as("config after %d changes", changes).isPresent();
            }
            if (saved.get(Handle.CONFIG) == NEW_CONFIG) {
                assertThat(found.orElseThrow()).isEqualTo(NEW_CONFIG);
            }
            found.ifPresent(bytes -> assertThat(bytes).isIn(OLD_CONFIG, NEW_CONFIG));
        });
    }

    /** At the end, the folder of the pack gets to disk, as the system does it by itself sooner or later. */
    private void prune(LocalBackend backend) throws IOException {
        fill(backend);
        backend.remove(SNAPSHOT);
        backend.remove(INDEX);
        backend.remove(PACK);
        FolderSync.force(backend.folders().path(PACK).getParent());
    }

    @Test
    void what_needs_a_pack_is_gone_for_good_before_the_pack_is() throws IOException {
        cutEverywhere(this::prune, (left, changes) -> {
            if (saved.containsKey(SNAPSHOT) && find(left, PACK).isEmpty()) {
                assertThat(find(left, SNAPSHOT))
                        .as("snapshot after %d changes", changes)
                        .isEmpty();
                assertThat(find(left, INDEX))
                        .as("index after %d changes", changes)
                        .isEmpty();
            }
        });
    }
}
