package dev.coffer.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the rule that what is stored stays. */
class AppendOnlyTest extends ServerTestCase {

    @Override
    ServerSettings change(ServerSettings settings) {
        return settings.withRules(new Rules(true, false, OptionalLong.empty()));
    }

    @BeforeEach
    void makeRepository() {
        repositories.at("alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "keys", "snapshots", "index"})
    void files_can_be_stored_but_neither_removed_nor_replaced(String type) {
        String path = "/alice/" + type + "/" + NAME;

        assertThat(server.post(path, TEXT).status()).isEqualTo(200);
        assertThat(server.delete(path).status()).isEqualTo(403);
        assertThat(server.post(path, TEXT).status()).isEqualTo(403);
        assertThat(server.post(path, "other").status()).isEqualTo(400);

        assertThat(server.get(path).text()).isEqualTo(TEXT);
    }

    @Test
    void the_config_stays_as_well() {
        server.post("/alice/config", "first");

        assertThat(server.post("/alice/config", "second").status()).isEqualTo(403);
        assertThat(server.delete("/alice/config").status()).isEqualTo(403);
        assertThat(server.post("/alice/?create=true", "").status()).isEqualTo(200);

        assertThat(server.get("/alice/config").text()).isEqualTo("first");
    }

    @Test
    void locks_can_be_removed() {
        server.post("/alice/locks/" + NAME, TEXT);

        assertThat(server.delete("/alice/locks/" + NAME).status()).isEqualTo(200);
        assertThat(repositories.at("alice").contains(Handle.of(FileType.LOCK, NAME)))
                .isFalse();
    }
}
