package dev.coffer.operator.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ApiFailuresTest {

    @Test
    void a_request_that_took_too_long_says_so_although_the_client_does_not() {
        assertThat(ApiFailures.text(new KubernetesClientException(null, new TimeoutException())))
                .isEqualTo(
                        "A request to the API server failed: it did not answer in time. See whether the API server runs,"
                                + " and is not overloaded.");
    }

    @Test
    void the_reason_beneath_is_told_with_what_was_asked() {
        IOException reason = new IOException(null, new ConnectException("Connection refused"));
        assertThat(ApiFailures.text(
                        new KubernetesClientException("Operation: [get] for kind: [Secret] failed.", reason)))
                .isEqualTo("Operation: [get] for kind: [Secret] failed. The reason: Connection refused");
    }

    @Test
    void what_the_server_says_is_told_as_it_is() {
        assertThat(ApiFailures.text(new KubernetesClientException("pods is forbidden")))
                .isEqualTo("pods is forbidden");
    }
}
