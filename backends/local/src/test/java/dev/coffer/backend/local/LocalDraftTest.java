package dev.coffer.backend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Draft;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.contract.MemoryFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDraftTest {

    private static final Handle PACK = ContractFiles.file(FileType.PACK, "pack");
    private static final byte[] BYTES = ContractFiles.bytes(300_000);

    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    @TempDir
    private Path elsewhere;

    private Path root;
    private Backend backend;

    @BeforeEach
    void create() throws IOException {
        root = folder.resolve("repository");
        backend = new LocalProvider().create(location(), BackendOptions.none());
    }

    private BackendLocation location() {
        return new BackendLocation("local", root.toString());
    }

    private Backend reopen() throws IOException {
        return new LocalProvider().open(location(), BackendOptions.none());
    }

    private Draft draft() throws IOException {
        return backend.draft().orElseThrow();
    }

    private Draft fullDraft() throws IOException {
        Draft draft = draft();
        draft.write(BYTES, 0, 1000);
        draft.write(BYTES, 1000, BYTES.length - 1000);
        return draft;
    }

    private static byte[] read(Draft draft) throws IOException {
        try (InputStream stream = draft.openChecked()) {
            return stream.readAllBytes();
        }
    }

    private List<Path> drafts() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("data/00"))) {
            return files.toList();
        }
    }

    private static void leadElsewhere(Path empty, Path target) throws IOException {
        Files.delete(empty);
        Files.createSymbolicLink(empty, target);
    }

    private Path pack() {
        return root.resolve(PACK.path());
    }

    @Test
    void a_saved_draft_is_a_file_like_others() throws IOException {
        try (Draft draft = fullDraft()) {
            backend.save(PACK, draft);
        }
        assertThat(pack()).hasBinaryContent(BYTES);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pack())))
                .isEqualTo("r--------");
        assertThat(drafts()).isEmpty();
    }

    @Test
    void a_draft_gets_its_name_without_being_copied() throws IOException {
        try (Draft draft = fullDraft()) {
            Object before =
                    Files.readAttributes(drafts().getFirst(), "unix:ino").get("ino");
            backend.save(PACK, draft);
            assertThat(Files.readAttributes(pack(), "unix:ino").get("ino")).isEqualTo(before);
        }
    }

    @Test
    void the_group_may_read_what_it_may_read_otherwise() throws IOException {
        Files.createFile(root.resolve("config"), PosixFilePermissions.asFileAttribute(LocalModes.GROUP.finished()));
        try (Backend ofGroup = reopen();
                Draft draft = ofGroup.draft().orElseThrow()) {
            ofGroup.save(PACK, draft);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pack())))
                .isEqualTo("r--r-----");
    }

    @Test
    void a_draft_can_be_read_while_it_grows_and_when_it_is_saved() throws IOException {
        try (Draft draft = draft()) {
            draft.write(BYTES, 0, 10);
            assertThat(read(draft)).hasSize(10);
            draft.write(BYTES, 10, BYTES.length - 10);
            assertThat(read(draft)).isEqualTo(BYTES);
            backend.save(PACK, draft);
            assertThat(read(draft)).isEqualTo(BYTES);
        }
    }

    @Test
    void nobody_finds_a_draft_in_a_listing() throws IOException {
        try (Draft _ = fullDraft()) {
            assertThat(ContractFiles.list(backend, FileType.PACK)).isEmpty();
        }
    }

    @Test
    void a_draft_that_was_not_saved_is_gone_once_it_is_closed() throws IOException {
        Draft draft = fullDraft();
        assertThat(drafts()).hasSize(1);
        draft.close();
        draft.close();
        assertThat(drafts()).isEmpty();
    }

    @Test
    void a_draft_can_be_saved_once_more() throws IOException {
        try (Draft draft = fullDraft()) {
            backend.save(PACK, draft);
            backend.remove(PACK);
            backend.save(PACK, draft);
        }
        assertThat(pack()).hasBinaryContent(BYTES);
        assertThat(drafts()).isEmpty();
    }

    @Test
    void a_draft_whose_file_was_removed_can_be_saved() throws IOException {
        try (Draft draft = fullDraft()) {
            Files.delete(drafts().getFirst());
            backend.save(PACK, draft);
        }
        assertThat(pack()).hasBinaryContent(BYTES);
    }

    @Test
    void a_draft_is_copied_into_a_folder_of_another_file_system() throws IOException {
        leadElsewhere(root.resolve("data/" + PACK.name().substring(0, 2)), elsewhere);
        try (Draft draft = fullDraft()) {
            backend.save(PACK, draft);
        }
        assertThat(elsewhere.resolve(PACK.name())).hasBinaryContent(BYTES);
        assertThat(elsewhere).isDirectoryNotContaining("glob:**-tmp-*");
        assertThat(drafts()).isEmpty();
    }

    @Test
    void a_folder_that_is_not_there_is_made_for_a_draft() throws IOException {
        Files.delete(pack().getParent());
        try (Draft draft = fullDraft()) {
            backend.save(PACK, draft);
        }
        assertThat(pack()).hasBinaryContent(BYTES);
    }

    @Test
    void drafts_do_not_need_the_folders_they_grow_in() throws IOException {
        Files.delete(root.resolve("data/00"));
        try (Draft draft = fullDraft()) {
            backend.save(PACK, draft);
        }
        assertThat(pack()).hasBinaryContent(BYTES);
    }

    @Test
    void a_folder_that_leads_nowhere_gets_no_drafts() throws IOException {
        leadElsewhere(root.resolve("data/00"), folder.resolve("not mounted"));
        assertThat(backend.draft()).isEmpty();
    }

    @Test
    void a_draft_that_lost_bytes_is_not_saved() throws IOException {
        try (Draft draft = fullDraft()) {
            Files.write(drafts().getFirst(), new byte[10], StandardOpenOption.TRUNCATE_EXISTING);
            assertThatThrownBy(() -> backend.save(PACK, draft))
                    .isInstanceOf(BackendException.Rejected.class)
                    .hasMessageContaining("10 bytes");
        }
        assertThat(pack()).doesNotExist();
    }

    @Test
    void a_repository_folder_that_vanished_is_told() throws IOException {
        try (Draft draft = fullDraft()) {
            Files.move(root, folder.resolve("elsewhere"));
            assertThatThrownBy(() -> backend.save(PACK, draft))
                    .isInstanceOf(BackendException.Missing.class)
                    .hasMessageContaining("still mounted");
            assertThatThrownBy(() -> backend.draft())
                    .isInstanceOf(BackendException.Missing.class)
                    .hasMessageContaining("still mounted");
        }
        assertThat(root).doesNotExist();
    }

    @Test
    void a_folder_in_the_way_of_a_draft_is_rejected() throws IOException {
        Files.createDirectories(pack().resolve("full"));
        try (Draft draft = fullDraft()) {
            assertThatThrownBy(() -> backend.save(PACK, draft))
                    .isInstanceOf(BackendException.Rejected.class)
                    .hasMessageContaining(PACK.toString());
        }
        assertThat(drafts()).isEmpty();
    }

    @Test
    void a_draft_that_can_be_neither_renamed_nor_copied_tells_why_of_both() throws IOException {
        Files.createDirectories(pack().resolve("full"));
        try (Draft draft = fullDraft()) {
            assertThatThrownBy(() -> backend.save(PACK, draft))
                    .cause()
                    .satisfies(failure ->
                            assertThat(failure.getSuppressed()).singleElement().isInstanceOf(IOException.class));
        }
    }

    @Test
    void drafts_that_nobody_has_touched_for_a_day_are_removed() throws IOException {
        Path old = leftBehind("draft-tmp-0123456789abcdef", Duration.ofHours(25));
        Path recent = leftBehind("draft-tmp-fedcba9876543210", Duration.ofHours(23));
        Path foreign = leftBehind(ContractFiles.name("other") + "-tmp-0123456789abcdef", Duration.ofDays(100));
        draft().close();
        assertThat(old).doesNotExist();
        assertThat(recent).exists();
        assertThat(foreign).exists();
    }

    @Test
    void what_cannot_be_removed_does_not_keep_others_from_being_removed() throws IOException {
        List<Path> inTheWay = List.of(folderLeftBehind("1"), folderLeftBehind("2"));
        Path old = leftBehind("draft-tmp-0123456789abcdef", Duration.ofHours(25));
        Path alsoInTheWay = folderLeftBehind("3");
        draft().close();
        assertThat(old).doesNotExist();
        assertThat(alsoInTheWay).exists();
        assertThat(inTheWay).allSatisfy(path -> assertThat(path).exists());
    }

    private Path folderLeftBehind(String digit) throws IOException {
        Path path = root.resolve("data/00/draft-tmp-" + digit.repeat(16));
        Files.createDirectories(path.resolve("full"));
        return Files.setLastModifiedTime(path, FileTime.from(Instant.EPOCH));
    }

    private Path leftBehind(String name, Duration age) throws IOException {
        Path file = Files.createFile(root.resolve("data/00").resolve(name));
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    @Test
    void a_file_system_that_is_not_known_to_be_our_own_gets_no_drafts() throws IOException {
        leadElsewhere(root.resolve("data/00"), Path.of("/proc"));
        assertThat(backend.draft()).isEmpty();
    }

    @Test
    void a_write_does_not_mind_an_interruption() throws IOException {
        try (Draft draft = draft()) {
            Thread.currentThread().interrupt();
            draft.write(BYTES, 0, BYTES.length);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(read(draft)).isEqualTo(BYTES);
        }
    }

    @Test
    void a_writer_who_is_interrupted_all_the_time_loses_nothing() throws Exception {
        try (Draft draft = draft()) {
            Thread writer = Thread.currentThread();
            Thread disturber = Thread.ofPlatform().start(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    writer.interrupt();
                }
            });
            for (int i = 0; i < BYTES.length; i += 100) {
                draft.write(BYTES, i, 100);
            }
            disturber.interrupt();
            while (disturber.isAlive()) {
                Thread.onSpinWait();
            }
            Thread.interrupted();
            assertThat(read(draft)).isEqualTo(BYTES);
        }
    }

    @Test
    void an_interruption_ends_a_save() throws IOException {
        try (Draft draft = fullDraft()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> backend.save(PACK, draft)).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(pack()).doesNotExist();
        assertThat(drafts()).isEmpty();
    }

    @Test
    void an_interruption_ends_reading() throws IOException {
        try (Draft draft = fullDraft()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> read(draft)).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
