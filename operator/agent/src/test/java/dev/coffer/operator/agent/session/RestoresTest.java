package dev.coffer.operator.agent.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.restore.HostRestorePhase;
import dev.coffer.operator.api.restore.HostRestoreStats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class RestoresTest {

    @TempDir
    private Path folder;

    private TestCluster cluster;
    private Path data;

    @BeforeEach
    void backUp() throws IOException {
        data = Files.createDirectories(folder.resolve("volume/data"));
        Files.writeString(data.resolve("greeting"), "hello");
        Files.writeString(data.resolve("other"), "more");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));
        cluster = new TestCluster(folder).withRepository("secret");
        backUp("host-0", "web");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void a_pod_gets_back_what_its_host_had() throws IOException {
        Files.delete(data.resolve("greeting"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(restore("paths: ['%s/']".formatted(data))).isTrue();
        assertThat(data.resolve("greeting")).hasContent("hello");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwxr-x---");
        assertThat(stats())
                .returns("host-0", HostRestoreStats::hostname)
                .returns(HostRestorePhase.SUCCEEDED, HostRestoreStats::phase);
        assertThat(cluster.eventReasons()).contains("Host Restore Succeeded");
    }

    @Test
    void folders_above_the_path_are_not_touched() throws IOException {
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(data.getParent(), old);

        restore("paths: ['%s']".formatted(data));
        assertThat(Files.getLastModifiedTime(data.getParent())).isEqualTo(old);
    }

    @Test
    void the_latest_snapshot_is_restored_and_an_older_one_by_its_id() throws IOException {
        String first = cluster.snapshots().getFirst().id().toString();
        Files.writeString(data.resolve("greeting"), "hello again");
        backUp("host-0", "web-again");
        Files.delete(data.resolve("greeting"));

        restore("snapshots: [latest]");
        assertThat(data.resolve("greeting")).hasContent("hello again");

        restore("by-id", "snapshots: [%s]".formatted(first));
        assertThat(data.resolve("greeting")).hasContent("hello");
    }

    @Test
    void without_paths_all_that_the_host_has_backed_up_is_restored() throws IOException {
        Files.delete(data.resolve("greeting"));
        assertThat(restore("targetHosts: []")).isTrue();
        assertThat(data.resolve("greeting")).hasContent("hello");
    }

    @Test
    void what_is_not_included_stays_as_it_is() throws IOException {
        Files.delete(data.resolve("greeting"));
        Files.writeString(data.resolve("other"), "changed");

        restore("paths: ['%s'], include: [greeting]".formatted(data));
        assertThat(data.resolve("greeting")).hasContent("hello");
        assertThat(data.resolve("other")).hasContent("changed");
    }

    @Test
    void what_is_excluded_stays_as_it_is() throws IOException {
        Files.delete(data.resolve("greeting"));
        Files.writeString(data.resolve("other"), "changed");

        restore("paths: ['%s'], exclude: ['%s/other']".formatted(data, data));
        assertThat(data.resolve("greeting")).hasContent("hello");
        assertThat(data.resolve("other")).hasContent("changed");
    }

    @Test
    void another_host_can_be_the_source() throws IOException {
        Files.delete(data.resolve("greeting"));
        assertThat(restore("targetHosts: [host-3], sourceHost: host-0, paths: ['%s']".formatted(data), 3))
                .isTrue();
        assertThat(data.resolve("greeting")).hasContent("hello");
        assertThat(stats().hostname()).isEqualTo("host-3");
    }

    @Test
    void a_host_that_was_restored_is_not_restored_again() throws IOException {
        restore("paths: ['%s']".formatted(data));
        Files.writeString(data.resolve("greeting"), "changed since");

        assertThat(restores("back").restorePod(OptionalInt.empty())).isTrue();
        assertThat(data.resolve("greeting")).hasContent("changed since");
    }

    @Test
    void a_host_whose_restore_failed_is_tried_again() throws IOException {
        Path place = Files.move(cluster.place(), folder.resolve("away"));
        assertThat(restore("paths: ['%s']".formatted(data))).isFalse();
        assertThat(stats().error()).contains("There is no repository at");

        Files.move(place, cluster.place());
        assertThat(restores("back").restorePod(OptionalInt.empty())).isTrue();
        assertThat(stats().phase()).isEqualTo(HostRestorePhase.SUCCEEDED);
    }

    @Test
    void a_path_that_nobody_has_backed_up_is_told_with_those_that_are_there() throws IOException {
        assertThat(restore("paths: [/nowhere]")).isFalse();
        assertThat(stats().error()).contains("host-0 with path /nowhere").contains("host-0 [" + data + "]");
    }

    @Test
    void without_rules_nothing_is_restored_and_that_is_a_failure() throws IOException {
        cluster.create(session("back", "[]"));
        assertThat(restores("back").restorePod(OptionalInt.empty())).isFalse();
        assertThat(stats().error()).contains("spec.target.rules is empty");
    }

    @Test
    void a_host_that_no_rule_is_for_is_left_as_it_is_with_a_word_about_it() throws IOException {
        assertThat(restore("targetHosts: [host-7], paths: ['%s']".formatted(data)))
                .isTrue();
        assertThat(cluster.eventReasons()).contains("Nothing To Restore");
    }

    private HostRestoreStats stats() {
        return cluster.restore("back").getStatus().stats().getFirst();
    }

    private boolean restore(String rule) throws IOException {
        return restore("back", rule);
    }

    private boolean restore(String name, String rule) throws IOException {
        cluster.create(session(name, "[{" + rule + "}]"));
        return restores(name).restorePod(OptionalInt.empty());
    }

    private boolean restore(String rule, int ordinal) throws IOException {
        cluster.create(session("back", "[{" + rule + "}]"));
        return restores("back").restorePod(OptionalInt.of(ordinal));
    }

    private Restores restores(String session) {
        return new Restores(cluster.workplace("web-a", "node-a"), "demo", session, Optional.empty());
    }

    private static String session(String name, String rules) {
        return """
                apiVersion: stash.appscode.com/v1beta1
                kind: RestoreSession
                metadata: {name: %s, namespace: demo}
                spec:
                  repository: {name: store}
                  target:
                    ref: {apiVersion: apps/v1, kind: Deployment, name: web}
                    rules: %s
                """.formatted(name, rules);
    }

    private void backUp(String alias, String name) throws IOException {
        cluster.create("""
                apiVersion: stash.appscode.com/v1beta1
                kind: BackupConfiguration
                metadata: {name: %s, namespace: demo}
                spec:
                  repository: {name: store}
                  target: {alias: %s, ref: {kind: Deployment, name: web}, paths: ['%s']}
                  retentionPolicy: {name: all, prune: false}
                """.formatted(name, alias, data));
        cluster.create("""
                apiVersion: stash.appscode.com/v1beta1
                kind: BackupSession
                metadata: {name: %s, namespace: demo}
                spec: {invoker: {kind: BackupConfiguration, name: %s}}
                """.formatted(name, name));
        new Backups(
                        cluster.workplace("web-a", "node-a"),
                        "demo",
                        name,
                        new TargetName("Deployment", "web", "demo"),
                        Optional.empty())
                .backUpPod(Optional.empty());
    }
}
