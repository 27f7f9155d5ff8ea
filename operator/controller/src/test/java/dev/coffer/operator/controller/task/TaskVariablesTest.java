package dev.coffer.operator.controller.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.client.Clients;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.restore.RestoreSession;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskVariablesTest {

    @Test
    void a_backup_gives_its_target_its_retention_and_its_parameters() {
        BackupConfiguration object = Clients.serialization().unmarshal("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "BackupConfiguration",
                 "spec": {"task": {"name": "x", "params": [{"name": "args", "value": "--all"}]},
                    "tempDir": {"disableCaching": true}, "interimVolumeTemplate": {},
                    "target": {"alias": "app", "paths": ["/a", "/b"], "exclude": ["*.log"], "args": ["--x", "--y"],
                        "ref": {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "name": "photos"},
                        "volumeMounts": [{"name": "stash-volume", "mountPath": "/a"}]},
                    "retentionPolicy": {"name": "keep", "keepLast": 5, "keepDaily": 0, "prune": true}}}""", BackupConfiguration.class);

        Map<String, String> values = TaskVariables.of("reg.io/team/coffer:2", "BackupConfiguration", "photos", "demo")
                .backup(
                        "photos-1",
                        object.getSpec().members().getFirst(),
                        object.getSpec().retentionPolicy())
                .values();

        assertThat(values)
                .containsEntry("BACKUP_SESSION", "photos-1")
                .containsEntry("HOSTNAME", "app")
                .containsEntry("TARGET_NAME", "photos")
                .containsEntry("TARGET_NAMESPACE", "demo")
                .containsEntry("TARGET_PATHS", "/a,/b")
                .containsEntry("TARGET_MOUNT_PATH", "/a")
                .containsEntry("EXCLUDE_PATTERNS", "*.log")
                .containsEntry("DRIVER_ARGS", "--x --y")
                .containsEntry("ENABLE_CACHE", "false")
                .containsEntry("INTERIM_DATA_DIR", "/stash-interim-volume/data")
                .containsEntry("RETENTION_KEEP_LAST", "5")
                .containsEntry("RETENTION_PRUNE", "true")
                .containsEntry("args", "--all")
                .containsEntry("STASH_DOCKER_REGISTRY", "reg.io/team")
                .containsEntry("STASH_DOCKER_IMAGE", "coffer")
                .containsEntry("STASH_IMAGE_TAG", "2")
                .doesNotContainKeys("RETENTION_KEEP_DAILY", "RETENTION_KEEP_TAGS", "RETENTION_DRY_RUN");
    }

    @Test
    void a_restore_gives_the_rule_for_its_host() {
        RestoreSession object = Clients.serialization().unmarshal("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "RestoreSession",
                 "spec": {"task": {"name": "x"}, "target": {
                    "ref": {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "name": "photos"},
                    "rules": [{"sourceHost": "app", "snapshots": ["latest"], "include": ["a", "b"]}]}}}""", RestoreSession.class);

        Map<String, String> values = TaskVariables.of("coffer", "RestoreSession", "again", "demo")
                .restore("again", object.getSpec().members().getFirst())
                .values();

        assertThat(values)
                .containsEntry("RESTORE_SESSION", "again")
                .containsEntry("HOSTNAME", "host-0")
                .containsEntry("SOURCE_HOSTNAME", "app")
                .containsEntry("RESTORE_SNAPSHOTS", "latest")
                .containsEntry("INCLUDE_PATTERNS", "a,b")
                .containsEntry("TARGET_MOUNT_PATH", "/stash-data")
                .containsEntry("TARGET_APP_REPLICAS", "1");
    }

    @Test
    void a_repository_gives_its_store_and_its_secret() {
        Repository repository = Clients.serialization().unmarshal("""
                {"apiVersion": "stash.appscode.com/v1alpha1", "kind": "Repository",
                 "metadata": {"name": "store", "namespace": "backups"},
                 "spec": {"backend": {"storageSecretName": "secret",
                    "s3": {"endpoint": "https://minio:9000", "bucket": "b", "prefix": "/p/", "region": "eu"}}}}""", Repository.class);

        Map<String, String> values = TaskVariables.of("coffer", "RestoreSession", "again", "demo")
                .repository(repository)
                .params(null)
                .values();

        assertThat(values)
                .containsEntry("REPOSITORY_NAMESPACE", "backups")
                .containsEntry("REPOSITORY_SECRET_NAME", "secret")
                .containsEntry("REPOSITORY_PROVIDER", "s3")
                .containsEntry("REPOSITORY_BUCKET", "b")
                .containsEntry("REPOSITORY_PREFIX", "p")
                .containsEntry("REPOSITORY_ENDPOINT", "https://minio:9000")
                .containsEntry("REPOSITORY_REGION", "eu")
                .containsEntry("REPOSITORY_INSECURE_TLS", "false");
    }
}
