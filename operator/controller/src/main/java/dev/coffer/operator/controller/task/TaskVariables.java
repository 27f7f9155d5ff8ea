package dev.coffer.operator.controller.task;

import dev.coffer.operator.api.Param;
import dev.coffer.operator.api.TargetRef;
import dev.coffer.operator.api.TaskRef;
import dev.coffer.operator.api.TempDir;
import dev.coffer.operator.api.VolumeClaimTemplate;
import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.backup.BackupTarget;
import dev.coffer.operator.api.backup.RetentionPolicy;
import dev.coffer.operator.api.naming.HostNames;
import dev.coffer.operator.api.repository.Backend;
import dev.coffer.operator.api.repository.BucketBackend;
import dev.coffer.operator.api.repository.Repository;
import dev.coffer.operator.api.repository.RepositoryLocation;
import dev.coffer.operator.api.restore.RestoreMember;
import dev.coffer.operator.api.restore.RestoreRule;
import dev.coffer.operator.api.restore.RestoreTarget;
import dev.coffer.operator.api.variables.Variables;
import dev.coffer.operator.controller.pod.WorkVolumes;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values that the operator gives to the variables of Tasks and Functions. */
public final class TaskVariables {

    private final Map<String, String> values = new HashMap<>();

    private TaskVariables() {}

    /**
     * The values that all tasks get.
     *
     * @param image image of the operator
     * @param invokerKind BackupConfiguration, RestoreSession, …
     */
    public static TaskVariables of(String image, String invokerKind, String invokerName, String namespace) {
        TaskVariables variables = new TaskVariables();
        variables.image(image);
        variables.put("NAMESPACE", namespace);
        variables.put("INVOKER_KIND", invokerKind);
        variables.put("INVOKER_NAME", invokerName);
        variables.put("MAX_CONNECTIONS", "0");
        variables.put("LICENSE_APISERVICE", "");
        variables.put("PROMETHEUS_PUSHGATEWAY_URL", "");
        variables.put("PROMETHEUS_JOB_NAME", invokerName);
        return variables;
    }

    /** Adds what is known about the repository. */
    public TaskVariables repository(Repository repository) {
        Backend backend = repository.getSpec().backend();
        put("REPOSITORY_NAME", repository.getMetadata().getName());
        put("REPOSITORY_NAMESPACE", repository.getMetadata().getNamespace());
        put("REPOSITORY_SECRET_NAMESPACE", repository.getMetadata().getNamespace());
        if (backend != null) {
            put("REPOSITORY_SECRET_NAME", backend.storageSecretName());
            RepositoryLocation.of(backend).ifPresent(this::location);
            store(backend);
        }
        return this;
    }

    private void location(RepositoryLocation location) {
        put("REPOSITORY_PROVIDER", location.kind().provider());
        put("REPOSITORY_BUCKET", location.bucket());
        put("REPOSITORY_PREFIX", location.prefix());
    }

    private void store(Backend backend) {
        if (backend.s3() != null) {
            put("REPOSITORY_ENDPOINT", backend.s3().endpoint());
            put("REPOSITORY_REGION", backend.s3().region());
            put("REPOSITORY_INSECURE_TLS", Boolean.TRUE.equals(backend.s3().insecureTLS()) ? "true" : "false");
        } else if (backend.rest() != null) {
            put("REPOSITORY_ENDPOINT", backend.rest().url());
        }
        Stream.of(
                        backend.gcs() == null ? null : connections(backend.gcs()),
                        backend.b2() == null ? null : connections(backend.b2()),
                        backend.azure() == null ? null : backend.azure().maxConnections())
                .filter(Objects::nonNull)
                .forEach(connections -> put("MAX_CONNECTIONS", connections.toString()));
    }

    private static @Nullable Long connections(BucketBackend bucket) {
        return bucket.maxConnections();
    }

