package dev.coffer.backend.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.contract.FaultProxy;
import dev.coffer.backend.contract.NetworkFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("azurite")
class AzureFaultsTest {

    private static final Handle PACK = ContractFiles.file(FileType.PACK, "pack");
    private static final byte[] BYTES = ContractFiles.bytes(300_000);

    private static Azurite azurite;

    private FaultProxy proxy;
    private Backend backend;

    @BeforeAll
    static void startServer(@TempDir Path folder) throws IOException, InterruptedException {
        azurite = new Azurite(folder);
    }

    @AfterAll
    static void stopServer() {
        azurite.close();
    }

    @BeforeEach
    void start() throws IOException {
        proxy = FaultProxy.http(azurite.address());
        backend = create(proxy.address(), "60000");
    }

    @AfterEach
    void stop() throws IOException {
        backend.close();
        proxy.close();
    }

    private static Backend create(InetSocketAddress server, String stallLimit) throws IOException {
        return new AzureProvider()
                .create(
                        new BackendLocation("azure", Azurite.newContainer() + ":/"),
                        Azurite.options(
                                Azurite.endpoint(server),
                                Map.of("AZURE_ACCOUNT_KEY", Azurite.KEY),
                                "http.stuck-request-timeout",
                                stallLimit));
    }

    @Test
    void a_busy_service_is_given_the_time_it_asks_for() {
        proxy.next(NetworkFault.Answer.busy(503, "7"));

        assertThatThrownBy(() -> backend.save(PACK, Content.of(BYTES)))
                .asInstanceOf(InstanceOfAssertFactories.type(BackendException.Transient.class))
                .satisfies(failure -> assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7)));
    }

    @Test
    void no_request_is_made_twice_by_itself() {
        int before = proxy.requests().size();
        proxy.next(new NetworkFault.Answer(500)).next(new NetworkFault.Answer(500));

        assertThatThrownBy(() -> backend.load(PACK)).isInstanceOf(BackendException.Transient.class);
        assertThat(proxy.requests()).hasSize(before + 1);
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
        try (Backend impatient = create(proxy.address(), "1000")) {
            proxy.next(NetworkFault.stallRequest(100_000));

            assertThatThrownBy(() -> impatient.save(PACK, Content.of(BYTES)))
                    .isInstanceOf(BackendException.Transient.class)
                    .hasMessageContaining("no byte has moved");
        }
    }

    @Test
    void an_answer_that_is_none_of_azures_makes_no_sense() {
        proxy.next(new NetworkFault.Answer(200, Map.of(), "<html>Please log in to this network"));

        assertThatThrownBy(() -> ContractFiles.list(backend, FileType.PACK))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("list data");
    }

    @Test
    void a_service_that_cannot_be_reached_may_be_reached_later() throws IOException {
        InetSocketAddress nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = (InetSocketAddress) socket.getLocalSocketAddress();
        }

        assertThatThrownBy(() -> create(nobody, "60000"))
                .isInstanceOf(BackendException.Transient.class)
                .hasMessageContaining("127.0.0.1:" + nobody.getPort());
    }
}
