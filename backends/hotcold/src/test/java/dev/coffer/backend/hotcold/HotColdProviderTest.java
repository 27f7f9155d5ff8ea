package dev.coffer.backend.hotcold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.BackendRegistry;
import dev.coffer.backend.Content;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.BackendContract;
import dev.coffer.backend.contract.MemoryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HotColdProviderTest extends BackendContract {

    private static final BackendRegistry STORES = BackendRegistry.installed();

    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    private String location() {
        return "hotcold:" + folder.resolve("hot") + "," + folder.resolve("cold");
    }

    @Override
    protected Backend create() throws IOException {
        return STORES.create(location(), BackendOptions.none());
    }

    @Override
    protected Backend reopen() throws IOException {
        return STORES.open(location(), BackendOptions.none());
    }

    @Test
    void the_cold_part_holds_everything_and_the_hot_one_metadata() throws IOException {
        Handle trees = Handle.treePack("ab".repeat(32));
        backend().save(trees, Content.of(new byte[] {1}));
        backend().save(Handle.CONFIG, Content.of(new byte[] {2}));

        assertThat(folder.resolve("cold").resolve(trees.path())).exists();
        assertThat(folder.resolve("cold").resolve("config")).exists();
        assertThat(folder.resolve("hot").resolve(trees.path())).exists();
        assertThat(folder.resolve("hot").resolve("config")).doesNotExist();
    }

    @Test
    void both_parts_are_named_for_people() {
        assertThat(backend().location()).contains(folder + "/cold", folder + "/hot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hotcold:", "hotcold:/hot", "hotcold:,/cold", "hotcold:/hot,"})
    void a_location_without_two_places_is_refused(String location) {
        assertThatThrownBy(() -> STORES.open(location, BackendOptions.none()))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("hotcold:/mnt/ssd/backup,s3:");
    }

    @Test
    void there_are_only_two_parts() {
        assertThatThrownBy(() -> STORES.open("hotcold:/a,hotcold:/b,/c", BackendOptions.none()))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("cannot be one itself");
    }

    @Test
    void what_to_do_about_a_lost_hot_part_is_told() throws IOException {
        Files.createDirectories(folder.resolve("other"));

        assertThatThrownBy(() -> STORES.open("hotcold:" + folder + "/lost," + folder + "/other", BackendOptions.none()))
                .isInstanceOf(BackendException.Missing.class)
                .hasMessageContaining("make an empty folder");
    }

    @Test
    void settings_for_the_hot_part_hide_those_for_both() {
        BackendOptions hot = HotOptions.of(new BackendOptions(
                Map.of("s3.connections", "5", "hot.s3.connections", "20"),
                Map.of("AWS_PROFILE", "a", "COFFER_HOT_AWS_PROFILE", "b", "HOME", "/root")));

        assertThat(hot.option("s3.connections")).contains("20");
        assertThat(hot.environment()).containsEntry("AWS_PROFILE", "b").containsEntry("HOME", "/root");
    }
}
