package dev.coffer.backend.gs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.contract.FaultProxy;
import dev.coffer.backend.contract.NetworkFault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GsFaultsTest {

    private static final Handle PACK = ContractFiles.file(FileType.PACK, "pack");
    private static final byte[] BYTES = ContractFiles.bytes(300_000);

    private FakeGcs gcs;
    private FaultProxy proxy;
    private Backend backend;

    @BeforeEach
    void start() throws IOException {
        gcs = new FakeGcs();
        proxy = FaultProxy.http(gcs.address());
        backend = create(proxy.address(), "60000");
    }

    @AfterEach
    void stop() throws IOException {
        backend.close();
        proxy.close();
        gcs.close();
    }

    private static Backend create(InetSocketAddress address, String stallLimit) throws IOException {
        Map<String, String> options = Map.of(
                "gs.endpoint", "http://127.0.0.1:" + address.getPort(), "http.stuck-request-timeout", stallLimit);
        Map<String, String> environment = Map.of("GOOGLE_ACCESS_TOKEN", FakeGcs.OWNER, "GOOGLE_PROJECT_ID", "project");
        return new GsProvider().create(new BackendLocation("gs", "bucket:/"), new BackendOptions(options, environment));
    }

    @Test
    void a_busy_service_is_given_the_time_it_asks_for() {
        proxy.next(NetworkFault.Answer.busy(429, "7"));

        assertThatThrownBy(() -> backend.save(PACK, Content.of(BYTES)))
                .asInstanceOf(InstanceOfAssertFactories.type(BackendException.Transient.class))
                .satisfies(failure -> assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7)));
    }

    @Test
    void a_service_that_is_out_of_order_is_worth_another_attempt() throws IOException {
        proxy.next(new NetworkFault.Answer(503));

        assertThatThrownBy(() -> backend.save(PACK, Content.of(BYTES))).isInstanceOf(BackendException.Transient.class);
        backend.save(PACK, Content.of(BYTES));
        assertThat(backend.load(PACK)).isEqualTo(BYTES);
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() {
        proxy.next(NetworkFault.resetRequest(100_000));

        assertThatThrownBy(() -> backend.save(PACK, Content.of(BYTES)))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining(PACK.toString());
        assertThatThrownBy(() -> backend.stat(PACK)).isInstanceOf(BackendException.Missing.class);
    }

    @Test
    void a_download_that_breaks_off_is_worth_another_attempt() throws IOException {
        backend.save(PACK, Content.of(BYTES));
        proxy.next(NetworkFault.resetReply(1000)).next(NetworkFault.truncateReply(1000));

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> backend.load(PACK, 10, new byte[200_000], 0, 200_000))
                    .isInstanceOf(BackendException.Transient.class);
        }
    }

    @Test
    void a_whole_file_that_breaks_off_is_not_taken_for_a_shorter_one() throws IOException {
        backend.save(PACK, Content.of(BYTES));
        proxy.next(NetworkFault.truncateReply(1000));

        assertThatThrownBy(() -> backend.load(PACK)).isInstanceOf(BackendException.Transient.class);
    }

    @Test
    void a_transfer_that_stalls_is_broken_off() throws IOException {
        try (Backend impatient = create(proxy.address(), "200")) {
            proxy.next(NetworkFault.stallRequest(100_000));

            assertThatThrownBy(() -> impatient.save(PACK, Content.of(BYTES)))
                    .isInstanceOf(BackendException.Transient.class)
                    .hasMessageContaining("no byte has moved");
        }
    }

    @Test
    void a_service_that_cannot_be_reached_may_be_reached_later() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThatThrownBy(() -> create(new InetSocketAddress("127.0.0.1", free), "60000"))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("127.0.0.1:" + free);
    }
}
