package dev.coffer.operator.api.validation;

import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.TaskRef;
import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.backup.BackupTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules about targets, be they backed up or restored. */
final class TargetRules {

    /** Kinds whose volumes can only be mounted in their own namespace. */
    private static final Set<String> BOUND_TO_NAMESPACE =
            Set.of("DaemonSet", "Deployment", "DeploymentConfig", "PersistentVolumeClaim", "StatefulSet");

    /** Tasks that read objects of the cluster rather than volumes. */
    private static final String TASKS_WITHOUT_VOLUMES = "kubedump";

    private TargetRules() {}

    static void checkNamespace(
            Problems problems, String field, @Nullable TargetRef ref, @Nullable TaskRef task, String namespace) {
        if (ref == null || ref.namespace() == null || ref.namespace().isEmpty()) {
            return;
        }
        if (!ref.namespace().equals(namespace) && isBound(ref.kind()) && !needsNoVolumes(task)) {
            problems.error(
                    field + ".ref.namespace",
                    "a " + ref.kind() + " of namespace " + ref.namespace() + " cannot be reached from namespace "
                            + namespace + "; create this object in namespace " + ref.namespace());
        }
    }

    /** Warns of members that would write or read the same hosts, which they do if no alias tells them apart. */
    static void checkAliases(Problems problems, List<BackupMember> members) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            Integer earlier = seen.putIfAbsent(alias(members.get(i)), i);
            if (earlier != null) {
                problems.warning(
                        "spec.members[" + i + "].target.alias",
                        "the backups of this member and of member " + earlier
                                + " get mixed up in the repository; give each its own alias");
            }
        }
    }

    private static String alias(BackupMember member) {
        BackupTarget target = member.target();
        return target == null || target.alias() == null ? "" : target.alias();
    }

    private static boolean isBound(@Nullable String kind) {
        return kind != null && BOUND_TO_NAMESPACE.contains(kind);
    }

    private static boolean needsNoVolumes(@Nullable TaskRef task) {
        return task != null && task.name() != null && task.name().startsWith(TASKS_WITHOUT_VOLUMES);
    }
}
