package dev.coffer.operator.controller.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.client.Clients;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.restore.RestoreSession;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import org.junit.jupiter.api.Test;

class WorkloadContainersTest {

    private static final WorkloadContainers CONTAINERS = WorkloadContainers.of("coffer:1", read("""
            {"apiVersion": "stash.appscode.com/v1alpha1", "kind": "Repository",
             "spec": {"backend": {"storageSecretName": "secret",
                "local": {"mountPath": "/repository", "subPath": "shop", "hostPath": {"path": "/srv"}}}}}""", Repository.class));

    @Test
    void the_sidecar_waits_for_its_turn_with_the_mounts_of_the_target_and_the_repository() {
        Injection sidecar = sidecar("keep");
        assertThat(sidecar.container().getArgs())
                .containsExactly(
                        "wait-for-backup",
                        "--namespace=demo",
                        "--invoker-kind=BackupConfiguration",
                        "--invoker-name=shop",
                        "--target-kind=Deployment",
                        "--target-name=web",
                        "--target-namespace=demo");
        assertThat(sidecar.container().getVolumeMounts())
                .extracting(VolumeMount::getMountPath)
                .containsExactly("/stash-tmp", "/repository", "/coffer-podinfo", "/data");
        assertThat(sidecar.volumes())
                .extracting(Volume::getName)
                .containsExactly("stash-tmp-dir", "coffer-repository", "coffer-podinfo");
        assertThat(sidecar.container().getSecurityContext()).isNull();
    }

    @Test
    void no_password_is_in_the_pod() {
        assertThat(sidecar("keep").container().getEnv())
                .extracting(EnvVar::getName)
                .containsExactly("POD_NAME", "POD_NAMESPACE", "NODE_NAME");
    }

    @Test
    void retention_and_paths_are_no_reason_to_restart_a_workload() {
        assertThat(sidecar("other")).isEqualTo(sidecar("keep"));
    }

    @Test
    void the_init_container_is_root_unless_the_user_says_otherwise() {
        assertThat(init("{}").container().getSecurityContext().getRunAsUser()).isZero();
        Injection init = init("""
                {"container": {"securityContext": {"runAsUser": 1000, "privileged": true}}}""");
        assertThat(init.container().getSecurityContext())
                .returns(1000L, context -> context.getRunAsUser())
                .returns(0L, context -> context.getRunAsGroup())
                .returns(true, context -> context.getPrivileged());
    }

    private static Injection sidecar(String policy) {
        BackupConfiguration object = read("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "BackupConfiguration",
                 "spec": {"target": {"ref": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "web"},
                        "paths": ["/%s"], "volumeMounts": [{"name": "data", "mountPath": "/data"}]},
                    "retentionPolicy": {"name": "%s", "prune": true}}}""".formatted(policy, policy), BackupConfiguration.class);
        return CONTAINERS.sidecar(
                "BackupConfiguration",
                "shop",
                "demo",
                object.getSpec().members().getFirst());
    }

    private static Injection init(String settings) {
        RestoreSession object = read("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "RestoreSession",
                 "spec": {"runtimeSettings": %s, "target": {}}}""".formatted(settings), RestoreSession.class);
        return CONTAINERS.initContainer(
                "again", "demo", object.getSpec().members().getFirst());
    }

    private static <T> T read(String json, Class<T> type) {
        return Clients.serialization().unmarshal(json, type);
    }
}
