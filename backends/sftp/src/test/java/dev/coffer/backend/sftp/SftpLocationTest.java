package dev.coffer.backend.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SftpLocationTest {

    @ParameterizedTest
    @CsvSource({
        "host:dir,                     '',      host,          -1, dir",
        "host:/srv//backup/,           '',      host,          -1, /srv/backup",
        "user@host:dir/../other,       user,    host,          -1, other",
        "user@domain@host:dir,         user@domain, host,      -1, dir",
        "host:,                        '',      host,          -1, .",
        "host:a:b,                     '',      host,          -1, a:b",
        "user@[2001:db8::1]:/dir,      user,    2001:db8::1,   -1, /dir",
        "[::1]:dir,                    '',      ::1,           -1, dir",
        "//host/dir,                   '',      host,          -1, dir",
        "//user@host//dir,             user,    host,          -1, /dir",
        "//user@host:2222//a/b,        user,    host,        2222, /a/b",
        "//user@domain@host:10022//a,  user@domain, host,   10022, /a",
        "//user:secret@host/dir,       user,    host,          -1, dir",
        "//user@[::1]:22//dir,         user,    ::1,           22, /dir",
        "//us%40er@host/a%20b,         us@er,   host,          -1, a b",
        "//host/,                      '',      host,          -1, .",
        "//host/a+b?query#fragment,    '',      host,          -1, a+b",
        "//host:/dir,                  '',      host,          -1, dir",
    })
    void a_location_is_understood(String text, String user, String host, int port, String path) throws Exception {
        SftpLocation location = SftpLocation.parse(text);

        assertThat(location.user().orElse("")).isEqualTo(user);
        assertThat(location.host()).isEqualTo(host);
        assertThat(location.port().orElse(-1)).isEqualTo(port);
        assertThat(location.path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host",
                "/just/a/path",
                ":dir",
                "user@:dir",
                "//host",
                "///dir",
                "//host:port/dir",
                "//host:0/dir",
                "//host:65536/dir",
                "//host/%zz",
                "host:~/dir",
                "//host/~user",
                "-oProxyCommand=x:dir"
            })
    void what_is_no_location_is_rejected_with_an_example(String text) {
        assertThatThrownBy(() -> SftpLocation.parse(text))
                .isInstanceOf(BackendException.Rejected.class)
                .hasMessageContaining("sftp:user@host:path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sftp:host:dir", "sftp:user@[::1]:/dir", "sftp://user@host:2222//dir", "sftp://host:1/dir"})
    void the_text_form_is_a_location_again(String text) throws Exception {
        assertThat(SftpLocation.parse(text.substring("sftp:".length()))).hasToString(text);
    }

    @Test
    void a_password_is_not_repeated() throws Exception {
        assertThat(SftpLocation.parse("//user:secret@host/dir")).hasToString("sftp:user@host:dir");
    }

    @ParameterizedTest
    @CsvSource({"/, /", "/.., /", "a/.., .", "../a, ../a", "./a//b/, a/b", "/a/./b/../c, /a/c", "../../a/../b, ../../b"
    })
    void paths_are_made_as_short_as_possible(String path, String shortest) {
        assertThat(RemotePaths.clean(path)).isEqualTo(shortest);
    }

    @ParameterizedTest
    @CsvSource({"/a/b, /a", "/a, /", "a/b, a", "a, ."})
    void a_path_has_a_parent(String path, String parent) {
        assertThat(RemotePaths.parent(path)).isEqualTo(parent);
    }
}
