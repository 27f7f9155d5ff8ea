package dev.coffer.operator.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.agent.session.TestCluster;
import dev.coffer.operator.api.backup.HostBackupPhase;
import dev.coffer.operator.api.backup.HostBackupStats;
import dev.coffer.operator.api.restore.HostRestorePhase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as containers call them. */
@NullUnmarked
class ProgramTest {

    @TempDir
    private Path folder;

    private TestCluster cluster;
    private Path data;

    @BeforeEach
    void prepare() throws IOException {
        data = Files.createDirectory(folder.resolve("stash-data"));
        Files.writeString(data.resolve("greeting"), "hello");
        cluster = new TestCluster(folder).withRepository("secret");
        cluster.create("""
                apiVersion: stash.appscode.com/v1beta1
                kind: BackupConfiguration
                metadata: {name: claim, namespace: demo}
                spec:
                  repository: {name: store}
                  task: {name: pvc-backup}
                  target:
                    ref: {apiVersion: v1, kind: PersistentVolumeClaim, name: claim}
                    volumeMounts: [{name: stash-volume, mountPath: '%s'}]
                  retentionPolicy: {name: last, keepLast: 5, prune: true}
                """.formatted(data));
        cluster.create("""
                apiVersion: stash.appscode.com/v1beta1
                kind: BackupSession
                metadata: {name: claim-1, namespace: demo}
                spec: {invoker: {kind: BackupConfiguration, name: claim}}
                status:
                  targets:
                    - ref: {apiVersion: v1, kind: PersistentVolumeClaim, name: claim}
                      totalHosts: 1
                      postBackupActions: [ApplyRetentionPolicy, VerifyRepositoryIntegrity, SendRepositoryMetrics]
                """);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void the_steps_of_a_job_back_up_a_claim_and_report() {
        assertThat(run("backup-pvc", backupFlags())).isZero();
        assertThat(run("update-status", backupFlags())).isZero();

        assertThat(cluster.target("claim-1").stats())
                .singleElement()
                .returns("host-0", HostBackupStats::hostname)
                .returns(HostBackupPhase.SUCCEEDED, HostBackupStats::phase);
        assertThat(cluster.repository().getStatus().snapshotCount()).isEqualTo(1);
    }

    @Test
    void a_step_that_is_to_report_needs_no_other() {
        assertThat(run(
                        "backup-pvc",
                        Stream.concat(Stream.of(backupFlags()), Stream.of("--report=true"))
                                .toArray(String[]::new)))
                .isZero();

        assertThat(cluster.target("claim-1").stats())
                .singleElement()
                .returns(HostBackupPhase.SUCCEEDED, HostBackupStats::phase);
        assertThat(cluster.repository().getStatus().snapshotCount()).isEqualTo(1);
    }

    @Test
    void the_steps_of_a_job_restore_a_claim_and_report() throws IOException {
        run("backup-pvc", backupFlags());
        Files.delete(data.resolve("greeting"));
        cluster.create("""
                apiVersion: stash.appscode.com/v1beta1
                kind: RestoreSession
                metadata: {name: back, namespace: demo}
                spec:
                  repository: {name: store}
                  task: {name: pvc-restore}
                  target:
                    ref: {apiVersion: v1, kind: PersistentVolumeClaim, name: claim}
                    rules: [{snapshots: [latest]}]
                """);
        String[] flags = {
            "--namespace=demo",
            "--invoker-kind=RestoreSession",
            "--invoker-name=back",
            "--snapshots=latest",
            "--restore-paths=",
            "--output-dir=" + folder.resolve("out"),
            "--scratch-dir=" + folder
        };
        assertThat(run("restore-pvc", flags)).isZero();
        assertThat(run("update-status", flags)).isZero();

        assertThat(data.resolve("greeting")).hasContent("hello");
        assertThat(cluster.restore("back").getStatus().stats().getFirst().phase())
                .isEqualTo(HostRestorePhase.SUCCEEDED);
    }

    @Test
    void an_init_container_fails_if_its_host_could_not_be_restored() {
        cluster.create("""
                apiVersion: stash.appscode.com/v1beta1
                kind: RestoreSession
                metadata: {name: back, namespace: demo}
                spec:
                  repository: {name: store}
                  target:
                    ref: {apiVersion: apps/v1, kind: Deployment, name: web}
                    rules: [{snapshots: [latest]}]
                """);
        assertThat(run("restore", "--namespace=demo", "--restoresession=back", "--scratch-dir=" + folder))
                .isEqualTo(1);
        assertThat(cluster.restore("back").getStatus().stats().getFirst().phase())
                .isEqualTo(HostRestorePhase.FAILED);
    }

    @Test
    void a_session_that_is_not_there_is_a_failure() {
        assertThat(run("run-backup", "--namespace=demo", "--backupsession=none"))
                .isEqualTo(1);
    }

    @Test
    void an_unknown_flag_is_a_mistake() {
        assertThat(run("run-backup", "--turbo")).isEqualTo(2);
    }

    /** As the Function of Stash passes them. */
    private String[] backupFlags() {
        return new String[] {
            "--provider=local",
            "--bucket=" + data,
            "--endpoint=",
            "--insecure-tls=false",
            "--region=",
            "--path=",
            "--enable-cache=true",
            "--max-connections=0",
            "--hostname=host-0",
            "--backup-paths=/stash-data",
            "--exclude=",
            "--args=",
            "--namespace=demo",
            "--backupsession=claim-1",
            "--storage-secret-name=store-secret",
            "--storage-secret-namespace=demo",
            "--invoker-kind=BackupConfiguration",
            "--invoker-name=claim",
            "--target-kind=PersistentVolumeClaim",
            "--target-name=claim",
            "--target-namespace=demo",
            "--retention-keep-last=5",
            "--retention-keep-tags=",
            "--retention-prune=true",
            "--retention-dry-run=false",
            "--metrics-enabled=true",
            "--metrics-pushgateway-url=http://nowhere",
            "--output-dir=" + folder.resolve("out"),
            "--scratch-dir=" + folder.resolve("scratch")
        };
    }

    private int run(String command, String... flags) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(flags));
        return new Program(() -> cluster.workplace("claim-pod", "node-a")).run(arguments);
    }
}
