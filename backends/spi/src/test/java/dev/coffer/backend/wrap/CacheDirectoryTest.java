package dev.coffer.backend.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.coffer.backend.Backend;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheDirectoryTest {

    private static final String FIRST = "12".repeat(32);
    private static final String SECOND = "34".repeat(32);

    @TempDir
    private Path folder;

    private CacheDirectory cache() {
        return new CacheDirectory(folder.resolve("cache"));
    }

    @ParameterizedTest
    @CsvSource({
        "RESTIC_CACHE_DIR=/c;XDG_CACHE_HOME=/x;HOME=/home/u, Linux, /c",
        "XDG_CACHE_HOME=/x;HOME=/home/u, Linux, /x/restic",
        "XDG_CACHE_HOME=relative;HOME=/home/u, Linux, /home/u/.cache/restic",
        "HOME=/home/u, Linux, /home/u/.cache/restic",
        "XDG_CACHE_HOME=/x;HOME=/Users/u, Mac OS X, /Users/u/Library/Caches/restic",
        "LOCALAPPDATA=/local;HOME=/home/u, Windows 11, /local/restic"
    })
    void the_users_cache_is_where_restic_looks(String environment, String osName, String expected) {
        Map<String, String> variables = new HashMap<>();
        for (String setting : environment.split(";")) {
            variables.put(setting.split("=")[0], setting.split("=")[1]);
        }

        assertThat(CacheDirectory.ofUser(variables, osName)).contains(new CacheDirectory(Path.of(expected)));
    }

    @Test
    void a_user_without_home_has_no_cache() {
        assertThat(CacheDirectory.ofUser(Map.of("RESTIC_CACHE_DIR", ""), "Linux"))
                .isEmpty();
    }

    @Test
    void a_new_cache_is_laid_out_as_restic_does() throws IOException {
        cache().open(FIRST);
        Path root = folder.resolve("cache");

        assertThat(root.resolve("CACHEDIR.TAG"))
                .hasBinaryContent("Signature: 8a477f597d28d172789f06886806bc55\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(root.resolve(FIRST + "/version")).hasContent("1");
        assertThat(root.resolve(FIRST + "/data")).isDirectory();
        assertThat(root.resolve(FIRST + "/index")).isDirectory();
        assertThat(root.resolve(FIRST + "/snapshots")).isDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(FIRST))))
                .isEqualTo("rwx------");
    }

    @Test
    void a_cache_of_an_unknown_version_is_not_touched() throws IOException {
        cache().open(FIRST);
        Files.writeString(folder.resolve("cache/" + FIRST + "/version"), "2");

        assertThatThrownBy(() -> cache().open(FIRST))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'2'");
    }

    @Test
    void opening_marks_a_cache_as_used() throws IOException {
        cache().open(FIRST);
        Path repository = folder.resolve("cache/" + FIRST);
        Files.setLastModifiedTime(repository, FileTime.from(Instant.EPOCH));
        cache().open(FIRST);

        assertThat(cache().entries().getFirst().lastUsed()).isAfter(Instant.EPOCH.plus(Duration.ofDays(1)));
    }

    @Test
    void entries_tell_the_size_of_each_repositorys_cache() throws IOException {
        Backend caching = new CachingBackend(new MemoryBackend(), cache().open(SECOND));
        caching.save(Handle.of(FileType.INDEX, "ab".repeat(32)), Content.of(new byte[1000]));
        cache().open(FIRST);
        Files.createDirectory(folder.resolve("cache/notes"));

        assertThat(cache().entries())
                .extracting(CacheDirectory.Entry::repositoryId, CacheDirectory.Entry::size)
                .containsExactly(tuple(FIRST, 1L), tuple(SECOND, 1001L));
    }

    @Test
    void a_cache_that_does_not_exist_has_no_entries() throws IOException {
        assertThat(cache().entries()).isEmpty();
    }

    @Test
    void caches_that_nobody_used_are_deleted() throws IOException {
        cache().open(FIRST);
        cache().open(SECOND);
        Instant limit = Instant.now().minus(CacheDirectory.OLD);
        Files.setLastModifiedTime(folder.resolve("cache/" + FIRST), FileTime.from(limit.minusSeconds(60)));

        assertThat(cache().removeUnusedSince(limit))
                .extracting(CacheDirectory.Entry::repositoryId)
                .containsExactly(FIRST);
        assertThat(cache().entries())
                .extracting(CacheDirectory.Entry::repositoryId)
                .containsExactly(SECOND);
    }

    @Test
    void a_temporary_cache_is_empty_and_can_be_deleted() throws IOException {
        CacheDirectory temporary = CacheDirectory.temporary(folder.resolve("cache"));
        temporary.open(FIRST);

        assertThat(temporary.path().getFileName().toString()).startsWith("restic-check-cache-");
        temporary.delete();
        assertThat(temporary.path()).doesNotExist();
    }
}
