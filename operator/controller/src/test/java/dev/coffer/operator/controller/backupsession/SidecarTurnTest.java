package dev.coffer.operator.controller.backupsession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.api.backup.BackupTargetPhase;
import dev.coffer.operator.api.backup.BackupTargetStatus;
import dev.coffer.operator.api.backup.HostBackupPhase;
import dev.coffer.operator.api.backup.HostBackupStats;
import dev.coffer.operator.api.report.HostProgress;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SidecarTurnTest {

    private static final String SESSION = "shop-1700000000";

    @Test
    void one_pod_of_a_deployment_backs_up() {
        assertThat(decide(WorkloadKind.DEPLOYMENT, status(), pod("web-a"), pod("web-b")))
                .isInstanceOfSatisfying(SidecarTurn.Next.class, next -> {
                    assertThat(next.host()).isEqualTo("host-0");
                    assertThat(next.container()).isEqualTo("containerd://web-a");
                });
    }

    @Test
    void when_it_has_reported_no_other_pod_of_the_deployment_follows() {
        assertThat(decide(WorkloadKind.DEPLOYMENT, status().ended("host-0"), atWork("web-a"), pod("web-b")))
                .isEqualTo(new SidecarTurn.NoPod());
    }

    @Test
    void pods_of_a_stateful_set_follow_each_other_in_the_order_of_their_numbers() {
        assertThat(decide(
                        WorkloadKind.STATEFUL_SET,
                        status().ended("host-0").ended("host-1"),
                        pod("db-10"),
                        pod("db-2"),
                        atWork("db-1"),
                        atWork("db-0")))
                .isInstanceOfSatisfying(
                        SidecarTurn.Next.class, next -> assertThat(next.host()).isEqualTo("host-2"));
    }

    @Test
    void as_long_as_one_is_at_work_the_others_wait() {
        assertThat(decide(WorkloadKind.STATEFUL_SET, status(), atWork("db-0"), pod("db-1")))
                .isEqualTo(new SidecarTurn.AtWork("host-0"));
    }

    @Test
    void a_pod_whose_sidecar_does_not_run_is_passed_over() {
        Pod starting = new PodBuilder(pod("web-a")).withStatus(null).build();
        assertThat(decide(WorkloadKind.DEPLOYMENT, status(), starting)).isEqualTo(new SidecarTurn.NoPod());
    }

    @Test
    void a_container_that_was_started_again_will_not_report() {
        Pod restarted = new PodBuilder(atWork("db-0"))
                .editMetadata()
                .addToAnnotations(Annotations.BACKUP_CONTAINER, "containerd://earlier")
                .endMetadata()
                .build();
        assertThat(decide(WorkloadKind.STATEFUL_SET, status(), restarted)).isInstanceOf(SidecarTurn.Disrupted.class);
    }

    @Test
    void a_pod_that_is_being_removed_will_not_report() {
        Pod leaving = new PodBuilder(atWork("db-0"))
                .editMetadata()
                .withDeletionTimestamp("2026-03-01T00:00:00Z")
                .endMetadata()
                .build();
        assertThat(decide(WorkloadKind.STATEFUL_SET, status(), leaving)).isInstanceOf(SidecarTurn.Disrupted.class);
    }

    @Test
    void a_pod_that_is_gone_has_left_its_host_at_work() {
        assertThat(decide(WorkloadKind.DEPLOYMENT, status().atWork("host-0"), pod("web-b")))
                .isInstanceOfSatisfying(
                        SidecarTurn.Disrupted.class,
                        disrupted -> assertThat(disrupted.reason()).contains("host-0"));
    }

    @Test
    void what_comes_after_the_hosts_is_done_by_the_last_pod() {
        Pod gone = new PodBuilder(atWork("db-1"))
                .editMetadata()
                .addToAnnotations(Annotations.BACKUP_CONTAINER, "containerd://earlier")
                .endMetadata()
                .build();
        assertThat(SidecarTurn.lastHasEnded(
                        new PodHosts(WorkloadKind.STATEFUL_SET, null),
                        SESSION,
                        List.of(atWork("db-0"), atWork("db-1"))))
                .isEmpty();
        assertThat(SidecarTurn.lastHasEnded(
                        new PodHosts(WorkloadKind.STATEFUL_SET, null), SESSION, List.of(atWork("db-0"), gone)))
                .isPresent();
    }

    private static SidecarTurn decide(WorkloadKind kind, Status status, Pod... pods) {
        return SidecarTurn.decide(new PodHosts(kind, null), SESSION, status.target(), List.of(pods));
    }

    private static Pod atWork(String name) {
        return new PodBuilder(pod(name))
                .editMetadata()
                .addToAnnotations(Map.of(
                        Annotations.BACKUP_SESSION, SESSION, Annotations.BACKUP_CONTAINER, "containerd://" + name))
                .endMetadata()
                .build();
    }

    private static Pod pod(String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withNodeName("node-1")
                .endSpec()
                .withNewStatus()
                .addNewContainerStatus()
                .withName("stash")
                .withContainerID("containerd://" + name)
                .withNewState()
                .withNewRunning()
                .endRunning()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
    }

    private static Status status() {
        return new Status(List.of(), List.of());
    }

    private record Status(List<HostBackupStats> stats, List<HostProgress> progress) {

        Status ended(String host) {
            HostBackupStats ended = new HostBackupStats(host, HostBackupPhase.SUCCEEDED, List.of(), null, null, null);
            return new Status(Stream.concat(stats.stream(), Stream.of(ended)).toList(), progress);
        }

        Status atWork(String host) {
            HostProgress working = new HostProgress(host, null, null, null, null, null, null, null, null);
            return new Status(stats, List.of(working));
        }

        BackupTargetStatus target() {
            return new BackupTargetStatus(
                    null, 11, BackupTargetPhase.RUNNING, List.of(), List.of(), List.of(), stats, progress);
        }
    }
}
