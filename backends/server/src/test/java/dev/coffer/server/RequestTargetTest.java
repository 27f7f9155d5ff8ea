package dev.coffer.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    private static final String NAME = "0123456789abcdef".repeat(4);

    @Test
    void a_repository_may_be_where_all_are_or_up_to_two_folders_below() {
        assertThat(RequestTarget.parse("/")).contains(whole());
        assertThat(RequestTarget.parse("/alice/")).contains(whole("alice"));
        assertThat(RequestTarget.parse("/alice/laptop/")).contains(whole("alice", "laptop"));
        assertThat(RequestTarget.parse("/alice/laptop/old/")).isEmpty();
    }

    private static RequestTarget whole(String... folders) {
        return new RequestTarget(List.of(folders), new RequestTarget.Whole());
    }

    @Test
    void a_file_is_named_by_its_type_and_its_hash() {
        assertThat(RequestTarget.parse("/alice/data/" + NAME))
                .contains(new RequestTarget(List.of("alice"), new RequestTarget.File(Handle.of(FileType.PACK, NAME))));
        assertThat(RequestTarget.parse("/config"))
                .contains(new RequestTarget(List.of(), new RequestTarget.File(Handle.CONFIG)));
    }

    @Test
    void a_type_with_a_slash_is_the_list_of_its_files() {
        assertThat(RequestTarget.parse("/alice/locks/"))
                .contains(new RequestTarget(List.of("alice"), new RequestTarget.Listing(FileType.LOCK)));
    }

    @Test
    void escapes_in_folders_count() {
        assertThat(RequestTarget.parse("/j%C3%BCrgen%20m/")).contains(whole("jürgen m"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "config",
                "/alice",
                "//config",
                "/alice//config",
                "/alice/config/",
                "/alice/data",
                "/alice/data/xyz",
                "/alice/data/00/" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "/alice/data/0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF",
                "/alice/other/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "/alice/data/config"
            })
    void there_is_nothing_elsewhere(String path) {
        assertThat(RequestTarget.parse(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "%2e%2e",
                "%2E%2e",
                ".htpasswd",
                "a%2fb",
                "a%2Fb",
                "a%5cb",
                "a\\b",
                "a%00b",
                "a%0ab",
                "%c0%ae%c0%ae",
                "%252e%252e",
                "a%",
                "a%4",
                "a%zz",
                "c:",
                "*"
            })
    void no_folder_leads_elsewhere(String folder) {
        assertThat(RequestTarget.parse("/" + folder + "/config")).isEmpty();
        assertThat(RequestTarget.parse("/alice/" + folder + "/config")).isEmpty();
        assertThat(RequestTarget.parse("/" + folder + "/")).isEmpty();
    }
}
