package dev.coffer.operator.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.api.ApiGroup;
import dev.coffer.operator.api.ExecutionModel;
import dev.coffer.operator.api.Finalizers;
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
import dev.coffer.operator.api.repository.RepositorySpec;
import dev.coffer.operator.api.repository.RepositoryStatus;
import dev.coffer.operator.api.restore.RestorePhase;
import dev.coffer.operator.api.restore.RestoreSession;
import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.task.Catalog;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.CustomResource;
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
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
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
        operator = Main.operator(
                new Settings("coffer:1", "coffer", 2, ExecutionModel.WORKLOAD, Optional.empty()), client, _ -> {});
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

    @Test
    void a_workload_is_backed_up_by_a_job_on_the_node_of_its_pod_if_that_is_asked_for() {
        store();
        deployment();
        client.resource(pod()).create();
        BackupConfiguration configuration = configuration("apps/v1", "Deployment", "web");
        configuration.getMetadata().setAnnotations(Map.of(Annotations.EXECUTION_MODEL, "Job"));
        client.resource(configuration).create();
        awaitReady();
        client.resource(session()).create();

        Job job = await(Job.class, "stash-backup-photos-1-0-t0", _ -> true);
        assertThat(job.getMetadata().getAnnotations()).containsEntry(Annotations.HOST, "host-0");
        assertThat(job.getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getArgs())
                .contains("run-backup", "--target-pod=web-1");
        assertThat(client.resources(Deployment.class)
                        .inNamespace("demo")
                        .withName("web")
                        .get()
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers())
                .hasSize(1);
        await(
                BackupSession.class,
                "photos-1",
                object -> !object.getStatus().targets().getFirst().progress().isEmpty());
        report();
        BackupSession session = await(
                BackupSession.class, "photos-1", object -> object.getStatus().sessionDuration() != null);
        assertThat(session.getStatus().phase()).isEqualTo(BackupSessionPhase.SUCCEEDED);
    }

    @Test
    void who_changes_over_to_jobs_gets_rid_of_the_sidecar_and_back() {
        store();
        deployment();
        BackupConfiguration configuration = configuration("apps/v1", "Deployment", "web");
        client.resource(configuration).create();
        awaitContainers(2);
        annotate("Job");
        awaitContainers(1);
        await(
                BackupConfiguration.class,
                "photos",
                object -> Conditions.find(object.getStatus().conditions(), ConditionType.SIDECAR_INJECTED)
                        .isEmpty());
        annotate("Workload");
        awaitContainers(2);
    }

    @Test
    void what_is_wrong_is_told_by_an_event() {
        client.resource(configuration()).create();
        awaitTrue(() ->
                !client.v1().events().inNamespace("demo").list().getItems().isEmpty());
        Event event = client.v1().events().inNamespace("demo").list().getItems().getFirst();
        assertThat(event.getReason()).isEqualTo("RepositoryNotAvailable");
        assertThat(event.getType()).isEqualTo("Warning");
        assertThat(event.getSource().getComponent()).isEqualTo("BackupConfiguration Controller");
    }

    @Test
    void a_repository_waits_for_the_job_that_removes_what_it_stores() {
        store();
        client.resources(Repository.class).inNamespace("demo").withName("store").edit(present -> {
            RepositorySpec spec = present.getSpec();
            present.setSpec(new RepositorySpec(spec.backend(), true, spec.usagePolicy()));
            return present;
        });
        await(Repository.class, "store", object -> object.hasFinalizer(Finalizers.REPOSITORY));
        client.resource(repository()).delete();
        await(Job.class, "coffer-wipe-out-store", _ -> true);
        new StatusEditor<Repository, RepositoryStatus>(client, Repository.class)
                .edit(
                        "demo",
                        "store",
                        object -> new RepositoryStatus(
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(ConditionType.WIPED_OUT.is(ConditionStatus.TRUE, "gone", Instant.EPOCH))));
        awaitTrue(() -> client.resources(Repository.class)
                        .inNamespace("demo")
                        .withName("store")
                        .get()
                == null);
    }

    @Test
    void a_restore_waits_for_its_target_and_says_so() {
        store();
        client.resource(read("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "RestoreSession",
                 "metadata": {"name": "back", "namespace": "demo"},
                 "spec": {"repository": {"name": "store"},
                    "target": {"ref": {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "name": "photos"},
                        "rules": [{"snapshots": ["latest"]}]}}}""", RestoreSession.class)).create();
        RestoreSession waiting = await(
                RestoreSession.class,
                "back",
                object -> object.getStatus() != null
                        && Conditions.isFalse(object.getStatus().conditions(), ConditionType.RESTORE_TARGET_FOUND));
        assertThat(waiting.getStatus().phase()).isEqualTo(RestorePhase.PENDING);
        claim();
        await(
                RestoreSession.class,
                "back",
                object -> Conditions.isTrue(object.getStatus().conditions(), ConditionType.RESTORE_TARGET_FOUND)
                        && object.getStatus().totalHosts() != null);
    }

    private void deployment() {
        client.resource(read("""
                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "namespace": "demo"},
                 "spec": {"replicas": 1, "selector": {"matchLabels": {"app": "web"}}, "template": {
                    "metadata": {"labels": {"app": "web"}}, "spec": {"containers": [{"name": "web", "image": "web"}]}}}}""", Deployment.class)).create();
    }

    private void annotate(String model) {
        client.resources(BackupConfiguration.class)
                .inNamespace("demo")
                .withName("photos")
                .patch(PatchContext.of(PatchType.JSON_MERGE), """
                {"metadata": {"annotations": {"coffer.dev/execution-model": "%s"}}}""".formatted(model));
    }

    private void awaitContainers(int number) {
        await(
                Deployment.class,
                "web",
                object ->
                        object.getSpec().getTemplate().getSpec().getContainers().size() == number);
    }

    private void prepare() {
        store();
        claim();
        client.resource(configuration()).create();
        awaitReady();
        client.resource(session()).create();
    }

    private void claim() {
        client.resource(new PersistentVolumeClaimBuilder()
                        .withMetadata(metadata("photos"))
                        .build())
                .create();
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
        Job job = await(Job.class, "stash-backup-photos-1-0", _ -> true);
        await(
                BackupSession.class,
                "photos-1",
                object -> object.getStatus().targets().getFirst().totalHosts() != null);
        return job;
    }

    private <T extends HasMetadata> T await(Class<T> type, String name, Predicate<T> condition) {
        awaitTrue(() -> {
            T found = find(type, name);
            return found != null && isLookedAt(found) && condition.test(found);
        });
        return find(type, name);
    }

    private static boolean isLookedAt(HasMetadata object) {
        return !(object instanceof CustomResource<?, ?> resource) || resource.getStatus() != null;
    }

    private <T extends HasMetadata> T find(Class<T> type, String name) {
        return client.resources(type).inNamespace("demo").withName(name).get();
    }

    /** Asks again and again: a watch in memory may miss what happens as it begins. */
    private static void awaitTrue(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(120);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
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
                 "status": {"phase": "Running", "containerStatuses": [
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
