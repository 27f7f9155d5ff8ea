package dev.coffer.backend.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendRegistry;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpProviderTest {

    private final BackendRegistry registry = BackendRegistry.installed();

    @TempDir
    private Path folder;

    private static BackendOptions options(String... more) {
        Map<String, String> options = new HashMap<>(Map.of("sftp.command", Programs.find("sftp-server")));
        for (int i = 0; i < more.length; i += 2) {
            options.put(more[i], more[i + 1]);
        }
        return new BackendOptions(options, Map.of());
    }

    private String location(String path) {
        return "sftp:host:" + folder.resolve(path);
    }

    @Test
    void a_new_repository_has_all_its_folders_for_the_owner_alone() throws IOException {
        registry.create(location("not/yet/there"), options()).close();

        Path root = folder.resolve("not/yet/there");
        for (String expected :
                new String[] {"", "keys", "locks", "snapshots", "index", "data", "data/00", "data/7f", "data/ff"}) {
            assertThat(root.resolve(expected)).isDirectory();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(expected))))
                    .isEqualTo("rwx------");
        }
        assertThat(root.resolve("data").toFile().list()).hasSize(256);
    }

    @Test
    void creating_over_an_existing_repository_disturbs_nothing() throws IOException {
        try (Backend backend = registry.create(location("r"), options())) {
            backend.save(Handle.CONFIG, Content.of(new byte[] {1}));
        }
        Files.setPosixFilePermissions(folder.resolve("r/data"), PosixFilePermissions.fromString("rwxr-x---"));
        try (Backend backend = registry.create(location("r"), options())) {
            assertThat(backend.load(Handle.CONFIG)).containsExactly(1);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("r/data"))))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void a_folder_that_does_not_exist_is_missing() {
        assertThatThrownBy(() -> registry.open(location("nowhere"), options()))
                .isInstanceOf(BackendException.Missing.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void a_file_cannot_be_a_repository() throws IOException {
        Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> registry.open(location("file"), options()))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("not a folder");
        assertThatThrownBy(() -> registry.create(location("file"), options()))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("not a folder");
    }

    @Test
    void the_backend_says_where_it_is() throws IOException {
        try (Backend backend = registry.create("sftp://user:secret@host:22/" + folder + "/r", options())) {
            assertThat(backend.location()).isEqualTo("sftp://user@host:22/" + folder + "/r");
        }
    }

    @Test
    void the_number_of_connections_is_an_option() throws IOException {
        try (Backend preferred = registry.create(location("r"), options());
                Backend chosen = registry.open(location("r"), options("sftp.connections", "7"))) {
            assertThat(preferred.properties().connections()).isEqualTo(5);
            assertThat(chosen.properties().connections()).isEqualTo(7);
        }
    }

    @Test
    void command_and_arguments_exclude_each_other() {
        assertThatThrownBy(() -> registry.open(location("r"), options("sftp.args", "-v")))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("exclude each other");
    }

    @Test
    void a_command_that_cannot_be_started_is_rejected_with_its_name() {
        assertThatThrownBy(() -> registry.open(location("r"), options("sftp.command", "/no/such/program -x")))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("/no/such/program");
    }

    @Test
    void a_command_that_is_none_is_rejected() {
        assertThatThrownBy(() -> registry.open(location("r"), options("sftp.command", "'open")))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("sftp.command");
    }

    @Test
    void the_last_words_of_a_command_are_told() {
        assertThatThrownBy(() ->
                        registry.open(location("r"), options("sftp.command", "sh -c 'echo no such door >&2; exit 3'")))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("no such door");
    }

    @Test
    void a_command_that_was_not_let_in_is_not_tried_again() {
        assertThatThrownBy(() -> registry.open(
                        location("r"),
                        options("sftp.command", "sh -c 'echo \"u@h: Permission denied (publickey).\" >&2; exit 255'")))
                .isInstanceOf(BackendException.Denied.class);
    }

    @Test
    void a_server_that_permits_no_changes_denies_them() throws IOException {
        registry.create(location("r"), options()).close();
        Handle pack = ContractFiles.file(FileType.PACK, "pack");
        String readOnly = Programs.find("sftp-server") + " -R";
        try (Backend backend = registry.open(location("r"), options("sftp.command", readOnly))) {
            assertThatThrownBy(() -> backend.save(pack, Content.of(new byte[10])))
                    .isInstanceOf(BackendException.Denied.class)
                    .hasMessageContaining(pack.toString());
        }
    }
}
