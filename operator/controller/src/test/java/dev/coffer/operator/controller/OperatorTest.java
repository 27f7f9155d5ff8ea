package dev.coffer.operator.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.api.ApiGroup;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupSessionPhase;
import dev.coffer.operator.api.backup.BackupSessionSpec;
import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.backup.BackupTargetStatus;
import dev.coffer.operator.api.backup.HostBackupPhase;
import dev.coffer.operator.api.backup.HostBackupStats;
import dev.coffer.operator.api.backup.InvokerPhase;
import dev.coffer.operator.api.backup.InvokerRef;
import dev.coffer.operator.api.backup.PostBackupAction;
import dev.coffer.operator.api.client.StatusEditor;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.task.Catalog;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.javaoperatorsdk.operator.Operator;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class OperatorTest {

    private final KubernetesMockServer server = new KubernetesMockServer(
            new Context(), new MockWebServer(), new HashMap<>(), new MergingDispatcher(), false);

    private KubernetesClient client;
    private Operator operator;

    @BeforeEach
    void start() {
        server.init();
        client = server.createClient();
        Catalog.objects("coffer:1").forEach(new ClusterObjects(client)::ensure);
        operator = Main.operator(new Settings("coffer:1", "coffer", 2, Optional.empty()), client, _ -> {});
        operator.start();
    }

    @AfterEach
    void stop() {
        operator.stop();
        client.close();
        server.destroy();
    }

    @Test
    void a_configuration_whose_repository_is_missing_says_so() {
        client.resource(configuration()).create();
        BackupConfiguration found = await(BackupConfiguration.class, "photos", object -> object.getStatus() != null);
        assertThat(found.getStatus().phase()).isEqualTo(InvokerPhase.NOT_READY);
        assertThat(Conditions.isFalse(found.getStatus().conditions(), ConditionType.REPOSITORY_FOUND))
                .isTrue();
    }

    @Test
    void a_claim_is_backed_up_by_a_job_that_reports() {
        prepare();
        Job job = awaitJob();
        assertThat(job.getSpec().getTemplate().getSpec().getServiceAccountName())
                .isEqualTo("backupconfiguration-photos-0");
        report();
        BackupSession session = await(
                BackupSession.class, "photos-1", object -> object.getStatus().sessionDuration() != null);
        assertThat(session.getStatus().phase()).isEqualTo(BackupSessionPhase.SUCCEEDED);
    }

    @Test
    void a_job_that_ends_without_a_report_fails_the_session() {
        prepare();
        Job job = awaitJob();
        client.resource(job).subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE), """
                        {"status": {"conditions": [{"type": "Failed", "status": "True", "reason": "BackoffLimitExceeded"}]}}""");
        BackupSession session = await(
                BackupSession.class, "photos-1", object -> object.getStatus().sessionDuration() != null);
        assertThat(session.getStatus().phase()).isEqualTo(BackupSessionPhase.FAILED);
        assertThat(Conditions.isTrue(
                        session.getStatus().targets().getFirst().conditions(), ConditionType.BACKUP_DISRUPTED))
                .isTrue();
    }

    @Test
    void a_deployment_gets_the_sidecar_and_one_of_its_pods_the_turn() {
        store();
        client.resource(read("""
                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "namespace": "demo"},
                 "spec": {"replicas": 1, "selector": {"matchLabels": {"app": "web"}}, "template": {
                    "metadata": {"labels": {"app": "web"}}, "spec": {"containers": [{"name": "web", "image": "web"}]}}}}""", Deployment.class)).create();
        client.resource(pod()).create();
        client.resource(configuration("apps/v1", "Deployment", "web")).create();
        Deployment injected = await(
                Deployment.class,
                "web",
                object ->
                        object.getSpec().getTemplate().getSpec().getContainers().size() == 2);
        assertThat(injected.getMetadata().getAnnotations()).containsEntry(Annotations.LAST_BACKUP_INVOKER, "photos");
        awaitReady();

        client.resource(session()).create();
        Pod pod = await(
                Pod.class,
                "web-1",
                object -> object.getMetadata().getAnnotations().containsKey(Annotations.BACKUP_SESSION));
        assertThat(pod.getMetadata().getAnnotations())
                .containsEntry(Annotations.BACKUP_SESSION, "photos-1")
                .containsEntry(Annotations.BACKUP_CONTAINER, "containerd://1");

        // Until then nothing has been begun that could be disrupted: another pod would get the turn.
        await(
                BackupSession.class,
                "photos-1",
                object -> !object.getStatus().targets().getFirst().progress().isEmpty());
        client.resource(pod).delete();
        BackupSession session = await(
                BackupSession.class, "photos-1", object -> object.getStatus().sessionDuration() != null);
        assertThat(session.getStatus().phase()).isEqualTo(BackupSessionPhase.FAILED);
    }

    @Test
    void a_configuration_that_is_removed_takes_its_sidecar_along() {
        store();
        client.resource(read("""
                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "namespace": "demo"},
                 "spec": {"selector": {"matchLabels": {"app": "web"}}, "template": {
                    "metadata": {"labels": {"app": "web"}}, "spec": {"containers": [{"name": "web", "image": "web"}]}}}}""", Deployment.class)).create();
        BackupConfiguration configuration = configuration("apps/v1", "Deployment", "web");
        client.resource(configuration).create();
        await(
                Deployment.class,
                "web",
                object ->
                        object.getSpec().getTemplate().getSpec().getContainers().size() == 2);
        awaitReady();
        client.resource(configuration).delete();
        Deployment clean = await(
                Deployment.class,
                "web",
                object ->
                        object.getSpec().getTemplate().getSpec().getContainers().size() == 1);
        assertThat(clean.getMetadata().getAnnotations()).doesNotContainKey(Annotations.LAST_BACKUP_INVOKER);
    }

    private void prepare() {
        store();
        client.resource(new PersistentVolumeClaimBuilder()
                        .withMetadata(metadata("photos"))
                        .build())
                .create();
        client.resource(configuration()).create();
        awaitReady();
        client.resource(session()).create();
    }

    private void store() {
        client.resource(new SecretBuilder()
                        .withMetadata(metadata("secret"))
                        .withData(Map.of("RESTIC_PASSWORD", "eA=="))
                        .build())
                .create();
        client.resource(repository()).create();
    }

    private void awaitReady() {
        await(
                BackupConfiguration.class,
                "photos",
                object -> object.getStatus() != null && object.getStatus().phase() == InvokerPhase.READY);
    }

    private void report() {
        new StatusEditor<BackupSession, BackupSessionStatus>(client, BackupSession.class)
                .edit("demo", "photos-1", session -> {
                    BackupSessionStatus status = session.getStatus();
                    BackupTargetStatus target = status.targets().getFirst();
                    BackupTargetStatus reported = new BackupTargetStatus(
                            target.ref(),
                            target.totalHosts(),
                            target.phase(),
                            target.preBackupActions(),
                            target.postBackupActions(),
                            target.conditions(),
                            List.of(new HostBackupStats(
                                    "host-0", HostBackupPhase.SUCCEEDED, List.of(), "1s", null, null)),
                            List.of());
                    return new BackupSessionStatus(
                            status.phase(),
                            null,
                            null,
                            Stream.of(PostBackupAction.values())
                                    .map(action -> action.condition().is(ConditionStatus.TRUE, "done", Instant.EPOCH))
                                    .toList(),
                            List.of(reported),
                            null,
                            null);
                });
    }

    private Job awaitJob() {
        Job job = client.resources(Job.class)
                .inNamespace("demo")
                .withName("stash-backup-photos-1-0")
                .waitUntilCondition(found -> found != null, 60, TimeUnit.SECONDS);
        await(
                BackupSession.class,
                "photos-1",
                object -> object.getStatus().targets().getFirst().totalHosts() != null);
        return job;
    }

    private <T extends HasMetadata> T await(Class<T> type, String name, Predicate<T> condition) {
        return client.resources(type)
                .inNamespace("demo")
                .withName(name)
                .waitUntilCondition(found -> found != null && condition.test(found), 60, TimeUnit.SECONDS);
    }

    private Repository repository() {
        return read("""
                {"apiVersion": "stash.appscode.com/v1alpha1", "kind": "Repository",
                 "metadata": {"name": "store", "namespace": "demo"},
                 "spec": {"backend": {"storageSecretName": "secret",
                    "local": {"mountPath": "/repository", "hostPath": {"path": "/srv"}}}}}""", Repository.class);
    }

    private Pod pod() {
        return read("""
                {"apiVersion": "v1", "kind": "Pod",
                 "metadata": {"name": "web-1", "namespace": "demo", "labels": {"app": "web", "coffer.dev/sidecar": "true"},
                    "annotations": {"a": "b"}},
                 "spec": {"nodeName": "node-1"},
                 "status": {"containerStatuses": [
                    {"name": "stash", "containerID": "containerd://1", "state": {"running": {}}}]}}""", Pod.class);
    }

    private BackupConfiguration configuration() {
        return configuration("v1", "PersistentVolumeClaim", "photos");
    }

    private BackupConfiguration configuration(String version, String kind, String name) {
        return read("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "BackupConfiguration",
                 "metadata": {"name": "photos", "namespace": "demo"},
                 "spec": {"repository": {"name": "store"}, "schedule": "0 0 1 1 *",
                    "target": {"ref": {"apiVersion": "%s", "kind": "%s", "name": "%s"}},
                    "retentionPolicy": {"name": "keep", "keepLast": 5, "prune": true}}}""".formatted(version, kind, name), BackupConfiguration.class);
    }

    private <T> T read(String json, Class<T> type) {
        return client.getKubernetesSerialization().unmarshal(json, type);
    }

    private static BackupSession session() {
        BackupSession session = new BackupSession();
        session.setMetadata(metadata("photos-1"));
        session.setSpec(new BackupSessionSpec(new InvokerRef(ApiGroup.STASH, "BackupConfiguration", "photos"), 0));
        return session;
    }

    private static ObjectMeta metadata(String name) {
        return new ObjectMetaBuilder().withName(name).withNamespace("demo").build();
    }
}
