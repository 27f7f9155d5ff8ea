package dev.coffer.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.FileType;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final Metrics metrics = new Metrics(() -> 4096);

    @Test
    void requests_are_counted_by_status() {
        for (int status : new int[] {200, 404, 200}) {
            metrics.started();
            metrics.ended(status);
        }
        metrics.started();

        assertThat(metrics.text())
                .contains(
                        "# TYPE coffer_http_requests_total counter\n"
                                + "coffer_http_requests_total{code=\"200\"} 2\n"
                                + "coffer_http_requests_total{code=\"404\"} 1\n",
                        "\ncoffer_http_requests_running 1\n",
                        "\ncoffer_http_buffer_bytes 4096\n");
    }

    @Test
    void names_cannot_break_out_of_their_labels() {
        metrics.read(new Metrics.Subject("o\"hara\\", List.of("a\nb"), FileType.KEY), 5);

        assertThat(metrics.text())
                .contains("rest_server_blob_read_bytes_total{repo=\"a\\nb\",type=\"keys\",user=\"o\\\"hara\\\\\"} 5\n");
    }
}
