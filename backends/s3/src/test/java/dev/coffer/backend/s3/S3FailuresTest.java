package dev.coffer.backend.s3;

import static dev.coffer.backend.contract.ContractFiles.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendException.Denied;
import dev.coffer.backend.BackendException.Full;
import dev.coffer.backend.BackendException.Missing;
import dev.coffer.backend.BackendException.Rejected;
import dev.coffer.backend.BackendException.Transient;
import dev.coffer.backend.BackendException.Truncated;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.contract.StubReply;
import dev.coffer.backend.contract.StubServer;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class S3FailuresTest {

    private static final Handle PACK = file(FileType.PACK, "pack");

    private final StubServer store = StubServer.http(_ -> reply());
    private volatile StubReply reply = StubReply.of(200);
    private Backend backend;

    S3FailuresTest() throws IOException {}

    private StubReply reply() {
        return reply;
    }

    @BeforeEach
    void open() throws IOException {
        backend = new S3Provider()
                .open(new BackendLocation("s3", store.url() + "/bucket"), S3ProxyServer.options(Map.of()));
    }

    @AfterEach
    void stop() throws IOException {
        backend.close();
        store.close();
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(404, "NoSuchKey", Missing.class),
                Arguments.of(404, "NoSuchBucket", Missing.class),
                Arguments.of(403, "AccessDenied", Denied.class),
                Arguments.of(403, "SignatureDoesNotMatch", Denied.class),
                Arguments.of(403, "RequestTimeTooSkewed", Denied.class),
                Arguments.of(401, "Unauthorized", Denied.class),
                Arguments.of(403, "InvalidObjectState", Rejected.class),
                Arguments.of(403, "QuotaExceeded", Full.class),
                Arguments.of(507, "XMinioStorageFull", Full.class),
                Arguments.of(416, "InvalidRange", Truncated.class),
                Arguments.of(400, "BadDigest", Transient.class),
                Arguments.of(400, "RequestTimeout", Transient.class),
                Arguments.of(409, "OperationAborted", Transient.class),
                Arguments.of(429, "TooManyRequests", Transient.class),
                Arguments.of(500, "InternalError", Transient.class),
                Arguments.of(503, "SlowDown", Transient.class),
                Arguments.of(501, "NotImplemented", Rejected.class),
                Arguments.of(412, "PreconditionFailed", Rejected.class),
                Arguments.of(400, "EntityTooLarge", Rejected.class));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void each_answer_asks_for_its_own_reaction(int status, String code, Class<?> expected) {
        reply = StubReply.of(status, "<Error><Code>" + code + "</Code><Message>some words</Message></Error>");

        assertThatThrownBy(() -> backend.load(PACK))
                .isInstanceOf(expected)
                .hasMessageContaining(PACK.name())
                .hasMessageContaining(code)
                .hasMessageContaining("some words");
        assertThatThrownBy(() -> backend.save(PACK, Content.of(new byte[10]))).isInstanceOf(expected);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_without_words_is_judged_by_its_status(int status, String code, Class<?> expected) {
        reply = StubReply.of(status);
        Class<?> bare = switch (code) {
            case "InvalidObjectState", "QuotaExceeded" -> Denied.class;
            case "BadDigest", "RequestTimeout", "OperationAborted" -> Rejected.class;
            default -> expected;
        };

        assertThatThrownBy(() -> backend.stat(PACK)).isInstanceOf(bare).hasMessageContaining(PACK.name());
    }

    @Test
    void what_is_not_even_an_answer_of_a_store_is_quoted() {
        reply = StubReply.of(502, "<html>bad gateway</html>");

        assertThatThrownBy(() -> backend.load(PACK))
                .isInstanceOf(Transient.class)
                .hasMessageContaining("502");
    }

    @Test
    void an_answer_that_is_too_short_for_its_range_is_truncated() {
        reply = StubReply.of(206, "ab").header("Content-Range", "bytes 0-1/2");

        assertThatThrownBy(() -> backend.load(PACK, 0, new byte[10], 0, 10)).isInstanceOf(Truncated.class);
    }

    @Test
    void a_store_without_ranges_sends_everything() throws IOException {
        reply = StubReply.of(200, "0123456789");
        byte[] buffer = new byte[4];

        backend.load(PACK, 3, buffer, 1, 2);

        assertThat(buffer).containsExactly(0, '3', '4', 0);
    }

    @Test
    void a_listing_that_does_not_say_how_it_goes_on_is_rejected() {
        reply = StubReply.of(200, "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>");

        assertThatThrownBy(() -> ContractFiles.list(backend, FileType.PACK))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("s3.list-objects-v1=true");
    }

    @Test
    void a_bucket_of_somebody_else_cannot_be_made() throws IOException {
        StubReply taken =
                StubReply.of(409, "<Error><Code>BucketAlreadyExists</Code><Message>somebody has it</Message></Error>");
        try (StubServer other =
                StubServer.http(request -> request.method().equals("HEAD") ? StubReply.of(404) : taken)) {
            assertThatThrownBy(() -> new S3Provider()
                            .create(
                                    new BackendLocation("s3", other.url() + "/bucket"),
                                    S3ProxyServer.options(Map.of())))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("choose another name");
        }
    }
}
