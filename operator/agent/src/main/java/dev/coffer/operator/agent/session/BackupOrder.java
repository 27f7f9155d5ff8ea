package dev.coffer.operator.agent.session;

import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.TempDir;
import dev.coffer.operator.api.backup.BackupInvokerSpec;
import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.InvokerRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be backed up for one target of a session.
 *
 * @param member of the invoker, whose target it is
 */
record BackupOrder(BackupSession session, BackupInvokerSpec invoker, BackupMember member) {

    /**
     * Reads the objects.
     *
     * @throws BadRequest if one is missing, or the invoker has no such target
     */
    static BackupOrder read(Cluster cluster, BackupSession session, TargetName wanted) throws BadRequest {
        String namespace = session.getMetadata().getNamespace();
        InvokerRef ref = session.getSpec() == null ? null : session.getSpec().invoker();
        if (ref == null) {
            throw new BadRequest("BackupSession " + session.getMetadata().getName() + " has no spec.invoker.");
        }
        BackupInvokerSpec invoker = cluster.backupInvoker(namespace, ref.kind(), ref.name());
        BackupMember member = invoker.members().stream()
                .filter(candidate -> wanted.names(target(candidate), namespace))
                .findFirst()
                .orElseThrow(() -> new BadRequest(ref.kind() + " " + namespace + "/" + ref.name() + " has no target "
                        + wanted.kind() + " " + wanted.name() + "."));
        return new BackupOrder(session, invoker, member);
    }

    private static @Nullable TargetRef target(BackupMember member) {
        return member.target() == null ? null : member.target().ref();
    }

    @Nullable
    TargetRef target() {
        return target(member);
    }

    @Nullable
    String alias() {
        return member.target() == null ? null : member.target().alias();
    }

    List<String> arguments() {
        return member.target() == null ? List.of() : member.target().args();
    }

    boolean wantsCache() {
        TempDir settings = member.tempDir();
        return settings == null || !Boolean.TRUE.equals(settings.disableCaching());
    }
}
