package dev.coffer.operator.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.api.Finalizers;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupSessionPhase;
import dev.coffer.operator.api.backup.InvokerPhase;
import dev.coffer.operator.api.client.StatusEditor;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.api.condition.Conditions;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.repository.RepositorySpec;
import dev.coffer.operator.api.repository.RepositoryStatus;
import dev.coffer.operator.api.restore.RestorePhase;
import dev.coffer.operator.api.restore.RestoreSession;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class OperatorTest {

    private OperatorAtWork cluster;

    @BeforeEach
    void start() {
        cluster = new OperatorAtWork();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void a_configuration_whose_repository_is_missing_says_so() {
        cluster.client().resource(cluster.configuration()).create();
        BackupConfiguration found =
                cluster.await(BackupConfiguration.class, "photos", object -> object.getStatus() != null);
        assertThat(found.getStatus().phase()).isEqualTo(InvokerPhase.NOT_READY);
        assertThat(Conditions.isFalse(found.getStatus().conditions(), ConditionType.REPOSITORY_FOUND))
                .isTrue();
    }

    @Test
    void a_claim_is_backed_up_by_a_job_that_reports() {
        cluster.prepare();
        Job job = cluster.awaitJob();
        assertThat(job.getSpec().getTemplate().getSpec().getServiceAccountName())
                .isEqualTo("backupconfiguration-photos-0");
        cluster.report();
        BackupSession session = cluster.awaitEnd();
        assertThat(session.getStatus().phase()).isEqualTo(BackupSessionPhase.SUCCEEDED);
    }

    @Test
    void a_job_that_ends_without_a_report_fails_the_session() {
        cluster.prepare();
        Job job = cluster.awaitJob();
        cluster.client().resource(job).subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE), """
                        {"status": {"conditions": [{"type": "Failed", "status": "True", "reason": "BackoffLimitExceeded"}]}}""");
        BackupSession session = cluster.awaitEnd();
        assertThat(session.getStatus().phase()).isEqualTo(BackupSessionPhase.FAILED);
        assertThat(Conditions.isTrue(
                        session.getStatus().targets().getFirst().conditions(), ConditionType.BACKUP_DISRUPTED))
                .isTrue();
    }

    @Test
    void a_session_waits_for_its_turn_and_says_so() {
        cluster.close();
        cluster = new OperatorAtWork(1, List.of());
        cluster.prepare();
        cluster.awaitJob();
        BackupConfiguration videos = cluster.configuration();
        videos.getMetadata().setName("videos");
        cluster.client().resource(videos).create();
        cluster.client().resource(cluster.session("videos")).create();
        BackupSession waiting = cluster.await(BackupSession.class, "videos-1", _ -> true);
        assertThat(waiting.getStatus().phase()).isEqualTo(BackupSessionPhase.PENDING);
        assertThat(Conditions.isTrue(waiting.getStatus().conditions(), ConditionType.SESSION_QUEUED))
                .isTrue();

        cluster.report();
        cluster.awaitEnd();
        BackupSession begun = cluster.await(
                BackupSession.class,
                "videos-1",
                object -> !object.getStatus().targets().isEmpty());
        assertThat(Conditions.isFalse(begun.getStatus().conditions(), ConditionType.SESSION_QUEUED))
                .isTrue();
    }

    @Test
    void a_deployment_gets_the_sidecar_and_one_of_its_pods_the_turn() {
        cluster.store();
        cluster.deployment();
        cluster.client().resource(cluster.pod()).create();
        cluster.client()
                .resource(cluster.configuration("apps/v1", "Deployment", "web"))
                .create();
        Deployment injected = cluster.awaitContainers(2);
        assertThat(injected.getMetadata().getAnnotations()).containsEntry(Annotations.LAST_BACKUP_INVOKER, "photos");
        cluster.awaitReady();

        cluster.client().resource(cluster.session()).create();
        Pod pod = cluster.await(
                Pod.class,
                "web-1",
                object -> object.getMetadata().getAnnotations().containsKey(Annotations.BACKUP_SESSION));
        assertThat(pod.getMetadata().getAnnotations())
                .containsEntry(Annotations.BACKUP_SESSION, "photos-1")
                .containsEntry(Annotations.BACKUP_CONTAINER, "containerd://1");

        // Until then nothing has been begun that could be disrupted: another pod would get the turn.
        cluster.awaitWork();
        cluster.client().resource(pod).delete();
        BackupSession session = cluster.awaitEnd();
        assertThat(session.getStatus().phase()).isEqualTo(BackupSessionPhase.FAILED);
    }

    @Test
    void a_configuration_that_is_removed_takes_its_sidecar_along() {
        cluster.store();
        cluster.deployment();
        BackupConfiguration configuration = cluster.configuration("apps/v1", "Deployment", "web");
        cluster.client().resource(configuration).create();
        cluster.awaitContainers(2);
        cluster.awaitReady();
        cluster.client().resource(configuration).delete();
        Deployment clean = cluster.awaitContainers(1);
        assertThat(clean.getMetadata().getAnnotations()).doesNotContainKey(Annotations.LAST_BACKUP_INVOKER);
    }

    @Test
    void a_workload_is_backed_up_by_a_job_on_the_node_of_its_pod_if_that_is_asked_for() {
        cluster.store();
        cluster.deployment();
        cluster.client().resource(cluster.pod()).create();
        BackupConfiguration configuration = cluster.configuration("apps/v1", "Deployment", "web");
        configuration.getMetadata().setAnnotations(Map.of(Annotations.EXECUTION_MODEL, "Job"));
        cluster.client().resource(configuration).create();
        cluster.awaitReady();
        cluster.client().resource(cluster.session()).create();

        Job job = cluster.await(Job.class, "stash-backup-photos-1-0-t0", _ -> true);
        assertThat(job.getMetadata().getAnnotations()).containsEntry(Annotations.HOST, "host-0");
        assertThat(job.getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getArgs())
                .contains("run-backup", "--target-pod=web-1");
        assertThat(cluster.find(Deployment.class, "web")
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers())
                .hasSize(1);
        cluster.awaitWork();
        cluster.report();
        BackupSession session = cluster.awaitEnd();
        assertThat(session.getStatus().phase()).isEqualTo(BackupSessionPhase.SUCCEEDED);
    }

    @Test
    void who_changes_over_to_jobs_gets_rid_of_the_sidecar_and_back() {
        cluster.store();
        cluster.deployment();
        BackupConfiguration configuration = cluster.configuration("apps/v1", "Deployment", "web");
        cluster.client().resource(configuration).create();
        cluster.awaitContainers(2);
        cluster.annotate("Job");
        cluster.awaitContainers(1);
        cluster.await(
                BackupConfiguration.class,
                "photos",
                object -> Conditions.find(object.getStatus().conditions(), ConditionType.SIDECAR_INJECTED)
                        .isEmpty());
        cluster.annotate("Workload");
        cluster.awaitContainers(2);
    }

    @Test
    void what_is_wrong_is_told_by_an_event() {
        cluster.client().resource(cluster.configuration()).create();
        cluster.awaitTrue(() -> !cluster.client()
                .v1()
                .events()
                .inNamespace("demo")
                .list()
                .getItems()
                .isEmpty());
        Event event = cluster.client()
                .v1()
                .events()
                .inNamespace("demo")
                .list()
                .getItems()
                .getFirst();
        assertThat(event.getReason()).isEqualTo("RepositoryNotAvailable");
        assertThat(event.getType()).isEqualTo("Warning");
        assertThat(event.getSource().getComponent()).isEqualTo("BackupConfiguration Controller");
    }

    @Test
    void a_repository_waits_for_the_job_that_removes_what_it_stores() {
        Repository repository = cluster.repository();
        RepositorySpec spec = repository.getSpec();
        repository.setSpec(new RepositorySpec(spec.backend(), true, spec.usagePolicy()));
        cluster.store(repository);
        cluster.await(Repository.class, "store", object -> object.hasFinalizer(Finalizers.REPOSITORY));
        cluster.client().resource(cluster.repository()).delete();
        cluster.await(Job.class, "coffer-wipe-out-store", _ -> true);
        new StatusEditor<Repository, RepositoryStatus>(cluster.client(), Repository.class)
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
        cluster.awaitTrue(() -> cluster.find(Repository.class, "store") == null);
    }

    @Test
    void a_restore_waits_for_its_target_and_says_so() {
        cluster.store();
        cluster.client().resource(cluster.read("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "RestoreSession",
                 "metadata": {"name": "back", "namespace": "demo"},
                 "spec": {"repository": {"name": "store"},
                    "target": {"ref": {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "name": "photos"},
                        "rules": [{"snapshots": ["latest"]}]}}}""", RestoreSession.class)).create();
        RestoreSession waiting = cluster.await(
                RestoreSession.class,
                "back",
                object -> object.getStatus() != null
                        && Conditions.isFalse(object.getStatus().conditions(), ConditionType.RESTORE_TARGET_FOUND));
        assertThat(waiting.getStatus().phase()).isEqualTo(RestorePhase.PENDING);
        cluster.claim();
        cluster.await(
                RestoreSession.class,
                "back",
                object -> Conditions.isTrue(object.getStatus().conditions(), ConditionType.RESTORE_TARGET_FOUND)
                        && object.getStatus().totalHosts() != null);
    }
}
