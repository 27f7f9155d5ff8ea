package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.ApiGroup;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupConfigurationStatus;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupSessionPhase;
import dev.coffer.operator.api.backup.BackupSessionSpec;
import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.backup.BackupTargetPhase;
import dev.coffer.operator.api.backup.BackupTargetStatus;
import dev.coffer.operator.api.backup.HostBackupPhase;
import dev.coffer.operator.api.backup.HostBackupStats;
import dev.coffer.operator.api.backup.InvokerPhase;
import dev.coffer.operator.api.backup.InvokerRef;
import dev.coffer.operator.api.client.Clients;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;

/** Objects that tests begin with. */
final class Given {

    private Given() {}

    static BackupInvoker invoker(InvokerPhase phase) {
        BackupConfiguration object = Clients.serialization().unmarshal("""
                {"apiVersion": "stash.appscode.com/v1beta1", "kind": "BackupConfiguration",
                 "metadata": {"name": "photos", "namespace": "demo", "uid": "uid-photos"},
                 "spec": {"repository": {"name": "store"}, "timeOut": "2h",
                    "target": {"ref": {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "name": "photos"}},
                    "retentionPolicy": {"name": "keep", "prune": true}}}""", BackupConfiguration.class);
        object.setStatus(new BackupConfigurationStatus(null, List.of(), phase, null, null));
        return BackupInvoker.of(object);
    }

    static BackupSession session(String name, String created) {
        return session(name, created, 0);
    }

    static BackupSession session(String name, String created, int retryLeft) {
        BackupSession session = new BackupSession();
        session.setMetadata(new ObjectMetaBuilder()
                .withName(name)
                .withNamespace("demo")
                .withUid("uid-" + name)
                .withCreationTimestamp(created)
                .build());
        session.setSpec(
                new BackupSessionSpec(new InvokerRef(ApiGroup.STASH, "BackupConfiguration", "photos"), retryLeft));
        return session;
    }

    /** The status of a session with one target, whose one host has ended so. */
    static BackupSessionStatus status(BackupSessionPhase phase) {
        HostBackupPhase host =
                phase == BackupSessionPhase.SUCCEEDED ? HostBackupPhase.SUCCEEDED : HostBackupPhase.FAILED;
        BackupTargetStatus target = new BackupTargetStatus(
                null,
                1,
                BackupTargetPhase.RUNNING,
                List.of(),
                List.of(),
                List.of(),
                List.of(new HostBackupStats("host-0", host, List.of(), null, null, null)),
                List.of());
        return new BackupSessionStatus(phase, null, null, List.of(), List.of(target), null, null);
    }
}