    /** Adds what is known about a backup. */
    public Variables backup(String session, BackupMember member, RetentionPolicy retention) {
        BackupTarget target = member.target();
        put("BACKUP_SESSION", session);
        work(member.tempDir(), member.interimVolumeTemplate());
        put("HOSTNAME", HostNames.single(target == null ? null : target.alias()));
        target(target == null ? null : target.ref(), target == null ? List.of() : target.volumeMounts());
        if (target != null) {
            put("TARGET_PATHS", target.paths().isEmpty() ? WorkVolumes.CLAIM_PATH : join(target.paths()));
            put("EXCLUDE_PATTERNS", join(target.exclude()));
            put("DRIVER_ARGS", String.join(" ", target.args()));
        }
        retention(retention);
        return params(member.task());
    }

    /** Adds what is known about a restore. */
    public Variables restore(String session, RestoreMember member) {
        RestoreTarget target = Objects.requireNonNull(member.target(), "a restore has a target");
        String host = HostNames.single(target.alias());
        put("RESTORE_SESSION", session);
        work(member.tempDir(), member.interimVolumeTemplate());
        put("HOSTNAME", host);
        target(target.ref(), target.volumeMounts());
        put("DRIVER_ARGS", String.join(" ", target.args()));
        put(
                "TARGET_APP_REPLICAS",
                target.replicas() == null ? "1" : target.replicas().toString());
        target.ruleFor(host).ifPresent(this::rule);
        return params(member.task());
    }

    private void rule(RestoreRule rule) {
        put("SOURCE_HOSTNAME", rule.sourceHost());
        put("RESTORE_PATHS", join(rule.paths()));
        put("RESTORE_SNAPSHOTS", join(rule.snapshots()));
        put("INCLUDE_PATTERNS", join(rule.include()));
        put("EXCLUDE_PATTERNS", join(rule.exclude()));
    }

    private void work(@Nullable TempDir temp, @Nullable VolumeClaimTemplate interim) {
        put("ENABLE_CACHE", temp != null && Boolean.TRUE.equals(temp.disableCaching()) ? "false" : "true");
        put("INTERIM_DATA_DIR", (interim == null ? "/stash-tmp" : "") + "/stash-interim-volume/data");
    }

    private void target(@Nullable TargetRef ref, List<VolumeMount> mounts) {
        if (ref != null) {
            put("TARGET_KIND", ref.kind());
            put("TARGET_NAME", ref.name());
            put("TARGET_NAMESPACE", ref.namespace() == null ? values.get("NAMESPACE") : ref.namespace());
        }
        put(
                "TARGET_MOUNT_PATH",
                mounts.isEmpty() ? WorkVolumes.CLAIM_PATH : mounts.getFirst().getMountPath());
    }

    private void retention(RetentionPolicy policy) {
        keep("LAST", policy.keepLast());
        keep("HOURLY", policy.keepHourly());
        keep("DAILY", policy.keepDaily());
        keep("WEEKLY", policy.keepWeekly());
        keep("MONTHLY", policy.keepMonthly());
        keep("YEARLY", policy.keepYearly());
        put("RETENTION_KEEP_TAGS", policy.keepTags().isEmpty() ? null : join(policy.keepTags()));
        put("RETENTION_PRUNE", policy.prune() ? "true" : null);
        put("RETENTION_DRY_RUN", Boolean.TRUE.equals(policy.dryRun()) ? "true" : null);
    }

    private void keep(String what, @Nullable Long count) {
        put("RETENTION_KEEP_" + what, count == null || count <= 0 ? null : count.toString());
    }

    /** Image names are {@code registry/name:tag}, all but the name being optional. */
    private void image(String image) {
        int slash = image.lastIndexOf('/');
        int colon = image.indexOf(':', slash + 1);
        put("STASH_DOCKER_REGISTRY", slash < 0 ? "" : image.substring(0, slash));
        put("STASH_DOCKER_IMAGE", image.substring(slash + 1, colon < 0 ? image.length() : colon));
        put("STASH_IMAGE_TAG", colon < 0 ? "" : image.substring(colon + 1));
    }

    /** All values, with the parameters of a task. */
    Variables params(@Nullable TaskRef task) {
        if (task != null) {
            for (Param param : task.params()) {
                put(param.name(), param.value());
            }
        }
        return new Variables(values);
    }

    private static String join(List<String> items) {
        return String.join(",", items);
    }

    private void put(String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
