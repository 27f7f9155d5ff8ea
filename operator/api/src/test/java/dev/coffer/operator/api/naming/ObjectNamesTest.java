package dev.coffer.operator.api.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ObjectNamesTest {

    private static final Instant TIME = Instant.ofEpochSecond(1_772_679_600);
    private static final String LONG = "a-name-that-is-as-long-as-names-of-objects-can-be.".repeat(5);

    static List<UnaryOperator<String>> names() {
        return List.of(
                name -> ObjectNames.session(name, TIME),
                name -> ObjectNames.backupJob(name, 12),
                name -> ObjectNames.backupJob(name, 12, 3),
                ObjectNames::wipeOutJob,
                name -> ObjectNames.pullSecret(name, "BackupConfiguration", "orders"),
                name -> ObjectNames.pullSecret("registry", "BackupConfiguration", name),
                name -> ObjectNames.restoreJob(name, 3),
                name -> ObjectNames.restoreJob(name, 3, 40),
                ObjectNames::trigger,
                name -> ObjectNames.interimVolume(name, "interim"),
                name -> ObjectNames.interimVolume("orders", name),
                name -> ObjectNames.jobAccount("BackupConfiguration", name, 1),
                name -> ObjectNames.sidecarRoleBinding("DeploymentConfig", name),
                name -> ObjectNames.initContainerRoleBinding("DeploymentConfig", name),
                name -> ObjectNames.backupLease("StatefulSet", name),
                name -> ObjectNames.restoreLease("StatefulSet", name));
    }

    @Test
    void objects_have_the_names_that_stash_gives_them() {
        assertThat(ObjectNames.session("orders", TIME)).isEqualTo("orders-1772679600");
        assertThat(ObjectNames.backupJob("orders-1772679600", 0)).isEqualTo("stash-backup-orders-1772679600-0");
        assertThat(ObjectNames.backupJob("orders-1772679600", 0, 2)).isEqualTo("stash-backup-orders-1772679600-0-t2");
        assertThat(ObjectNames.wipeOutJob("store")).isEqualTo("coffer-wipe-out-store");
        assertThat(ObjectNames.restoreJob("orders", 1)).isEqualTo("stash-restore-orders-1");
        assertThat(ObjectNames.restoreJob("orders", 1, 2)).isEqualTo("stash-restore-orders-1-2");
        assertThat(ObjectNames.trigger("orders")).isEqualTo("stash-trigger-orders");
        assertThat(ObjectNames.interimVolume("orders-1772679600", "data")).isEqualTo("orders-1772679600-data");
        assertThat(ObjectNames.jobAccount("BackupConfiguration", "orders", 0))
                .isEqualTo("backupconfiguration-orders-0");
        assertThat(ObjectNames.pullSecret("registry", "BackupConfiguration", "orders"))
                .isEqualTo("registry-backupconfiguration-orders");
        assertThat(ObjectNames.sidecarRoleBinding("Deployment", "web")).isEqualTo("stash-sidecar-deployment-web");
        assertThat(ObjectNames.initContainerRoleBinding("Deployment", "web"))
                .isEqualTo("stash-restore-init-container-deployment-web");
        assertThat(ObjectNames.backupLease("StatefulSet", "db")).isEqualTo("lock-statefulset-db-backup");
        assertThat(ObjectNames.restoreLease("StatefulSet", "db")).isEqualTo("lock-statefulset-db-restore");
    }

    @Test
    void dots_become_hyphens() {
        assertThat(ObjectNames.backupJob("orders.v2-1", 0)).isEqualTo("stash-backup-orders-v2-1-0");
    }

    @Test
    void names_of_triggers_leave_room_for_what_a_cron_job_adds() {
        assertThat(ObjectNames.trigger(LONG)).hasSizeLessThanOrEqualTo(52);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_long_name_is_cut_to_what_kubernetes_accepts(UnaryOperator<String> name) {
        assertThat(name.apply(LONG)).hasSizeLessThanOrEqualTo(63).matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    }

    @ParameterizedTest
    @MethodSource("names")
    void two_long_names_stay_different(UnaryOperator<String> name) {
        assertThat(name.apply(LONG + "x")).isNotEqualTo(name.apply(LONG + "y"));
    }

    @Test
    void what_tells_objects_apart_is_not_cut() {
        assertThat(ObjectNames.session(LONG, TIME)).endsWith("-1772679600");
        assertThat(ObjectNames.backupJob(LONG, 12)).startsWith("stash-backup-").endsWith("-12");
    }
}
