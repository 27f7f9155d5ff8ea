package dev.coffer.operator.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.repository.Repository;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
@EnableKubernetesMockClient(crud = true, https = false)
class EventsTest {

    private static final Event MISSING = Event.warning("BackendSecretNotAvailable", "There is no Secret; create it");

    private KubernetesMockServer server;
    private KubernetesClient client;
    private Instant now = Instant.parse("2026-03-01T06:00:00Z");

    @Test
    void an_event_says_about_what_by_whom_and_when() {
        events().record(repository("a"), MISSING);
        assertThat(written()).singleElement().satisfies(event -> {
            assertThat(event.getMetadata().getName()).matches("store\\.[0-9a-f]{16}");
            assertThat(event.getInvolvedObject().getKind()).isEqualTo("Repository");
            assertThat(event.getInvolvedObject().getUid()).isEqualTo("a");
            assertThat(event.getType()).isEqualTo("Warning");
            assertThat(event.getReason()).isEqualTo("BackendSecretNotAvailable");
            assertThat(event.getSource().getComponent()).isEqualTo("Repository Controller");
            assertThat(event.getLastTimestamp()).isEqualTo("2026-03-01T06:00:00Z");
        });
    }

    @Test
    void what_is_seen_again_soon_is_not_told_again() {
        Events events = events();
        events.record(repository("a"), MISSING);
        int before = server.getRequestCount();
        events.record(repository("a"), MISSING);
        assertThat(server.getRequestCount()).isEqualTo(before);
    }

    @Test
    void what_lasts_is_counted_on_the_same_event() {
        Events events = events();
        events.record(repository("a"), MISSING);
        now = now.plus(Duration.ofHours(1));
        events.record(repository("a"), MISSING);
        assertThat(written()).singleElement().satisfies(event -> {
            assertThat(event.getCount()).isEqualTo(2);
            assertThat(event.getFirstTimestamp()).isEqualTo("2026-03-01T06:00:00Z");
            assertThat(event.getLastTimestamp()).isEqualTo("2026-03-01T07:00:00Z");
        });
    }

    @Test
    void what_another_process_has_told_is_counted_too() {
        events().record(repository("a"), MISSING);
        events().record(repository("a"), MISSING);
        assertThat(written())
                .singleElement()
                .satisfies(event -> assertThat(event.getCount()).isEqualTo(2));
    }

    @Test
    void another_message_or_another_object_of_the_name_is_another_event() {
        Events events = events();
        events.record(repository("a"), MISSING);
        events.record(repository("a"), Event.warning(MISSING.reason(), "The Secret has no key RESTIC_PASSWORD"));
        events.record(repository("b"), MISSING);
        assertThat(written()).hasSize(3);
    }

    @Test
    void a_message_that_is_too_long_for_the_api_server_is_cut() {
        events().record(repository("a"), Event.normal("Long", "x".repeat(3000)));
        assertThat(written())
                .singleElement()
                .satisfies(event -> assertThat(event.getMessage()).hasSize(1024));
    }

    private Events events() {
        return new Events(client, () -> now, "Repository Controller");
    }

    private List<io.fabric8.kubernetes.api.model.Event> written() {
        return client.v1().events().inNamespace("demo").list().getItems();
    }

    private static Repository repository(String uid) {
        Repository repository = new Repository();
        repository.setMetadata(new ObjectMetaBuilder()
                .withName("store")
                .withNamespace("demo")
                .withUid(uid)
                .build());
        return repository;
    }
}
