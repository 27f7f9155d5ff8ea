package dev.coffer.operator.controller.backupconfiguration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.client.Clients;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    private final BackupConfiguration older = configuration("b", "2026-03-01T06:00:00Z", "shop");
    private final BackupConfiguration newer = configuration("a", "2026-03-01T06:00:01Z", "shop");

    @Test
    void the_newer_one_has_precedence() {
        assertThat(Precedence.over(older, List.of(older, newer), _ -> true)).contains(newer);
        assertThat(Precedence.over(newer, List.of(older, newer), _ -> true)).isEmpty();
    }

    @Test
    void of_two_of_one_age_the_name_decides() {
        BackupConfiguration twin = configuration("c", "2026-03-01T06:00:00Z", "shop");
        assertThat(Precedence.over(older, List.of(older, twin), _ -> true)).contains(twin);
        assertThat(Precedence.over(twin, List.of(older, twin), _ -> true)).isEmpty();
    }

    @Test
    void one_of_another_workload_has_none() {
        BackupConfiguration other = configuration("z", "2026-03-02T06:00:00Z", "mail");
        assertThat(Precedence.over(older, List.of(older, other), _ -> true)).isEmpty();
    }

    @Test
    void nor_has_one_that_is_being_removed() {
        newer.getMetadata().setDeletionTimestamp("2026-03-02T06:00:00Z");
        assertThat(Precedence.over(older, List.of(older, newer), _ -> true)).isEmpty();
    }

    @Test
    void nor_has_one_that_wants_no_sidecar() {
        assertThat(Precedence.over(older, List.of(older, newer), object -> object != newer))
                .isEmpty();
    }

    private static BackupConfiguration configuration(String name, String created, String target) {
        return Clients.serialization().unmarshal("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "BackupConfiguration",
                 "metadata": {"name": "%s", "namespace": "demo", "uid": "%s", "creationTimestamp": "%s"},
                 "spec": {"target": {"ref": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "%s"}}}}""".formatted(name, name, created, target), BackupConfiguration.class);
    }
}
