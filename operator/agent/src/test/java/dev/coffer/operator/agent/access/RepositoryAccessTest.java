package dev.coffer.operator.agent.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.BackendOptions;
import dev.coffer.engine.host.HostIdentity;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RepositoryAccessTest {

    /** Nobody listens at that port, which only the system may use. */
    private static final String NOWHERE = "rest:http://127.0.0.1:1/";

    @Test
    void a_store_that_does_not_answer_is_told_while_it_is_asked_again() throws Exception {
        CompletableFuture<String> told = new CompletableFuture<>();
        RepositoryAccess access = new RepositoryAccess(
                        new Storage("demo/store", "demo/secret", NOWHERE, BackendOptions.none(), "hush"),
                        Settings.standard(Optional.empty(), HostIdentity.current()))
                .telling(told::complete);
        Thread opening = Thread.ofVirtual().start(() -> open(access));
        try {
            assertThat(told.get(60, TimeUnit.SECONDS))
                    .startsWith("The store at " + NOWHERE + " cannot be reached")
                    .contains("Check the address in Repository demo/store");
        } finally {
            opening.interrupt();
            opening.join();
        }
    }

    private static void open(RepositoryAccess access) {
        try {
            access.open().close();
        } catch (IOException _) {
            // it is interrupted as soon as it has told
        }
    }
}
