package dev.coffer.operator.controller.backupsession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.backup.BackupTargetPhase;
import dev.coffer.operator.api.backup.BackupTargetStatus;
import dev.coffer.operator.api.backup.HostBackupPhase;
import dev.coffer.operator.api.backup.HostBackupStats;
import dev.coffer.operator.api.client.Clients;
import dev.coffer.operator.api.report.HostProgress;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NodeTurnTest {

    private static final String READY = "\"conditions\": [{\"type\": \"Ready\", \"status\": \"True\"}]";

    @Test
    void of_the_pods_of_a_deployment_one_that_is_ready_is_backed_up() {
        assertThat(decide(
                        WorkloadKind.DEPLOYMENT, target(), pod("web-a", "Running", ""), pod("web-b", "Running", READY)))
                .isInstanceOfSatisfying(NodeTurn.Next.class, next -> {
                    assertThat(next.pod().getMetadata().getName()).isEqualTo("web-b");
                    assertThat(next.host()).isEqualTo("host-0");
                });
    }

    @Test
    void pods_of_a_stateful_set_follow_each_other_in_the_order_of_their_numbers() {
        assertThat(decide(
                        WorkloadKind.STATEFUL_SET,
                        target("host-0"),
                        pod("db-10", "Running", READY),
                        pod("db-2", "Running", READY),
                        pod("db-0", "Running", READY)))
                .isInstanceOfSatisfying(
                        NodeTurn.Next.class, next -> assertThat(next.host()).isEqualTo("host-2"));
    }

    @Test
    void pods_of_a_daemon_set_are_told_apart_by_their_nodes() {
        assertThat(decide(WorkloadKind.DAEMON_SET, target(), pod("log-x", "Running", READY)))
                .isInstanceOfSatisfying(
                        NodeTurn.Next.class, next -> assertThat(next.host()).isEqualTo("node-1"));
    }

    @Test
    void a_pod_that_does_not_run_is_passed_over() {
        assertThat(decide(WorkloadKind.DEPLOYMENT, target(), pod("web-a", "Pending", "")))
                .isEqualTo(new NodeTurn.NoPod());
    }

    @Test
    void a_host_whose_job_is_gone_will_not_report() {
        BackupTargetStatus working = target(List.of(), List.of("host-0"));
        assertThat(decide(WorkloadKind.DEPLOYMENT, working, pod("web-a", "Running", READY)))
                .isEqualTo(new NodeTurn.Disrupted("host-0"));
    }

    private static NodeTurn decide(WorkloadKind kind, BackupTargetStatus target, Pod... pods) {
        return NodeTurn.decide(new PodHosts(kind, null), target, List.of(pods));
    }

    private static BackupTargetStatus target(String... ended) {
        return target(List.of(ended), List.of());
    }

    private static BackupTargetStatus target(List<String> ended, List<String> working) {
        return new BackupTargetStatus(
                null,
                11,
                BackupTargetPhase.RUNNING,
                List.of(),
                List.of(),
                List.of(),
                ended.stream()
                        .map(host -> new HostBackupStats(host, HostBackupPhase.SUCCEEDED, List.of(), null, null, null))
                        .toList(),
                Stream.concat(ended.stream(), working.stream())
                        .map(host -> new HostProgress(host, null, null, null, null, null, null, null, null))
                        .toList());
    }

    private static Pod pod(String name, String phase, String more) {
        return Clients.serialization()
                .unmarshal("""
                {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "%s"}, "spec": {"nodeName": "node-1"},
                 "status": {"phase": "%s"%s}}""".formatted(name, phase, more.isEmpty() ? "" : ", " + more), Pod.class);
    }
}
