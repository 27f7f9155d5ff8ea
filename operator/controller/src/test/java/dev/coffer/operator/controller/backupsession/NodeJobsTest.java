package dev.coffer.operator.controller.backupsession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.Annotations;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupSessionPhase;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.controller.TestServices;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import dev.coffer.operator.controller.pod.PullSecrets;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
@EnableKubernetesMockClient(crud = true, https = false)
class NodeJobsTest {

    private KubernetesClient client;
    private NodeJobs jobs;

    @BeforeEach
    void prepare() {
        jobs = new NodeJobs(TestServices.of(client));
    }

    @Test
    void a_claim_that_lets_no_second_pod_in_is_named() {
        client.resource(claim("ReadWriteOncePod")).create();
        assertThat(jobs.obstacle(work(), pod()))
                .hasValueSatisfying(reason -> assertThat(reason).contains("data-db-0", "executionModel: Workload"));
    }

    @Test
    void a_claim_for_one_node_is_no_obstacle() {
        client.resource(claim("ReadWriteOnce")).create();
        assertThat(jobs.obstacle(work(), pod())).isEmpty();
    }

    @Test
    void the_job_works_for_the_other_pod_and_goes_with_the_session() {
        jobs.create("job", work(), pod(), "host-0", repository());
        Job job = client.batch().v1().jobs().inNamespace("demo").withName("job").get();
        PodSpec spec = job.getSpec().getTemplate().getSpec();

        assertThat(job.getMetadata().getAnnotations()).containsEntry(Annotations.HOST, "host-0");
        assertThat(job.getMetadata().getOwnerReferences())
                .extracting(OwnerReference::getKind)
                .containsExactly("BackupSession");
        assertThat(spec.getServiceAccountName()).isEqualTo("backupconfiguration-db-0");
        assertThat(spec.getSecurityContext().getRunAsUser()).isEqualTo(999);
        assertThat(spec.getContainers().getFirst().getArgs())
                .containsExactly(
                        "run-backup",
                        "--backupsession=db-1",
                        "--namespace=demo",
                        "--invoker-kind=BackupConfiguration",
                        "--invoker-name=db",
                        "--target-pod=db-0",
                        "--target-kind=StatefulSet",
                        "--target-name=db",
                        "--target-namespace=demo");
        assertThat(spec.getContainers().getFirst().getVolumeMounts())
                .extracting(VolumeMount::getMountPath)
                .containsExactly("/stash-tmp", "/repository", "/var/lib/db");
    }

    @Test
    void its_pod_names_the_pull_secrets_of_the_other_pod_and_of_the_settings_and_copies_each_once() {
        client.resource(TestServices.pullSecret("coffer", "registry")).create();
        Pod pod = pod();
        pod.getSpec().setImagePullSecrets(PullSecrets.references(List.of("app", "registry-backupconfiguration-db")));
        TargetWork work = work("""
                "runtimeSettings": {"pod": {"imagePullSecrets": [{"name": "app"}, {"name": "mine"}]}},""");
        new NodeJobs(TestServices.of(client, "registry")).create("job", work, pod, "host-0", repository());

        Job job = client.batch().v1().jobs().inNamespace("demo").withName("job").get();
        assertThat(PullSecrets.names(job.getSpec().getTemplate().getSpec().getImagePullSecrets()))
                .containsExactly("app", "registry-backupconfiguration-db", "mine");
        assertThat(client.secrets()
                        .inNamespace("demo")
                        .withName("registry-backupconfiguration-db")
                        .get()
                        .getMetadata()
                        .getOwnerReferences())
                .extracting(OwnerReference::getKind)
                .containsExactly("BackupConfiguration");
    }

    private TargetWork work() {
        return work("");
    }

    private TargetWork work(String settings) {
        BackupConfiguration object = read("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "BackupConfiguration",
                 "metadata": {"name": "db", "namespace": "demo", "uid": "uid-db"},
                 "spec": {%s "repository": {"name": "store"}, "retentionPolicy": {"name": "keep", "prune": true},
                    "target": {"ref": {"kind": "StatefulSet", "name": "db"},
                        "volumeMounts": [{"name": "data", "mountPath": "/var/lib/db"}]}}}""".formatted(settings), BackupConfiguration.class);
        var session = Given.session("db-1", "2026-03-01T06:00:00Z");
        session.setStatus(Given.status(BackupSessionPhase.RUNNING));
        return new TargetWork(session, BackupInvoker.of(object), 0);
    }

    private Pod pod() {
        return read("""
                {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "db-0", "namespace": "demo"},
                 "spec": {"nodeName": "node-1", "securityContext": {"runAsUser": 999},
                    "volumes": [{"name": "data", "persistentVolumeClaim": {"claimName": "data-db-0"}}]}}""", Pod.class);
    }

    private Repository repository() {
        return read("""
                {"apiVersion": "stash.appscode.com/v1alpha1", "kind": "Repository",
                 "metadata": {"name": "store", "namespace": "demo"},
                 "spec": {"backend": {"storageSecretName": "secret",
                    "local": {"mountPath": "/repository", "hostPath": {"path": "/srv"}}}}}""", Repository.class);
    }

    private PersistentVolumeClaim claim(String mode) {
        return read("""
                {"apiVersion": "v1", "kind": "PersistentVolumeClaim",
                 "metadata": {"name": "data-db-0", "namespace": "demo"}, "spec": {"accessModes": ["%s"]}}""".formatted(mode), PersistentVolumeClaim.class);
    }

    private <T> T read(String json, Class<T> type) {
        return client.getKubernetesSerialization().unmarshal(json, type);
    }
}
