package dev.coffer.backend.azure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.contract.StubReply;
import dev.coffer.backend.contract.StubServer;
import dev.coffer.backend.http.Http;
import dev.coffer.backend.http.HttpCall;
import dev.coffer.backend.http.HttpSettings;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AzureFailuresTest {

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(400, "Md5Mismatch", BackendException.Transient.class),
                Arguments.of(400, "InvalidHeaderValue", BackendException.Rejected.class),
                Arguments.of(403, "AuthenticationFailed", BackendException.Denied.class),
                Arguments.of(403, "AuthorizationPermissionMismatch", BackendException.Denied.class),
                Arguments.of(404, "BlobNotFound", BackendException.Missing.class),
                Arguments.of(404, "ContainerNotFound", BackendException.Missing.class),
                Arguments.of(409, "BlobArchived", BackendException.Rejected.class),
                Arguments.of(409, "ContainerBeingDeleted", BackendException.Transient.class),
                Arguments.of(416, "InvalidRange", BackendException.Truncated.class),
                Arguments.of(500, "OperationTimedOut", BackendException.Transient.class),
                Arguments.of(503, "ServerBusy", BackendException.Transient.class));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void each_answer_asks_for_its_own_reaction(int status, String code, Class<?> expected) throws IOException {
        StubReply reply =
                StubReply.of(status, "<Error><Code>" + code + "</Code></Error>").header("x-ms-error-code", code);
        try (StubServer server = StubServer.http(_ -> reply);
                Http http = Http.of(HttpSettings.of(BackendOptions.none()))) {
            HttpCall call = HttpCall.get(URI.create(server.url()));

            assertThatThrownBy(() -> AzureFailures.require(http.send("load x", call)))
                    .isInstanceOf(expected)
                    .hasMessageContaining("cannot load x")
                    .hasMessageContaining(code);
        }
    }
}
