package dev.coffer.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTest {

    private static final String NAME = "0a".repeat(32);

    @Test
    void packs_lie_in_folders_by_their_first_two_digits() {
        assertThat(Handle.of(FileType.PACK, NAME).path()).isEqualTo("data/0a/" + NAME);
        assertThat(Handle.of(FileType.INDEX, NAME).path()).isEqualTo("index/" + NAME);
        assertThat(Handle.CONFIG.path()).isEqualTo("config");
    }

    @Test
    void the_metadata_flag_takes_no_part_in_identity() {
        assertThat(Handle.treePack(NAME))
                .isEqualTo(Handle.of(FileType.PACK, NAME))
                .hasSameHashCodeAs(Handle.of(FileType.PACK, NAME))
                .isNotEqualTo(Handle.of(FileType.INDEX, NAME));
    }

    @Test
    void index_and_snapshot_files_are_metadata_and_packs_only_if_they_hold_trees() {
        assertThat(Handle.of(FileType.INDEX, NAME).metadata()).isTrue();
        assertThat(Handle.of(FileType.SNAPSHOT, NAME).metadata()).isTrue();
        assertThat(Handle.of(FileType.PACK, NAME).metadata()).isFalse();
        assertThat(Handle.treePack(NAME).metadata()).isTrue();
        assertThat(Handle.of(FileType.KEY, NAME).metadata()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0a", "../../etc/passwd", "config"})
    void a_name_that_is_no_hash_is_refused(String name) {
        assertThatThrownBy(() -> Handle.of(FileType.KEY, name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void upper_case_digits_are_no_file_name() {
        assertThat(Handle.isFileName(NAME)).isTrue();
        assertThat(Handle.isFileName("0A".repeat(32))).isFalse();
    }
}
