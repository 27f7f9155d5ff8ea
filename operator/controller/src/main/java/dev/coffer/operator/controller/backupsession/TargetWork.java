package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.BackupTargetStatus;
import dev.coffer.operator.controller.cluster.Owners;
import dev.coffer.operator.controller.invoker.BackupInvoker;
import io.fabric8.kubernetes.api.model.OwnerReference;

/** One target of a session, and what it is backed up for. */
record TargetWork(BackupSession session, BackupInvoker invoker, int index) {

    BackupMember member() {
        return invoker.spec().members().get(index);
    }

    BackupTargetStatus status() {
        return Statuses.of(session).targets().get(index);
    }

    /** Makes an object go with the session. */
    OwnerReference owner() {
        return Owners.controlledBy(session);
    }

    String sessionName() {
        return session.getMetadata().getName();
    }

    String namespace() {
        return session.getMetadata().getNamespace();
    }
}
