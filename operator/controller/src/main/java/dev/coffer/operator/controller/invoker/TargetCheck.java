package dev.coffer.operator.controller.invoker;

import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.condition.Condition;
import dev.coffer.operator.api.condition.ConditionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.controller.workload.WorkloadKind;
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
        return isThere(client, ref, home)
                ? type.is(ConditionStatus.TRUE, what + " exists", now)
                : type.is(ConditionStatus.FALSE, lack(client, ref, what), now);
    }

    private static boolean isThere(KubernetesClient client, TargetRef ref, String namespace) {
        if (CLAIM.equals(ref.kind())) {
            return client.persistentVolumeClaims()
                            .inNamespace(namespace)
                            .withName(ref.name())
                            .get()
                    != null;
        }
        return WorkloadKind.of(ref.kind())
                .map(kind -> kind.read(client, namespace, ref.name()).isPresent())
                .orElse(true);
    }

    private static String lack(KubernetesClient client, TargetRef ref, String what) {
        Optional<WorkloadKind> kind = WorkloadKind.of(ref.kind());
        if (kind.isPresent() && !kind.get().isKnownTo(client)) {
            return "This cluster does not know the kind " + ref.kind() + " of "
                    + kind.get().apiVersion() + "; correct spec.target.ref";
        }
        String wanted = kind.filter(WorkloadKind.DEPLOYMENT_CONFIG::equals).isPresent()
                ? what + " with spec.selector and spec.template"
                : what;
        return "There is no " + wanted + "; create it, or correct spec.target.ref";
    }
}
