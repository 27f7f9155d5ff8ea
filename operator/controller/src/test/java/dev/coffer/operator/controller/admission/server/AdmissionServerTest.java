package dev.coffer.operator.controller.admission.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coffer.operator.controller.admission.Reviews;
import dev.coffer.operator.controller.admission.TlsClient;
import dev.coffer.operator.controller.admission.certificate.Certificates;
import dev.coffer.operator.controller.admission.certificate.RenewedKeyManager;
import dev.coffer.operator.controller.admission.certificate.TestCertificates;
import dev.coffer.operator.controller.admission.review.AdmissionAnswer;
import dev.coffer.operator.controller.admission.review.Reviewer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionServerTest {

    private static final Map<String, Reviewer> REVIEWERS = Map.of(
            "/refuse", request -> AdmissionAnswer.refused(request.kind() + " " + request.name(), List.of()),
            "/break",
                    request -> {
                        throw new IllegalStateException("secret of the cluster");
                    });

    private final Certificates certificates = TestCertificates.make();
    private final RenewedKeyManager keys = new RenewedKeyManager(certificates);
    private AdmissionServer server;
    private TlsClient client;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        server = AdmissionServer.start(0, keys.context(), REVIEWERS);
        client = new TlsClient(certificates.bundle(), server.port());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void a_review_is_answered_by_the_reviewer_at_its_path() throws IOException, InterruptedException {
        HttpResponse<String> response = client.post("/refuse", Reviews.review("Repository", "{}"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(Reviews.json(response.body()).path("response")).isEqualTo(Reviews.json("""
                {"uid": "705ab4f5", "allowed": false,
                 "status": {"code": 400, "reason": "BadRequest", "message": "Repository some"}}"""));
    }

    @Test
    void probes_are_answered() throws IOException, InterruptedException {
        assertThat(client.get("/healthz").body()).isEqualTo("ok\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /refuse | {          | 400
            /refuse | {"a": "b"} | 400
            /none   | {}         | 404
            """)
    void what_is_no_review_is_an_error(String path, String body, int status) throws IOException, InterruptedException {
        assertThat(client.post(path, body).statusCode()).isEqualTo(status);
        assertThat(client.get("/refuse").statusCode()).isEqualTo(405);
    }

    @Test
    void a_review_that_fails_is_an_error_and_its_reason_no_business_of_the_client()
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.post("/break", Reviews.review("Repository", "{}"));
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("secret");
    }

    @Test
    void as_much_is_read_as_two_objects_can_have_and_no_more() throws IOException, InterruptedException {
        String review = Reviews.review("Repository", "{}");
        String largest = review + " ".repeat(ReviewHandler.MAXIMAL_BODY - review.length());
        assertThat(client.post("/refuse", largest).statusCode()).isEqualTo(200);
        assertThat(client.post("/refuse", largest + " ").statusCode()).isEqualTo(413);
    }

    @Test
    void a_new_certificate_is_shown_without_a_restart()
            throws IOException, GeneralSecurityException, InterruptedException {
        assertThat(client.get("/healthz").statusCode()).isEqualTo(200);
        Certificates renewed = TestCertificates.make();
        keys.use(renewed);
        try (TlsClient later = new TlsClient(renewed.bundle(), server.port());
                TlsClient unaware = new TlsClient(certificates.bundle(), server.port())) {
            assertThat(later.get("/healthz").statusCode()).isEqualTo(200);
            assertThatExceptionOfType(SSLException.class).isThrownBy(() -> unaware.get("/healthz"));
        }
    }

    @Test
    void a_port_that_is_taken_is_said() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> AdmissionServer.start(server.port(), keys.context(), REVIEWERS))
                .withMessageContaining("port " + server.port());
    }
}
