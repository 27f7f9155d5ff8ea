package dev.coffer.operator.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeadershipTest {

    private final FakeApiServer server = new FakeApiServer();
    private final Leadership leadership = new Leadership(server.client(), "coffer", "one");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void who_leads_gives_the_lease_back() {
        lease("one");
        leadership.end();
        assertThat(holder()).isNull();
    }

    @Test
    void who_waits_leaves_it_to_the_leader() {
        lease("other");
        leadership.end();
        assertThat(holder()).isEqualTo("other");
    }

    @Test
    void who_ends_before_anybody_was_elected_has_nothing_to_give() {
        leadership.end();
        assertThat(server.client().leases().inNamespace("coffer").list().getItems())
                .isEmpty();
    }

    private void lease(String holder) {
        server.client()
                .resource(new LeaseBuilder()
                        .withNewMetadata()
                        .withNamespace("coffer")
                        .withName(Leadership.LEASE)
                        .endMetadata()
                        .withNewSpec()
                        .withHolderIdentity(holder)
                        .endSpec()
                        .build())
                .create();
    }

    private @Nullable String holder() {
        return server.client()
                .leases()
                .inNamespace("coffer")
                .withName(Leadership.LEASE)
                .get()
                .getSpec()
                .getHolderIdentity();
    }
}
