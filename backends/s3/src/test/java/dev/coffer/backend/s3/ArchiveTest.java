package dev.coffer.backend.s3;

import static dev.coffer.backend.contract.ContractFiles.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.StubReply;
import dev.coffer.backend.contract.StubRequest;
import dev.coffer.backend.contract.StubServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With a store that moves objects out of its archive some looks after it was asked. */
class ArchiveTest {

    private static final Handle ONE = file(FileType.PACK, "one");
    private static final Handle TWO = file(FileType.PACK, "two");
    private static final int LOOKS_UNTIL_READY = 3;

    private final StubServer store = StubServer.http(this::answer);
    private final Map<String, Integer> looksLeft = new ConcurrentHashMap<>();
    private final List<String> wishes = new CopyOnWriteArrayList<>();
    private volatile String storageClass = "GLACIER";
    private volatile boolean disturbed;

    ArchiveTest() throws IOException {}

    @AfterEach
    void stop() {
        store.close();
    }

    private StubReply answer(StubRequest request) {
        if (disturbed && request.method().equals("HEAD") && !looksLeft.isEmpty()) {
            disturbed = false;
            return StubReply.of(503);
        }
        return switch (request.method()) {
            case "POST" -> restore(request);
            case "HEAD" -> look(request.path());
            default -> load(request.path());
        };
    }

    private StubReply restore(StubRequest request) {
        wishes.add(new String(request.body(), StandardCharsets.UTF_8));
        return looksLeft.putIfAbsent(request.path(), LOOKS_UNTIL_READY) == null
                ? StubReply.of(202)
                : error(409, "RestoreAlreadyInProgress");
    }

    private StubReply look(String path) {
        StubReply reply = StubReply.of(200, "abc").header("x-amz-storage-class", storageClass);
        Integer left = looksLeft.computeIfPresent(path, (_, looks) -> Math.max(0, looks - 1));
        if (left == null) {
            return reply;
        }
        return reply.header(
                "x-amz-restore",
                left > 0
                        ? "ongoing-request=\"true\""
                        : "ongoing-request=\"false\", expiry-date=\"Fri, 01 Jan 2100 00:00:00 GMT\"");
    }

    private StubReply load(String path) {
        boolean ready = !storageClass.equals("GLACIER") || looksLeft.getOrDefault(path, 1) == 0;
        return ready ? StubReply.of(200, "abc") : error(403, "InvalidObjectState");
    }

    private static StubReply error(int status, String code) {
        return StubReply.of(status, "<Error><Code>" + code + "</Code><Message>no</Message></Error>");
    }

    private Backend open(Map<String, String> options) throws IOException {
        Map<String, String> extended = new HashMap<>(Map.of("s3.enable-restore", "true"));
        extended.putAll(options);
        return S3Setup.connect(
                new BackendLocation("s3", store.url() + "/bucket"),
                S3ProxyServer.options(extended),
                Duration.ofMillis(1));
    }

    @Test
    void loading_an_archived_file_asks_for_it_and_waits() throws IOException {
        try (Backend backend = open(Map.of("s3.restore-days", "3", "s3.restore-tier", "Bulk"))) {
            assertThat(backend.load(ONE)).asString().isEqualTo("abc");
        }

        assertThat(wishes).singleElement().asString().contains("<Days>3</Days>").contains("<Tier>Bulk</Tier>");
    }

    @Test
    void without_the_option_an_archived_file_is_rejected_and_not_asked_for() throws IOException {
        try (Backend backend = open(Map.of("s3.enable-restore", "false"))) {
            assertThatThrownBy(() -> backend.load(ONE))
                    .isInstanceOf(BackendException.Rejected.class)
                    .hasMessageContaining("s3.enable-restore");
            backend.warmUp(List.of(ONE), _ -> {});
        }

        assertThat(wishes).isEmpty();
    }

    @Test
    void many_files_are_asked_for_before_the_first_is_waited_for() throws IOException {
        List<Integer> waiting = new ArrayList<>();
        try (Backend backend = open(Map.of())) {
            backend.warmUp(List.of(ONE, TWO), count -> {
                assertThat(wishes).hasSize(2);
                waiting.add(count);
            });

            assertThat(waiting.getFirst()).isEqualTo(2);
            assertThat(backend.load(ONE)).asString().isEqualTo("abc");
            assertThat(backend.load(TWO)).asString().isEqualTo("abc");
        }
    }

    @Test
    void what_was_asked_for_before_is_only_waited_for() throws IOException {
        looksLeft.put("/bucket/" + ONE.path(), LOOKS_UNTIL_READY);
        try (Backend backend = open(Map.of())) {
            backend.warmUp(List.of(ONE), _ -> {});
        }

        assertThat(wishes).isEmpty();
        assertThat(looksLeft).containsEntry("/bucket/" + ONE.path(), 0);
    }

    @Test
    void files_that_are_not_archived_are_ready() throws IOException {
        storageClass = "STANDARD_IA";
        try (Backend backend = open(Map.of())) {
            backend.warmUp(List.of(ONE, TWO), count -> assertThat(count).isZero());
        }

        assertThat(wishes).isEmpty();
    }

    @Test
    void a_disturbance_while_waiting_is_no_reason_to_give_up() throws IOException {
        disturbed = true;
        try (Backend backend = open(Map.of())) {
            assertThatCode(() -> backend.warmUp(List.of(ONE), _ -> {})).doesNotThrowAnyException();
        }

        assertThat(disturbed).isFalse();
        assertThat(looksLeft).containsEntry("/bucket/" + ONE.path(), 0);
    }

    @Test
    void after_the_time_that_was_given_the_wait_ends_and_the_store_goes_on() throws IOException {
        try (Backend backend = open(Map.of("s3.restore-timeout", "0s"))) {
            assertThatThrownBy(() -> backend.warmUp(List.of(ONE), _ -> {}))
                    .isInstanceOf(BackendException.Rejected.class)
                    .hasMessageContaining("try again later");
        }

        assertThat(wishes).hasSize(1);
    }
}
