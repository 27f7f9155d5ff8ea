package dev.coffer.server;

import static dev.coffer.server.TestServer.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Handle;
import java.io.IOException;
import java.util.OptionalLong;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With passwords, and repositories of their own for all users. */
class UsersTest extends ServerTestCase {

    private static final String[] ALICE = credentials("alice", "pw1");
    private static final String[] BOB = credentials("bob", "pw:2");

    @Override
    ServerSettings change(ServerSettings settings) throws IOException {
        String bcrypt = OpenBSDBCrypt.generate("2y", "pw:2".toCharArray(), new byte[16], 4);
        return settings.withPasswordFile(passwordFile(
                        TestServer.passwordLine("alice", "pw1"),
                        "bob:" + bcrypt + "\n",
                        TestServer.passwordLine("metrics", "pw3")))
                .withMetrics(ServerSettings.MetricsAudience.USERS)
                .withRules(new Rules(false, true, OptionalLong.empty()));
    }

    @BeforeEach
    void makeRepositories() {
        repositories.at("alice", "laptop").overwrite(Handle.CONFIG, new byte[1]);
        repositories.at("bob").overwrite(Handle.CONFIG, new byte[1]);
    }

    @Test
    void users_get_at_what_is_theirs() {
        assertThat(server.get("/alice/laptop/config", ALICE).status()).isEqualTo(200);
        assertThat(server.get("/bob/config", BOB).status()).isEqualTo(200);
    }

    @Test
    void users_get_at_nothing_else() {
        assertThat(server.get("/bob/config", ALICE).status()).isEqualTo(401);
        assertThat(server.post("/bob/new/?create=true", "", ALICE).status()).isEqualTo(401);
        assertThat(server.post("/?create=true", "", ALICE).status()).isEqualTo(401);
        assertThat(server.get("/alice/../bob/config", ALICE).status()).isEqualTo(404);
        assertThat(server.get("/alice%2f..%2fbob/config", ALICE).status()).isEqualTo(404);
        assertThat(server.get("/Alice/laptop/config", ALICE).status()).isEqualTo(401);
    }

    @Test
    void who_cannot_prove_to_be_a_user_gets_at_nothing() {
        assertThat(server.get("/alice/laptop/config").status()).isEqualTo(401);
        assertThat(server.get("/alice/laptop/config", credentials("alice", "pw2"))
                        .status())
                .isEqualTo(401);
        assertThat(server.get("/alice/laptop/config", credentials("carol", "pw1"))
                        .status())
                .isEqualTo(401);
        assertThat(server.get("/alice/laptop/config", credentials("", "")).status())
                .isEqualTo(401);
        assertThat(server.get("/alice/laptop/config", "Authorization", "Basic !!!")
                        .status())
                .isEqualTo(401);
        assertThat(server.get("/alice/laptop/config").header("WWW-Authenticate"))
                .startsWith("Basic");
    }

    @Test
    void a_password_that_was_right_does_not_make_others_right() {
        assertThat(server.get("/bob/config", BOB).status()).isEqualTo(200);
        assertThat(server.get("/bob/config", credentials("bob", "pw:3")).status())
                .isEqualTo(401);
    }

    @Test
    void metrics_are_for_a_user_of_their_own() {
        assertThat(server.get("/metrics").status()).isEqualTo(401);
        assertThat(server.get("/metrics", ALICE).status()).isEqualTo(401);
        assertThat(server.get("/metrics", credentials("metrics", "pw3")).status())
                .isEqualTo(200);
    }
}
