package dev.coffer.operator.agent.session;

import static dev.coffer.operator.api.condition.ConditionType.BACKEND_REPOSITORY_INITIALIZED;
import static dev.coffer.operator.api.condition.ConditionType.REPOSITORY_INTEGRITY_VERIFIED;
import static dev.coffer.operator.api.condition.ConditionType.REPOSITORY_METRICS_PUSHED;
import static dev.coffer.operator.api.condition.ConditionType.RETENTION_POLICY_APPLIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.FileStats;
import dev.coffer.operator.api.backup.HostBackupPhase;
import dev.coffer.operator.api.backup.HostBackupStats;
import dev.coffer.operator.api.backup.SnapshotStats;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class BackupsTest {

    private static final TargetName DEPLOYMENT = new TargetName("Deployment", "web", "demo");

    @TempDir
    private Path folder;

    private TestCluster cluster;
    private Path data;

    @BeforeEach
    void prepare() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("greeting"), "hello");
        cluster = new TestCluster(folder).withRepository("secret");
        configure("retentionPolicy: {name: last, keepLast: 2, prune: true}", "");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void a_pod_is_backed_up_and_its_host_reports() throws IOException {
        session("web-1");
        backUp("web-1");

        HostBackupStats host = cluster.target("web-1").stats().getFirst();
        StoredSnapshot stored = cluster.snapshots().getFirst();
        assertThat(host)
                .returns("host-0", HostBackupStats::hostname)
                .returns(HostBackupPhase.SUCCEEDED, HostBackupStats::phase);
        assertThat(host.snapshots().getFirst())
                .returns(stored.id().shortHex(), SnapshotStats::name)
                .returns(data.toString(), SnapshotStats::path)
                .returns("5 B", SnapshotStats::totalSize)
                .returns("0:00", SnapshotStats::processingTime)
                .returns(new FileStats(1L, 1L, 0L, 0L), SnapshotStats::fileStats);
        assertThat(stored.snapshot().hostname()).isEqualTo("host-0");
        assertThat(stored.snapshot().paths()).containsExactly(data.toString());
        assertThat(cluster.eventReasons()).contains("Host Backup Succeeded");
    }

    @Test
    void a_job_beside_a_pod_writes_what_the_pod_itself_would() throws IOException {
        cluster.create(configuration(
                "db",
                "StatefulSet",
                "db",
                "retentionPolicy: {name: last, keepLast: 2, prune: true}",
                "",
                data.toString()));
        cluster.create(session("db-1", "db", "StatefulSet", "db", 1));
        new Backups(
                        cluster.workplace("stash-backup-db-1-0-t0-xyz", "node-a"),
                        "demo",
                        "db-1",
                        new TargetName("StatefulSet", "db", "demo"),
                        Optional.empty())
                .backUpPod(Optional.of("db-3"));

        assertThat(cluster.target("db-1").stats().getFirst().hostname()).isEqualTo("host-3");
        assertThat(cluster.snapshots().getFirst().snapshot().hostname()).isEqualTo("host-3");
    }

    @Test
    void restic_reads_what_was_backed_up() throws Exception {
        session("web-1");
        backUp("web-1");

        assertThat(restic("ls", "latest", "--host", "host-0", "--path", data.toString()))
                .contains(data + "/greeting");
        assertThat(restic("check")).contains("no errors were found");
    }

    @Test
    void the_repository_is_made_once() throws IOException {
        session("web-1");
        backUp("web-1");
        session("web-2");
        backUp("web-2");

        assertThat(cluster.snapshots()).hasSize(2);
        assertThat(condition("web-2", BACKEND_REPOSITORY_INITIALIZED)).isEqualTo(ConditionStatus.TRUE);
    }

    @Test
    void a_repository_that_held_backups_and_is_gone_is_not_made_anew() throws IOException {
        session("web-1");
        backUp("web-1");
        Files.move(cluster.place(), folder.resolve("elsewhere"));
        session("web-2");
        backUp("web-2");

        assertThat(cluster.target("web-2").stats().getFirst().error()).contains("which held backups, is gone");
        assertThat(cluster.place()).doesNotExist();
    }

    @Test
    void a_host_that_has_reported_is_not_backed_up_again() throws IOException {
        session("web-1");
        backUp("web-1");
        backUp("web-1");

        assertThat(cluster.snapshots()).hasSize(1);
        assertThat(cluster.target("web-1").stats()).hasSize(1);
    }

    @Test
    void a_session_that_is_over_is_left_alone() throws IOException {
        cluster.create(session("web-1", "web", "Deployment", "web", 1).replace("status:", "status:\n  phase: Failed"));
        backUp("web-1");

        assertThat(cluster.place()).doesNotExist();
        assertThat(cluster.target("web-1").stats()).isEmpty();
    }

    @Test
    void a_wrong_password_is_told_by_the_secret_that_holds_it() throws IOException {
        session("web-1");
        backUp("web-1");
        changePassword("another");
        session("web-2");
        backUp("web-2");

        assertThat(cluster.target("web-2").stats().getFirst())
                .returns(HostBackupPhase.FAILED, HostBackupStats::phase)
                .extracting(HostBackupStats::error)
                .asString()
                .contains("Secret demo/store-secret (key RESTIC_PASSWORD) opens no key");
        assertThat(condition("web-2", BACKEND_REPOSITORY_INITIALIZED)).isEqualTo(ConditionStatus.FALSE);
        assertThat(cluster.eventReasons()).contains("Host Backup Failed");
    }

    @Test
    void a_missing_path_fails_the_host_and_others_are_backed_up() throws IOException {
        configure("retentionPolicy: {name: last, keepLast: 2, prune: true}", "", data + "/no", data.toString());
        session("web-1");
        backUp("web-1");

        HostBackupStats host = cluster.target("web-1").stats().getFirst();
        assertThat(host.phase()).isEqualTo(HostBackupPhase.FAILED);
        assertThat(host.error()).startsWith(data + "/no: ");
        assertThat(host.snapshots()).hasSize(1);
    }

    @Test
    void an_argument_that_a_backup_does_not_take_fails_the_host() throws IOException {
        configure("retentionPolicy: {name: last, keepLast: 2, prune: true}", "args: [--turbo]");
        session("web-1");
        backUp("web-1");

        assertThat(cluster.target("web-1").stats().getFirst().error())
                .contains("target.args")
                .contains("--turbo");
    }

    @Test
    void excludes_and_tags_are_honoured() throws IOException {
        Files.writeString(data.resolve("draft.tmp"), "never mind");
        configure(
                "retentionPolicy: {name: last, keepLast: 2, prune: true}",
                "exclude: ['*.tmp'], args: ['--tag=a,b', '--ignore-inode']");
        session("web-1");
        backUp("web-1");

        assertThat(cluster.snapshots().getFirst().snapshot().tags()).containsExactly("a", "b");
        assertThat(cluster.target("web-1")
                        .stats()
                        .getFirst()
                        .snapshots()
                        .getFirst()
                        .fileStats()
                        .totalFiles())
                .isEqualTo(1);
    }

    @Test
    void the_last_host_applies_the_policy_checks_and_counts() throws IOException {
        for (int i = 1; i <= 3; i++) {
            session("web-" + i);
            backUp("web-" + i);
        }

        assertThat(condition("web-3", RETENTION_POLICY_APPLIED)).isEqualTo(ConditionStatus.TRUE);
        assertThat(condition("web-3", REPOSITORY_INTEGRITY_VERIFIED)).isEqualTo(ConditionStatus.TRUE);
        assertThat(condition("web-3", REPOSITORY_METRICS_PUSHED)).isEqualTo(ConditionStatus.TRUE);
        assertThat(cluster.repository().getStatus())
                .returns(2L, status -> status.snapshotCount())
                .returns(1L, status -> status.snapshotsRemovedOnLastCleanup())
                .returns(true, status -> status.integrity());
        assertThat(cluster.repository().getStatus().totalSize()).matches("\\d+(\\.\\d{3} KiB| B)");
        assertThat(cluster.repository().getStatus().firstBackupTime()).isNotNull();
        assertThat(cluster.snapshots()).hasSize(2);
    }

    @Test
    void the_policy_finds_the_snapshots_of_a_path_that_is_written_in_another_way() throws IOException {
        configure("retentionPolicy: {name: last, keepLast: 1, prune: false}", "", data + "/./");
        session("web-1");
        backUp("web-1");
        session("web-2");
        backUp("web-2");

        assertThat(cluster.snapshots()).hasSize(1);
    }

    @Test
    void nothing_is_done_after_a_host_that_is_not_the_last() throws IOException {
        session("web-1", 2);
        backUp("web-1");

        assertThat(cluster.condition("web-1", RETENTION_POLICY_APPLIED)).isEmpty();
        assertThat(cluster.repository().getStatus()).isNull();
    }

    @Test
    void old_snapshots_are_kept_when_a_host_has_failed() throws IOException {
        configure("retentionPolicy: {name: last, keepLast: 1, prune: true}", "");
        session("web-1");
        backUp("web-1");
        configure("retentionPolicy: {name: last, keepLast: 1, prune: true}", "", data.toString(), data + "/no");
        session("web-2");
        backUp("web-2");

        assertThat(condition("web-2", RETENTION_POLICY_APPLIED)).isEqualTo(ConditionStatus.UNKNOWN);
        assertThat(cluster.snapshots()).hasSize(2);
    }

    @Test
    void damage_is_found_after_the_backup() throws IOException {
        session("web-1");
        backUp("web-1");
        removePacks();
        configure("retentionPolicy: {name: last, keepLast: 9, prune: true}", "args: [--force]");
        session("web-2");
        backUp("web-2");

        assertThat(condition("web-2", REPOSITORY_INTEGRITY_VERIFIED)).isEqualTo(ConditionStatus.FALSE);
        assertThat(cluster.repository().getStatus().integrity()).isFalse();
    }

    @Test
    void the_pod_of_a_stateful_set_has_a_host_of_its_own() throws IOException {
        TargetName set = new TargetName("StatefulSet", "db", "demo");
        cluster.create(configuration(
                "db", "StatefulSet", "db", "retentionPolicy: {name: all, prune: false}", "", data.toString()));
        cluster.create(session("db-1", "db", "StatefulSet", "db", 3));
        new Backups(cluster.workplace("db-2", "node-a"), "demo", "db-1", set, Optional.empty())
                .backUpPod(Optional.empty());

        assertThat(cluster.target("db-1").stats())
                .extracting(HostBackupStats::hostname)
                .containsExactly("host-2");
    }

    @Test
    void a_claim_is_backed_up_without_a_report_until_the_next_step() throws IOException {
        session("web-1");
        Backups backups = backups("web-1");
        HostBackupStats host = backups.backUpClaim();

        assertThat(host.phase()).isEqualTo(HostBackupPhase.SUCCEEDED);
        assertThat(cluster.target("web-1").stats()).isEmpty();

        backups.report(List.of(host));
        assertThat(cluster.target("web-1").stats()).containsExactly(host);
        assertThat(condition("web-1", RETENTION_POLICY_APPLIED)).isEqualTo(ConditionStatus.TRUE);
    }

    @Test
    void a_target_that_the_invoker_does_not_have_is_told() {
        session("web-1");
        assertThatThrownBy(() -> new Backups(
                                cluster.workplace("web-a", "node-a"),
                                "demo",
                                "web-1",
                                new TargetName("Deployment", "other", "demo"),
                                Optional.empty())
                        .backUpPod(Optional.empty()))
                .isInstanceOf(BadRequest.class)
                .hasMessage("BackupConfiguration demo/web has no target Deployment other.");
    }

    private void backUp(String session) throws IOException {
        backups(session).backUpPod(Optional.empty());
    }

    private Backups backups(String session) {
        return new Backups(
                cluster.workplace("web-a", "node-a"),
                "demo",
                session,
                DEPLOYMENT,
                Optional.of(folder.resolve("cache")));
    }

    private void configure(String policy, String more) {
        configure(policy, more, data.toString());
    }

    private void configure(String policy, String more, String... paths) {
        cluster.delete(BackupConfiguration.class, "web");
        cluster.create(configuration("web", "Deployment", "web", policy, more, paths));
    }

    private static String configuration(
            String name, String kind, String target, String policy, String more, String... paths) {
        return """
                apiVersion: stash.appscode.com/v1beta1
                kind: BackupConfiguration
                metadata: {name: %s, namespace: demo}
                spec:
                  repository: {name: store}
                  target: {ref: {apiVersion: apps/v1, kind: %s, name: %s}, paths: ['%s'], %s}
                  %s
                """.formatted(name, kind, target, String.join("', '", paths), more, policy);
    }

    private void session(String name) {
        session(name, 1);
    }

    private void session(String name, int hosts) {
        cluster.create(session(name, "web", "Deployment", "web", hosts));
    }

    private static String session(String name, String invoker, String kind, String target, int hosts) {
        return """
                apiVersion: stash.appscode.com/v1beta1
                kind: BackupSession
                metadata: {name: %s, namespace: demo}
                spec: {invoker: {kind: BackupConfiguration, name: %s}}
                status:
                  targets:
                    - ref: {apiVersion: apps/v1, kind: %s, name: %s}
                      totalHosts: %d
                      preBackupActions: [InitializeBackendRepository]
                      postBackupActions: [ApplyRetentionPolicy, VerifyRepositoryIntegrity, SendRepositoryMetrics]
                """.formatted(name, invoker, kind, target, hosts);
    }

    private ConditionStatus condition(String session, ConditionType type) {
        return cluster.condition(session, type).map(Condition::status).orElseThrow();
    }

    private void changePassword(String password) {
        cluster.delete(Secret.class, "store-secret");
        cluster.create("""
                apiVersion: v1
                kind: Secret
                metadata: {name: store-secret, namespace: demo}
                stringData: {RESTIC_PASSWORD: %s}
                """.formatted(password));
    }

    private void removePacks() throws IOException {
        try (var files = Files.walk(cluster.place().resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private String restic(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("restic", "--no-cache", "--repo", cluster.place().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("RESTIC_PASSWORD", "secret");
        Process started = process.start();
        String output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(started.waitFor()).as(output).isZero();
        return output;
    }
}
