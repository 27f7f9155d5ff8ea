package dev.coffer.backend.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.NetworkFault.Answer;
import dev.coffer.backend.wrap.RetryListener;
import dev.coffer.backend.wrap.RetryPolicy;
import dev.coffer.backend.wrap.RetryingBackend;
import dev.coffer.backend.wrap.Ticker;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How stores that are reached by HTTP take what networks and busy servers do. For a server without TLS. */
public interface UnreliableNetworkContract {

    int MEBIBYTE = 1 << 20;
    Handle PACK = ContractFiles.file(FileType.PACK, "unreliable");
    Predicate<ProxiedRequest> ANY = _ -> true;

    /** Where the server of the running test is. */
    InetSocketAddress serverAddress();

    /**
     * Opens what {@link BackendContract#create} prepared last, at another address.
     *
     * @param options besides those that the test needs itself
     */
    Backend openAt(InetSocketAddress address, Map<String, String> options) throws IOException;

    private Backend openBehind(FaultProxy proxy) throws IOException {
        return openAt(proxy.address(), Map.of());
    }

    /** Gives up soon; for requests of which none succeeds. */
    private Backend openHastyBehind(FaultProxy proxy) throws IOException {
        return openAt(proxy.address(), Map.of("http.stuck-request-timeout", "500"));
    }

    private static byte[] content() {
        return ContractFiles.bytes(4 * MEBIBYTE);
    }

    private static void assertPassing(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(BackendException.Transient.class).hasMessageContaining(PACK.name());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    default void a_busy_server_is_heard_when_it_says_how_long_to_wait(int status) throws IOException {
        try (FaultProxy proxy = FaultProxy.http(serverAddress());
                Backend backend = openBehind(proxy)) {
            proxy.when(ANY, Answer.busy(status, "7"));

            BackendException.Transient failure =
                    catchThrowableOfType(BackendException.Transient.class, () -> backend.load(PACK));
            assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(7));
        }
    }

    static Stream<NetworkFault> brokenUploads() {
        return Stream.of(NetworkFault.resetRequest(MEBIBYTE), NetworkFault.stallRequest(MEBIBYTE));
    }

    @ParameterizedTest
    @MethodSource("dev.coffer.backend.contract.UnreliableNetworkContract#brokenUploads")
    default void an_upload_that_breaks_off_may_pass(NetworkFault fault) throws IOException {
        try (FaultProxy proxy = FaultProxy.http(serverAddress());
                Backend backend = openHastyBehind(proxy)) {
            proxy.when(ANY, fault);

            assertPassing(() -> backend.save(PACK, Content.of(content())));
        }
    }

    static Stream<NetworkFault> brokenDownloads() {
        return Stream.of(
                NetworkFault.resetReply(MEBIBYTE),
                NetworkFault.truncateReply(MEBIBYTE),
                NetworkFault.stallReply(MEBIBYTE));
    }

    @ParameterizedTest
    @MethodSource("dev.coffer.backend.contract.UnreliableNetworkContract#brokenDownloads")
    default void a_download_that_breaks_off_may_pass(NetworkFault fault) throws IOException {
        try (FaultProxy proxy = FaultProxy.http(serverAddress());
                Backend direct = openAt(serverAddress(), Map.of());
                Backend backend = openHastyBehind(proxy)) {
            direct.save(PACK, Content.of(content()));
            proxy.when(ANY, fault);
            byte[] buffer = new byte[3 * MEBIBYTE];

            assertPassing(() -> backend.load(PACK));
            assertPassing(() -> backend.load(PACK, 1000, buffer, 0, buffer.length));
        }
    }

    @Test
    default void a_server_that_nobody_answers_at_may_come_back() throws IOException {
        InetSocketAddress nobody;
        try (FaultProxy proxy = FaultProxy.http(serverAddress())) {
            nobody = proxy.address();
        }
        try (Backend backend = openAt(nobody, Map.of())) {
            assertPassing(() -> backend.load(PACK));
        }
    }

    @Test
    default void with_some_patience_everything_works_in_the_end() throws IOException {
        try (FaultProxy proxy = FaultProxy.http(serverAddress());
                Backend backend = patient(openBehind(proxy))) {
            List<NetworkFault> faults = List.of(new Answer(503), Answer.busy(429, "0"), new Answer(500));

            faults.forEach(proxy::next);
            backend.save(PACK, Content.of(content()));
            faults.forEach(proxy::next);
            proxy.next(NetworkFault.resetReply(MEBIBYTE));
            assertThat(backend.load(PACK)).isEqualTo(content());
            faults.forEach(proxy::next);
            assertThat(backend.stat(PACK).size()).isEqualTo(4L * MEBIBYTE);
            faults.forEach(proxy::next);
            assertThat(ContractFiles.list(backend, FileType.PACK)).hasSize(1);
            faults.forEach(proxy::next);
            backend.remove(PACK);

            assertThat(ContractFiles.list(backend, FileType.PACK)).isEmpty();
            assertThat(proxy.requests()).hasSizeGreaterThan(5 * faults.size());
        }
    }

    private static Backend patient(Backend backend) {
        Duration millisecond = Duration.ofMillis(1);
        RetryPolicy policy = new RetryPolicy(millisecond, millisecond, Duration.ofMinutes(1), Duration.ofHours(1));
        return new RetryingBackend(backend, policy, RetryListener.none(), Ticker.system(), new Random(1));
    }
}
