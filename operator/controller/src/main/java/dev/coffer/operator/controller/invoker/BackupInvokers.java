package dev.coffer.operator.controller.invoker;

import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.api.backup.BackupSession;
import dev.coffer.operator.api.backup.InvokerRef;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;

/** Finds what sessions are taken for: by their specification, as sessions that people create have no labels. */
public final class BackupInvokers {

    private final KubernetesClient client;

    public BackupInvokers(KubernetesClient client) {
        this.client = client;
    }

    /** What a session is taken for; empty if that does not exist, or not for long. */
    public Optional<BackupInvoker> of(BackupSession session) {
        return reference(session)
                .filter(ref -> BackupInvoker.BACKUP_CONFIGURATION.equals(ref.kind()))
                .flatMap(ref -> Optional.ofNullable(client.resources(BackupConfiguration.class)
                        .inNamespace(session.getMetadata().getNamespace())
                        .withName(ref.name())
                        .get()))
                .filter(found -> found.getSpec() != null && found.getMetadata().getDeletionTimestamp() == null)
                .map(BackupInvoker::of);
    }

    /** What a session refers to, as it stands in messages. */
    public static String describe(BackupSession session) {
        return reference(session).map(ref -> ref.kind() + " " + ref.name()).orElse("nothing");
    }

    /** Whether two sessions of a namespace are taken for the same. */
    public static boolean isSame(BackupSession one, BackupSession other) {
        return reference(one).map(InvokerRef::kind).equals(reference(other).map(InvokerRef::kind))
                && reference(one).map(InvokerRef::name).equals(reference(other).map(InvokerRef::name));
    }

    private static Optional<InvokerRef> reference(BackupSession session) {
        return Optional.ofNullable(session.getSpec()).flatMap(spec -> Optional.ofNullable(spec.invoker()));
    }
}
