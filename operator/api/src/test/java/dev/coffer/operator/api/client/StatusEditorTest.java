package dev.coffer.operator.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.repository.RepositoryStatus;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
@EnableKubernetesMockClient(crud = true, https = false)
class StatusEditorTest {

    private KubernetesMockServer server;
    private KubernetesClient client;
    private StatusEditor<Repository, RepositoryStatus> editor;

    @BeforeEach
    void createRepository() {
        editor = new StatusEditor<>(client, Repository.class);
        client.resource(repository()).create();
    }

    @Test
    void the_first_status_is_written() {
        assertThat(editor.edit("demo", "store", object -> size(object.getStatus(), "1 KiB")))
                .isPresent();
        assertThat(read().getStatus().totalSize()).isEqualTo("1 KiB");
    }

    @Test
    void what_the_change_leaves_alone_stays() {
        editor.edit("demo", "store", object -> size(object.getStatus(), "1 KiB"));
        editor.edit("demo", "store", object -> count(object.getStatus(), 7));
        assertThat(read().getStatus())
                .returns("1 KiB", RepositoryStatus::totalSize)
                .returns(7L, RepositoryStatus::snapshotCount);
    }

    @Test
    void a_status_that_is_as_wanted_is_not_sent() {
        editor.edit("demo", "store", object -> size(object.getStatus(), "1 KiB"));
        int before = server.getRequestCount();
        editor.edit(read(), object -> size(object.getStatus(), "1 KiB"));
        assertThat(server.getRequestCount()).isEqualTo(before + 1);
    }

    @Test
    void a_change_that_somebody_else_has_overtaken_is_made_anew() {
        AtomicInteger calls = new AtomicInteger();
        editor.edit("demo", "store", object -> {
            if (calls.incrementAndGet() == 1) {
                editor.edit("demo", "store", other -> count(other.getStatus(), 7));
            }
            return size(object.getStatus(), "1 KiB");
        });
        assertThat(calls).hasValue(2);
        assertThat(read().getStatus())
                .returns("1 KiB", RepositoryStatus::totalSize)
                .returns(7L, RepositoryStatus::snapshotCount);
    }

    @Test
    void an_object_that_is_gone_is_left_so() {
        client.resource(repository()).delete();
        assertThat(editor.edit("demo", "store", object -> size(object.getStatus(), "1 KiB")))
                .isEmpty();
    }

    @Test
    void another_object_of_that_name_is_left_alone() {
        Repository known = read();
        client.resource(repository()).delete();
        client.resource(repository()).create();
        assertThat(editor.edit(known, object -> size(object.getStatus(), "1 KiB")))
                .isEmpty();
        assertThat(read().getStatus()).isNull();
    }

    @Test
    void a_refusal_of_the_server_reaches_the_caller() {
        server.expect()
                .patch()
                .withPath("/apis/stash.appscode.com/v1alpha1/namespaces/demo/repositories/store/status")
                .andReturn(403, "no")
                .once();
        assertThatThrownBy(() -> editor.edit("demo", "store", object -> size(object.getStatus(), "1 KiB")))
                .isInstanceOf(KubernetesClientException.class);
    }

    private Repository read() {
        return client.resources(Repository.class)
                .inNamespace("demo")
                .withName("store")
                .get();
    }

    private static Repository repository() {
        Repository repository = new Repository();
        repository.setMetadata(
                new ObjectMetaBuilder().withNamespace("demo").withName("store").build());
        return repository;
    }

    private static RepositoryStatus size(@Nullable RepositoryStatus before, String size) {
        Long count = before == null ? null : before.snapshotCount();
        return new RepositoryStatus(null, null, null, null, size, count, null, List.of(), List.of());
    }

    private static RepositoryStatus count(@Nullable RepositoryStatus before, long count) {
        String size = before == null ? null : before.totalSize();
        return new RepositoryStatus(null, null, null, null, size, count, null, List.of(), List.of());
    }
}
