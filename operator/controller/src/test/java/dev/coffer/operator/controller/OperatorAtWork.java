package dev.coffer.operator.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.ApiGroup;
import dev.coffer.operator.api.ExecutionModel;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupSession;
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
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.controller.cluster.ClusterObjects;
import dev.coffer.operator.controller.task.Catalog;
import dev.coffer.operator.controller.workload.DeploymentConfig;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.javaoperatorsdk.operator.Operator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;

/** The operator at work on an API server in memory, and objects of a namespace for it to work on. */
@NullUnmarked
final class OperatorAtWork implements AutoCloseable {

    private final FakeApiServer server = new FakeApiServer();
    private final KubernetesClient client = server.client();
    private final Operator operator;

    OperatorAtWork() {
        this(20, List.of());
    }

    /**
     * @param sessions that are at work at a time
     * @param pullSecrets Secrets that the operator is told to give to pods
     */
    OperatorAtWork(int sessions, List<String> pullSecrets) {
        Catalog.objects("coffer:1").forEach(new ClusterObjects(client)::ensure);
        operator = Main.operator(
                new Settings("coffer:1", "coffer", 2, sessions, pullSecrets, ExecutionModel.WORKLOAD, Optional.empty()),
                client,
                _ -> {});
        operator.start();
    }

    KubernetesClient client() {
        return client;
    }

    @Override
    public void close() {
        operator.stop();
        server.close();
    }

    void deployment() {
        client.resource(read("""
                {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "namespace": "demo"},
                 "spec": {"replicas": 1, "selector": {"matchLabels": {"app": "web"}}, "template": {
                    "metadata": {"labels": {"app": "web"}}, "spec": {"containers": [{"name": "web", "image": "web"}]}}}}""", Deployment.class)).create();
    }

    /** From now on this is a cluster of OpenShift. */
    void becomeOpenShift() {
        server.learn(DeploymentConfig.class);
    }

    void deploymentConfig() {
        client.resource(read("""
                {"apiVersion": "apps.openshift.io/v1", "kind": "DeploymentConfig",
                 "metadata": {"name": "web", "namespace": "demo"},
                 "spec": {"selector": {"app": "web"}, "template": {
                    "metadata": {"labels": {"app": "web"}}, "spec": {"containers": [{"name": "web", "image": "web"}]}}}}""", DeploymentConfig.class)).create();
    }

    /** Waits until the template of the DeploymentConfig is so. */
    void awaitTemplate(Predicate<PodSpec> condition) {
        awaitTrue(() -> {
            DeploymentConfig found = find(DeploymentConfig.class, "web");
            return condition.test(found.getSpec().template().getSpec());
        });
    }

    /** The names of what the controllers watch. */
    Set<String> watched() {
        return operator.getRegisteredControllers().stream()
                .flatMap(controller ->
                        controller.getControllerHealthInfo().informerEventSourceHealthIndicators().keySet().stream())
                .collect(Collectors.toSet());
    }

    void annotate(String model) {
        client.resources(BackupConfiguration.class)
                .inNamespace("demo")
                .withName("photos")
                .patch(PatchContext.of(PatchType.JSON_MERGE), """
                {"metadata": {"annotations": {"coffer.dev/execution-model": "%s"}}}""".formatted(model));
    }

    Deployment awaitContainers(int number) {
        return await(
                Deployment.class,
                "web",
                object ->
                        object.getSpec().getTemplate().getSpec().getContainers().size() == number);
    }

    void prepare() {
        store();
        claim();
        client.resource(configuration()).create();
        awaitReady();
        client.resource(session()).create();
    }

    void claim() {
        client.resource(new PersistentVolumeClaimBuilder()
                        .withMetadata(metadata("photos"))
                        .build())
                .create();
    }

    void store() {
        store(repository());
    }

