package dev.coffer.backend.gs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.StubServer;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GsFailuresTest {

    static Stream<Arguments> answers() {
        String checksum = "Provided CRC32C \"AAAAAA==\" doesn't match calculated CRC32C \"NhCmhg==\".";
        return Stream.of(
                Arguments.of(400, "invalid", checksum, BackendException.Transient.class),
                Arguments.of(400, "invalid", "Invalid bucket name", BackendException.Rejected.class),
                Arguments.of(401, "authError", "Invalid Credentials", BackendException.Denied.class),
                Arguments.of(403, "forbidden", "no storage.objects.get access", BackendException.Denied.class),
                Arguments.of(403, "rateLimitExceeded", "slower, please", BackendException.Transient.class),
                Arguments.of(404, "notFound", "The specified bucket does not exist", BackendException.Missing.class),
                Arguments.of(409, "conflict", "not available", BackendException.Rejected.class),
                Arguments.of(412, "conditionNotMet", "pre-conditions", BackendException.Rejected.class),
                Arguments.of(429, "rateLimitExceeded", "slower, please", BackendException.Transient.class),
                Arguments.of(500, "backendError", "Backend Error", BackendException.Transient.class),
                Arguments.of(503, "backendError", "Backend Error", BackendException.Transient.class));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void each_answer_asks_for_its_own_reaction(int status, String reason, String message, Class<?> expected)
            throws IOException {
        try (StubServer server = StubServer.http(_ -> FakeReplies.error(status, reason, message));
                Backend backend = open(server.url())) {
            assertThatThrownBy(() -> backend.load(Handle.CONFIG))
                    .isInstanceOf(expected)
                    .hasMessageContaining("cannot load config at " + server.url())
                    .hasMessageContaining(String.valueOf(status))
                    .hasMessageContaining(message);
        }
    }

    private static Backend open(String url) throws IOException {
        return new GsProvider()
                .open(
                        new BackendLocation("gs", "bucket:/"),
                        new BackendOptions(Map.of("gs.endpoint", url), Map.of("GOOGLE_ACCESS_TOKEN", "token")));
    }
}
