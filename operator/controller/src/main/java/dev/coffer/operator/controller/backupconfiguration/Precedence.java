package dev.coffer.operator.controller.backupconfiguration;

import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.backup.BackupConfiguration;
import dev.coffer.operator.controller.workload.WorkloadKind;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which of several BackupConfigurations has its sidecar in a workload, which holds one: the newest. */
final class Precedence {

    private static final Comparator<BackupConfiguration> OLDEST_FIRST = Comparator.comparing(
                    (BackupConfiguration object) -> object.getMetadata().getCreationTimestamp())
            .thenComparing(object -> object.getMetadata().getName());

    private Precedence() {}

    /**
     * The one that has precedence over an object; empty if that one itself has.
     *
     * @param usesSidecar whether one wants a sidecar at all
     */
    static Optional<BackupConfiguration> over(
            BackupConfiguration object, List<BackupConfiguration> all, Predicate<BackupConfiguration> usesSidecar) {
        return all.stream()
                .filter(other -> other.getMetadata().getDeletionTimestamp() == null)
                .filter(other -> isOfSameTarget(object, other))
                .filter(usesSidecar)
                .max(OLDEST_FIRST)
                .filter(newest -> OLDEST_FIRST.compare(newest, object) > 0);
    }

    /**
     * The one whose sidecar a workload has; empty if none is for it. All are of the namespace of the workload.
     *
     * @param usesSidecar whether one wants a sidecar at all
     */
    static Optional<BackupConfiguration> of(
            WorkloadKind kind, String name, List<BackupConfiguration> all, Predicate<BackupConfiguration> usesSidecar) {
        return all.stream()
                .filter(object -> object.getMetadata().getDeletionTimestamp() == null)
                .filter(object -> names(object, kind, name))
                .filter(usesSidecar)
                .max(OLDEST_FIRST);
    }

    /** Whether a workload is the target of an object. */
    static boolean names(BackupConfiguration object, WorkloadKind kind, String name) {
        TargetRef ref = ref(object);
        return ref != null && kind.kind().equals(ref.kind()) && name.equals(ref.name());
    }

    private static boolean isOfSameTarget(BackupConfiguration one, BackupConfiguration other) {
        TargetRef first = ref(one);
        TargetRef second = ref(other);
        return first != null
                && second != null
                && one.getMetadata().getNamespace().equals(other.getMetadata().getNamespace())
                && Objects.equals(first.kind(), second.kind())
                && Objects.equals(first.name(), second.name());
    }

    static @Nullable TargetRef ref(BackupConfiguration object) {
        return object.getSpec() == null || object.getSpec().target() == null
                ? null
                : object.getSpec().target().ref();
    }
}
