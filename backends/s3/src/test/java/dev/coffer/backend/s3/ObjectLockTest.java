package dev.coffer.backend.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.contract.StubReply;
import dev.coffer.backend.contract.StubRequest;
import dev.coffer.backend.contract.StubServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked for. No server that the tests have keeps it. */
class ObjectLockTest {

    private final List<StubRequest> uploads = new CopyOnWriteArrayList<>();
    private final StubServer store = StubServer.http(request -> {
        uploads.add(request);
        return StubReply.of(200);
    });

    ObjectLockTest() throws IOException {}

    @AfterEach
    void stop() {
        store.close();
    }

    private StubRequest upload(Handle handle, Map<String, String> options) throws IOException {
        BackendLocation location = new BackendLocation("s3", store.url() + "/bucket");
        try (Backend backend = new S3Provider().open(location, S3ProxyServer.options(options))) {
            backend.save(handle, Content.of(new byte[10]));
        }
        return uploads.getLast();
    }

    @Test
    void objects_can_be_locked_for_some_days() throws IOException {
        StubRequest pack =
                upload(S3Contract.PACK, Map.of("s3.object-lock-mode", "compliance", "s3.object-lock-days", "10"));

        assertThat(pack.header("x-amz-object-lock-mode")).contains("COMPLIANCE");
        assertThat(pack.header("x-amz-object-lock-retain-until-date").map(Instant::parse))
                .hasValueSatisfying(end -> assertThat(end)
                        .isBetween(
                                Instant.now().plus(Duration.ofDays(9)),
                                Instant.now().plus(Duration.ofDays(11))));
    }

    @Test
    void lock_files_of_repositories_are_never_locked_objects() throws IOException {
        StubRequest lock =
                upload(ContractFiles.file(FileType.LOCK, "lock"), Map.of("s3.object-lock-mode", "GOVERNANCE"));

        assertThat(lock.headers()).doesNotContainKey("x-amz-object-lock-mode");
    }
}
