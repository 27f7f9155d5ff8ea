package dev.coffer.backend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendRegistry;
import dev.coffer.backend.Content;
import dev.coffer.backend.Handle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalProviderTest {

    private final BackendRegistry registry = BackendRegistry.installed();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "local:"})
    void a_new_repository_has_all_its_folders(String scheme) throws IOException {
        Path root = folder.resolve("not/yet/there");
        try (Backend backend = registry.create(scheme + root, BackendOptions.none())) {
            assertThat(backend.location()).isEqualTo(root.toString());
        }

        assertThat(root).isDirectoryContaining(path -> path.endsWith("keys"));
        for (String expected : new String[] {"keys", "locks", "snapshots", "index", "data/00", "data/7f", "data/ff"}) {
            assertThat(root.resolve(expected)).isEmptyDirectory();
        }
        assertThat(root.resolve("data").toFile().list()).hasSize(256);
    }

    @Test
    void creating_over_an_existing_repository_disturbs_nothing() throws IOException {
        try (Backend backend = registry.create(folder.toString(), BackendOptions.none())) {
            backend.save(Handle.CONFIG, Content.of(new byte[] {1}));
        }
        try (Backend backend = registry.create(folder.toString(), BackendOptions.none())) {
            assertThat(backend.load(Handle.CONFIG)).containsExactly(1);
        }
    }

    @Test
    void a_folder_that_does_not_exist_is_missing() {
        assertThatThrownBy(() -> registry.open(folder + "/nowhere", BackendOptions.none()))
                .isInstanceOf(BackendException.Missing.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void a_file_cannot_be_a_repository() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> registry.open(file.toString(), BackendOptions.none()))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("not a folder");
        assertThatThrownBy(() -> registry.create(file.toString(), BackendOptions.none()))
                .isInstanceOf(BackendException.Rejected.class);
    }

    @Test
    void a_file_among_the_parents_is_told() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> registry.create(file + "/repository", BackendOptions.none()))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void a_relative_path_becomes_absolute() throws IOException {
        Path relative = Path.of("").toAbsolutePath().relativize(folder);
        try (Backend backend = registry.open(relative.toString(), BackendOptions.none())) {
            assertThat(backend.location()).isEqualTo(folder.toString());
        }
    }

    @Test
    void the_number_of_connections_is_an_option() throws IOException {
        BackendOptions seven = new BackendOptions(Map.of("local.connections", "7"), Map.of());
        try (Backend preferred = registry.open(folder.toString(), BackendOptions.none());
                Backend chosen = registry.open(folder.toString(), seven)) {
            assertThat(preferred.properties().connections()).isEqualTo(2);
            assertThat(chosen.properties().connections()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", ""})
    void a_number_of_connections_that_makes_no_sense_is_rejected(String value) {
        BackendOptions options = new BackendOptions(Map.of("local.connections", value), Map.of());

        assertThatThrownBy(() -> registry.open(folder.toString(), options))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("local.connections");
    }

    @Test
    void a_path_with_spaces_and_colons_works() {
        assertThatCode(() -> registry.create("local:" + folder + "/a b:c", BackendOptions.none())
                        .close())
                .doesNotThrowAnyException();
        assertThat(folder.resolve("a b:c/data")).isDirectory();
    }
}
