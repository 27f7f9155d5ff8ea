package dev.coffer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileInfo;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.wrap.ForwardingBackend;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When the store behind the server fails. */
class StoreFailuresTest extends ServerTestCase {

    private static final String SECRET = "words of the store";

    private final List<String> messages = new CopyOnWriteArrayList<>();

    @Override
    ServerSettings change(ServerSettings settings) {
        repositories.at("alice");
        return settings.withMessages(messages::add);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new BackendException.Denied(SECRET, null), 403),
                Arguments.of(new BackendException.Full(SECRET, null), 507),
                Arguments.of(new BackendException.Transient(SECRET, null), 503),
                Arguments.of(new BackendException.Rejected(SECRET, null), 500),
                Arguments.of(new BackendException.Truncated(SECRET, null), 500));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void the_client_gets_the_kind_of_failure_and_the_operator_the_words(BackendException failure, int status) {
        repositories.putInFront(store -> new ForwardingBackend(store) {
            @Override
            public void save(Handle handle, Content content) throws IOException {
                throw failure;
            }
        });

        TestServer.Answer answer = server.post("/alice/keys/" + NAME, TEXT);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).doesNotContain(SECRET);
        assertThat(messages).containsExactly("POST /alice/keys/" + NAME + ": " + SECRET);
    }

    @Test
    void nothing_is_replaced_when_it_is_unknown_whether_it_is_there() {
        repositories.putInFront(store -> new ForwardingBackend(store) {
            @Override
            public FileInfo stat(Handle handle) throws IOException {
                throw new BackendException.Transient(SECRET, null);
            }
        });

        assertThat(server.post("/alice/config", "second").status()).isEqualTo(503);
        assertThat(repositories.at("alice").contains(Handle.CONFIG)).isFalse();
    }

    @Test
    void a_client_notices_when_a_file_cannot_be_read_to_its_end() {
        byte[] large = new byte[9 << 20];
        Handle pack = Handle.of(FileType.PACK, NAME);
        repositories.at("alice").overwrite(pack, large);
        repositories.putInFront(FailsLater::new);

        assertThat(catchThrowable(() -> server.get("/alice/data/" + NAME))).hasMessageContaining("no answer");
    }

    private static final class FailsLater extends ForwardingBackend {

        FailsLater(Backend store) {
            super(store);
        }

        @Override
        public void load(Handle handle, long position, byte[] buffer, int offset, int length) throws IOException {
            if (position > 0) {
                throw new BackendException.Transient(SECRET, null);
            }
            super.load(handle, position, buffer, offset, length);
        }
    }
}
