package dev.coffer.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectNamesTest {

    private static final String NAME = "ab".repeat(32);

    @ParameterizedTest
    @CsvSource({
        "'',''",
        "/,''",
        "a,a",
        "/a/b/,a/b",
        "//a///b,a/b",
        "./a/./b,a/b",
        "a/../b,b",
        "../a,a",
        "a/..,''",
        "a b/ü,a b/ü"
    })
    void a_path_becomes_a_plain_prefix(String path, String prefix) {
        assertThat(ObjectNames.below(path)).isEqualTo(new ObjectNames(prefix));
    }

    @Test
    void objects_are_called_like_the_files_below_the_prefix() {
        ObjectNames names = ObjectNames.below("/backup/host");

        assertThat(names.of(Handle.CONFIG)).isEqualTo("backup/host/config");
        assertThat(names.of(Handle.of(FileType.PACK, NAME))).isEqualTo("backup/host/data/ab/" + NAME);
        assertThat(names.of(FileType.KEY)).isEqualTo("backup/host/keys/");
    }

    @Test
    void without_a_prefix_they_are_called_like_the_files() {
        assertThat(ObjectNames.below("").of(Handle.CONFIG)).isEqualTo("config");
    }

    @Test
    void only_an_object_in_its_place_is_a_file() {
        ObjectNames names = ObjectNames.below("a");

        assertThat(names.fileName(FileType.PACK, "a/data/ab/" + NAME)).contains(NAME);
        assertThat(names.fileName(FileType.PACK, "a/data/00/" + NAME)).isEmpty();
        assertThat(names.fileName(FileType.PACK, "a/data/" + NAME)).isEmpty();
        assertThat(names.fileName(FileType.INDEX, "a/index/" + NAME)).contains(NAME);
        assertThat(names.fileName(FileType.INDEX, "a/index/deeper/" + NAME)).isEmpty();
        assertThat(names.fileName(FileType.INDEX, "a/index/README")).isEmpty();
    }

    @Test
    void a_name_in_a_url_keeps_its_slashes_and_nothing_else_that_is_special() {
        assertThat(ObjectNames.encode("a b/c+d/ü?#%")).isEqualTo("a%20b/c%2Bd/%C3%BC%3F%23%25");
    }
}
