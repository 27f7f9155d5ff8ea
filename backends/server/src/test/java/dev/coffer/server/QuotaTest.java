package dev.coffer.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With room for 100 bytes in each repository, 40 of which are taken. */
class QuotaTest extends ServerTestCase {

    private static final byte[] SIXTY = new byte[60];
    private static final byte[] SIXTY_ONE = new byte[61];

    @Override
    ServerSettings change(ServerSettings settings) {
        return settings.withRules(new Rules(false, false, OptionalLong.of(100)));
    }

    @BeforeEach
    void takeForty() {
        repositories.at("alice").overwrite(Handle.CONFIG, new byte[10]);
        repositories.at("alice").overwrite(Handle.of(FileType.PACK, "0".repeat(64)), new byte[30]);
        repositories.at("bob");
    }

    private static String path(String user, byte[] content) {
        return "/" + user + "/data/" + TestServer.nameOf(content);
    }

    @Test
    void what_does_not_fit_is_refused() {
        assertThat(server.post(path("alice", SIXTY_ONE), SIXTY_ONE).status()).isEqualTo(507);
        assertThat(server.post(path("alice", SIXTY), SIXTY).status()).isEqualTo(200);
        assertThat(server.post(path("alice", new byte[1]), new byte[1]).status())
                .isEqualTo(507);
    }

    @Test
    void what_is_removed_makes_room() {
        server.delete("/alice/data/" + "0".repeat(64));

        assertThat(server.post(path("alice", SIXTY_ONE), SIXTY_ONE).status()).isEqualTo(200);
    }

    @Test
    void what_was_refused_for_another_reason_takes_no_room() {
        assertThat(server.post("/alice/data/" + "0".repeat(63) + "1", SIXTY).status())
                .isEqualTo(400);
        assertThat(server.post(path("alice", SIXTY), SIXTY).status()).isEqualTo(200);
    }

    @Test
    void every_repository_has_room_of_its_own() {
        assertThat(server.post(path("bob", SIXTY_ONE), SIXTY_ONE).status()).isEqualTo(200);
    }
}
