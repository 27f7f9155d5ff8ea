package dev.coffer.operator.controller.backupconfiguration;

import static dev.coffer.operator.api.condition.ConditionType.BACKUP_TARGET_FOUND;

import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.Optional;

/** Looks for targets. Those of kinds that the operator does not know are left to the tasks that back them up. */
final class TargetCheck {

    private TargetCheck() {}

    static Condition check(KubernetesClient client, BackupMember member, String namespace, Instant now) {
        TargetRef ref = member.target() == null ? null : member.target().ref();
        if (ref == null || ref.name() == null || ref.name().isEmpty()) {
            return BACKUP_TARGET_FOUND.is(ConditionStatus.TRUE, "There is no target object to look for", now);
        }
        String home = ref.namespace() == null || ref.namespace().isEmpty() ? namespace : ref.namespace();
        String what = ref.kind() + " " + home + "/" + ref.name();
        Optional<Class<? extends HasMetadata>> type = type(ref);
        boolean found = type.isEmpty()
                || client.resources(type.get())
                                .inNamespace(home)
                                .withName(ref.name())
                                .get()
                        != null;
        return found
                ? BACKUP_TARGET_FOUND.is(ConditionStatus.TRUE, what + " exists", now)
                : BACKUP_TARGET_FOUND.is(
                        ConditionStatus.FALSE, "There is no " + what + "; create it, or correct spec.target.ref", now);
    }

    private static Optional<Class<? extends HasMetadata>> type(TargetRef ref) {
        if ("PersistentVolumeClaim".equals(ref.kind())) {
            return Optional.of(PersistentVolumeClaim.class);
        }
        return WorkloadKind.of(ref.kind()).map(WorkloadKind::type);
    }
}