    /** A Repository and its Secret. */
    void store(Repository repository) {
        client.resource(new SecretBuilder()
                        .withMetadata(metadata("secret"))
                        .withData(Map.of("RESTIC_PASSWORD", "eA=="))
                        .build())
                .create();
        client.resource(repository).create();
    }

    void awaitReady() {
        await(
                BackupConfiguration.class,
                "photos",
                object -> object.getStatus() != null && object.getStatus().phase() == InvokerPhase.READY);
    }

    void report() {
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

    Job awaitJob() {
        Job job = await(Job.class, "stash-backup-photos-1-0", _ -> true);
        await(
                BackupSession.class,
                "photos-1",
                object -> object.getStatus().targets().getFirst().totalHosts() != null);
        return job;
    }

    /** The session once nothing happens to it any more. */
    BackupSession awaitEnd() {
        return await(
                BackupSession.class, "photos-1", object -> object.getStatus().sessionDuration() != null);
    }

    /** The session once a host is at work. */
    BackupSession awaitWork() {
        return await(
                BackupSession.class,
                "photos-1",
                object -> !object.getStatus().targets().getFirst().progress().isEmpty());
    }

    <T extends HasMetadata> T await(Class<T> type, String name, Predicate<T> condition) {
        awaitTrue(() -> {
            T found = find(type, name);
            return found != null && isLookedAt(found) && condition.test(found);
        });
        return find(type, name);
    }

    private static boolean isLookedAt(HasMetadata object) {
        return !(object instanceof CustomResource<?, ?> resource) || resource.getStatus() != null;
    }

    <T extends HasMetadata> T find(Class<T> type, String name) {
        return client.resources(type).inNamespace("demo").withName(name).get();
    }

    /** Asks again and again: a watch in memory may miss what happens as it begins. */
    void awaitTrue(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(120);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    Repository repository() {
        return read("""
                {"apiVersion": "stash.appscode.com/v1alpha1", "kind": "Repository",
                 "metadata": {"name": "store", "namespace": "demo"},
                 "spec": {"backend": {"storageSecretName": "secret",
                    "local": {"mountPath": "/repository", "hostPath": {"path": "/srv"}}}}}""", Repository.class);
    }

    Pod pod() {
        return read("""
                {"apiVersion": "v1", "kind": "Pod",
                 "metadata": {"name": "web-1", "namespace": "demo", "labels": {"app": "web", "coffer.dev/sidecar": "true"},
                    "annotations": {"a": "b"}},
                 "spec": {"nodeName": "node-1"},
                 "status": {"phase": "Running", "containerStatuses": [
                    {"name": "stash", "containerID": "containerd://1", "state": {"running": {}}}]}}""", Pod.class);
    }

    BackupConfiguration configuration() {
        return configuration("v1", "PersistentVolumeClaim", "photos");
    }

    BackupConfiguration configuration(String version, String kind, String name) {
        return read("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "BackupConfiguration",
                 "metadata": {"name": "photos", "namespace": "demo"},
                 "spec": {"repository": {"name": "store"}, "schedule": "0 0 1 1 *",
                    "target": {"ref": {"apiVersion": "%s", "kind": "%s", "name": "%s"}},
                    "retentionPolicy": {"name": "keep", "keepLast": 5, "prune": true}}}""".formatted(version, kind, name), BackupConfiguration.class);
    }

    <T> T read(String json, Class<T> type) {
        return client.getKubernetesSerialization().unmarshal(json, type);
    }

    BackupSession session() {
        return session("photos");
    }

    /** The first session of a configuration. */
    BackupSession session(String configuration) {
        BackupSession session = new BackupSession();
        session.setMetadata(metadata(configuration + "-1"));
        session.setSpec(new BackupSessionSpec(new InvokerRef(ApiGroup.STASH, "BackupConfiguration", configuration), 0));
        return session;
    }

    private static ObjectMeta metadata(String name) {
        return new ObjectMetaBuilder().withName(name).withNamespace("demo").build();
    }
}
