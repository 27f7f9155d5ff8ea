package dev.coffer.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {

    @TempDir
    Path directory;

    private final List<String> messages = new ArrayList<>();
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("htpasswd");
        Files.writeString(file, "# users\n\n" + TestServer.passwordLine("alice", "pw1"));
    }

    private PasswordFile open() throws IOException {
        return new PasswordFile(file, messages::add);
    }

    private static boolean accepts(PasswordFile passwords, String user, String password) {
        return passwords
                .hash(user)
                .filter(hash -> hash.matches(password.getBytes(UTF_8)))
                .isPresent();
    }

    @Test
    void users_and_their_passwords_are_those_of_the_file() throws IOException {
        PasswordFile passwords = open();

        assertThat(accepts(passwords, "alice", "pw1")).isTrue();
        assertThat(accepts(passwords, "bob", "pw1")).isFalse();
    }

    @Test
    void a_changed_file_is_read_again() throws IOException {
        PasswordFile passwords = open();
        Files.writeString(file, TestServer.passwordLine("bob", "pw222"));

        passwords.refresh();

        assertThat(accepts(passwords, "bob", "pw222")).isTrue();
        assertThat(accepts(passwords, "alice", "pw1")).isFalse();
        assertThat(messages).containsExactly("Read " + file + " again.");
    }

    @Test
    void a_file_that_has_become_useless_changes_nothing_and_is_told_of_once() throws IOException {
        PasswordFile passwords = open();
        Files.delete(file);

        passwords.refresh();
        passwords.refresh();

        assertThat(accepts(passwords, "alice", "pw1")).isTrue();
        assertThat(messages).hasSize(1).first().asString().contains("stay as they were");
    }

    @Test
    void a_missing_file_is_told_with_the_way_to_make_it() {
        assertThatIOException()
                .isThrownBy(() -> new PasswordFile(directory.resolve("none"), messages::add))
                .withMessageContaining("it does not exist")
                .withMessageContaining("htpasswd -B -c");
    }

    @Test
    void a_wrong_line_is_named_but_not_repeated() throws IOException {
        Files.writeString(file, TestServer.passwordLine("alice", "pw1") + "bob:plain-text\n");

        assertThatIOException()
                .isThrownBy(this::open)
                .withMessageContaining("line 2 of " + file)
                .withMessageNotContaining("plain-text");
    }
}
