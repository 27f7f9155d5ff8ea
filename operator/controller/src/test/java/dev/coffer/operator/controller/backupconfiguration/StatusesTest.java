package dev.coffer.operator.controller.backupconfiguration;

import static dev.coffer.operator.api.condition.ConditionType.CRON_JOB_CREATED;
import static dev.coffer.operator.api.condition.ConditionType.IMAGE_PULL_SECRETS_FOUND;
import static dev.coffer.operator.api.condition.ConditionType.SIDECAR_INJECTED;
import static dev.coffer.operator.api.condition.ConditionType.VALIDATION_PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupConfigurationStatus;
import dev.coffer.operator.api.client.Clients;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusesTest {

    private static final Instant LATER = Instant.EPOCH.plusSeconds(60);

    @Test
    void a_condition_that_stays_as_it_is_keeps_its_time() {
        Condition injected = is(SIDECAR_INJECTED, Instant.EPOCH);
        assertThat(conditions(List.of(injected), is(CRON_JOB_CREATED, LATER), is(SIDECAR_INJECTED, LATER)))
                .contains(injected);
    }

    @Test
    void what_a_target_is_prepared_without_is_not_told_any_more() {
        List<Condition> present =
                List.of(is(SIDECAR_INJECTED, Instant.EPOCH), is(IMAGE_PULL_SECRETS_FOUND, Instant.EPOCH));
        assertThat(conditions(present, is(CRON_JOB_CREATED, LATER)))
                .extracting(Condition::type)
                .containsExactly(CRON_JOB_CREATED.type());
    }

    @Test
    void as_long_as_a_target_cannot_be_prepared_that_stays() {
        List<Condition> present = List.of(is(SIDECAR_INJECTED, Instant.EPOCH));
        assertThat(conditions(present, is(VALIDATION_PASSED, LATER))).containsAll(present);
    }

    private static List<Condition> conditions(List<Condition> present, Condition... latest) {
        BackupConfiguration object = Clients.serialization().unmarshal("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "BackupConfiguration",
                 "metadata": {"name": "photos", "generation": 1},
                 "spec": {"retentionPolicy": {"name": "keep", "prune": true}}}""", BackupConfiguration.class);
        object.setStatus(new BackupConfigurationStatus(null, present, null, null, null));
        return Statuses.withConditions(object, List.of(latest)).conditions();
    }

    private static Condition is(ConditionType type, Instant since) {
        return type.is(ConditionStatus.TRUE, "why", since);
    }
}
