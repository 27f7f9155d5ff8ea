package dev.coffer.backend.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestListingTest {

    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);

    private static RestListing listing(String json) {
        return new RestListing(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "list data");
    }

    private static List<FileInfo> files(String json) throws IOException {
        List<FileInfo> files = new ArrayList<>();
        listing(json).files(files::add);
        return files;
    }

    @Test
    void version_2_has_names_and_sizes() throws IOException {
        String json = "[{\"name\":\"%s\",\"size\":0},\n {\"size\" : 9000000000 , \"name\" : \"%s\"}]\n".formatted(A, B);

        assertThat(files(json)).containsExactly(new FileInfo(A, 0), new FileInfo(B, 9_000_000_000L));
    }

    @Test
    void version_1_has_names() throws IOException {
        assertThat(listing("[\"%s\", \"%s\"]".formatted(A, B)).names()).containsExactly(A, B);
    }

    @Test
    void an_empty_listing_has_neither() throws IOException {
        assertThat(files("[]")).isEmpty();
        assertThat(listing(" [ ] ").names()).isEmpty();
    }

    @Test
    void other_names_are_passed_over() throws IOException {
        String json =
                "[{\"name\":\"%s.tmp\",\"size\":1},{\"name\":\"a\\\"],[\\u00e9\",\"size\":2},{\"name\":\"%s\",\"size\":3}]"
                        .formatted(A, B);

        assertThat(files(json)).containsExactly(new FileInfo(B, 3));
    }

    @Test
    void members_of_which_we_know_nothing_are_passed_over() throws IOException {
        String json = "[{\"x\":\"y\",\"name\":\"%s\",\"dir\":false,\"size\":3,\"t\":1.5}]".formatted(A);

        assertThat(files(json)).containsExactly(new FileInfo(A, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{}",
                "[",
                "[{",
                "[{\"name",
                "[{\"name\"}]",
                "[{\"name\":1}]",
                "[{\"size\":-1}]",
                "[{\"size\":99999999999999999999}]",
                "[{\"size\":\"1\"}]",
                "[{\"size\":1} {\"size\":1}]",
                "[{\"size\":1},]",
                "[\"a\"]",
            })
    void anything_else_is_refused(String json) {
        assertThatThrownBy(() -> files(json))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("list data");
    }
}
