package dev.coffer.operator.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.backup.BackupConfiguration;
import org.junit.jupiter.api.Test;

class ClientsTest {

    @Test
    void what_only_a_newer_version_knows_is_read_over() {
        BackupConfiguration read = Clients.serialization().unmarshal("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "BackupConfiguration",
                 "spec": {"driver": "Telepathy", "colour": "blue", "schedule": "@daily"}, "status": {"phase": "Dreaming"}}""", BackupConfiguration.class);

        assertThat(read.getSpec().driver()).isNull();
        assertThat(read.getSpec().schedule()).isEqualTo("@daily");
        assertThat(read.getStatus().phase()).isNull();
    }
}
