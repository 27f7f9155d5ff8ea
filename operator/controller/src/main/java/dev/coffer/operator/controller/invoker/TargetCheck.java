package dev.coffer.operator.controller.invoker;

import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.controller.workload.WorkloadKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for targets. Those of kinds that the operator does not know are left to the tasks that work on them. */
public final class TargetCheck {

    private static final String CLAIM = "PersistentVolumeClaim";

    private TargetCheck() {}

    /**
     * Says whether a target is there.
     *
     * @param ref null for a target that is no object
     * @param namespace of the object that names it
     * @param type of the condition
     */
    public static Condition check(
            KubernetesClient client, @Nullable TargetRef ref, String namespace, ConditionType type, Instant now) {
        if (ref == null || ref.name() == null || ref.name().isEmpty()) {
            return type.is(ConditionStatus.TRUE, "There is no target object to look for", now);
        }
        String home = ref.namespace() == null || ref.namespace().isEmpty() ? namespace : ref.namespace();
        String what = ref.kind() + " " + home + "/" + ref.name();
        Optional<Class<? extends HasMetadata>> known = type(ref);
        boolean found = known.isEmpty()
                || client.resources(known.get())
                                .inNamespace(home)
                                .withName(ref.name())
                                .get()
                        != null;
        return found
                ? type.is(ConditionStatus.TRUE, what + " exists", now)
                : type.is(
                        ConditionStatus.FALSE, "There is no " + what + "; create it, or correct spec.target.ref", now);
    }

    private static Optional<Class<? extends HasMetadata>> type(TargetRef ref) {
        return CLAIM.equals(ref.kind())
                ? Optional.of(PersistentVolumeClaim.class)
                : WorkloadKind.of(ref.kind()).map(WorkloadKind::type);
    }
}
