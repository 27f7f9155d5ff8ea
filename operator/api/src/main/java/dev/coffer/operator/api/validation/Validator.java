package dev.coffer.operator.api.validation;

import dev.coffer.operator.api.ExecutionOrder;
import dev.coffer.operator.api.RetryConfig;
import dev.coffer.operator.api.backup.BackupBatchSpec;
import dev.coffer.operator.api.backup.BackupConfigurationSpec;
import dev.coffer.operator.api.backup.BackupInvokerSpec;
import dev.coffer.operator.api.backup.BackupMember;
import dev.coffer.operator.api.backup.BackupSessionSpec;
import dev.coffer.operator.api.backup.BackupTarget;
import dev.coffer.operator.api.backup.InvokerPhase;
import dev.coffer.operator.api.repository.Backend;
import dev.coffer.operator.api.repository.LocalBackend;
import dev.coffer.operator.api.repository.RepositorySpec;
import dev.coffer.operator.api.repository.RestBackend;
import dev.coffer.operator.api.restore.RestoreBatchSpec;
import dev.coffer.operator.api.restore.RestoreInvokerSpec;
import dev.coffer.operator.api.restore.RestoreMember;
import dev.coffer.operator.api.restore.RestoreSessionSpec;
import dev.coffer.operator.api.restore.RestoreTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a schema cannot express. The admission webhooks check them, and the controllers do so again, because the webhooks
 * may be down. All methods are pure; an empty list means that nothing is wrong.
 *
 * <p>Other than with Stash, wipeOut is allowed for every store, and rules are checked wherever they stand in a RestoreSession.
 */
public final class Validator {

    private static final String RESERVED_PATH = "/stash";

    private Validator() {}

    /** Checks a Repository. */
    public static List<Problem> repository(RepositorySpec spec) {
        Problems problems = new Problems();
        Backend backend = spec.backend();
        LocalBackend local = backend == null ? null : backend.local();
        if (local != null && isReserved(local.getMountPath())) {
            problems.error(
                    "spec.backend.local.mountPath",
                    RESERVED_PATH + " belongs to the operator; choose another mountPath, such as /repository");
        }
        RestBackend rest = backend == null ? null : backend.rest();
        if (rest != null && rest.uri().isEmpty()) {
            problems.error(
                    "spec.backend.rest.url",
                    "\"" + rest.url() + "\" is no URL; write it like https://rest-server.storage.svc:8000/shop");
        }
        return problems.toList();
    }

    /**
     * Checks whether a namespace may use a Repository.
     *
     * @param repositoryNamespace namespace of the Repository
     * @param namespace the other namespace
     * @param labels labels of the other namespace
     */
    public static List<Problem> usage(
            RepositorySpec spec, String repositoryNamespace, String namespace, Map<String, String> labels) {
        Problems problems = new Problems();
        if (!UsageRules.allows(spec, namespace.equals(repositoryNamespace), labels)) {
            problems.error(
                    "spec.repository",
                    "the Repository in namespace " + repositoryNamespace + " does not allow its use from namespace "
                            + namespace + "; change spec.usagePolicy of the Repository");
        }
        return problems.toList();
    }

    /**
     * Checks a BackupConfiguration or BackupBatch.
     *
     * @param namespace where it is
     */
    public static List<Problem> backup(BackupInvokerSpec spec, String namespace) {
        Problems problems = new Problems();
        problems.checkTimeZone("spec.timeZone", spec.timeZone());
        problems.checkDuration("spec.scheduleJitter", spec.scheduleJitter());
        problems.checkDuration("spec.startingDeadline", spec.startingDeadline());
        problems.checkDuration("spec.timeOut", spec.timeOut());
        RetryConfig retry = spec.retryConfig();
        problems.checkDuration("spec.retryConfig.delay", retry == null ? null : retry.delay());
        for (int i = 0; i < spec.members().size(); i++) {
            BackupMember member = spec.members().get(i);
            BackupTarget target = member.target();
            TargetRules.checkNamespace(
                    problems, targetField(spec, i), target == null ? null : target.ref(), member.task(), namespace);
        }
        if (spec instanceof BackupBatchSpec batch) {
            checkOrder(problems, batch.executionOrder());
            TargetRules.checkAliases(problems, batch.members());
        }
        return problems.toList();
    }

    /** Checks a change of a BackupConfiguration or BackupBatch, beyond what {@link #backup} checks. */
    public static List<Problem> backupChange(
            BackupInvokerSpec before, BackupInvokerSpec after, @Nullable InvokerPhase phase) {
        Problems problems = new Problems();
        if (phase == InvokerPhase.READY && !targets(before).equals(targets(after))) {
            problems.error(
                    after instanceof BackupConfigurationSpec ? "spec.target" : "spec.members",
                    "the target cannot be changed while it is being backed up; create another object for it");
        }
        return problems.toList();
    }

    /** Checks a change of a BackupSession, which must not change. */
    public static List<Problem> sessionChange(BackupSessionSpec before, BackupSessionSpec after) {
        return immutable("BackupSession", before, after);
    }

    /**
     * Checks a RestoreSession or RestoreBatch.
     *
     * @param namespace where it is
     */
    public static List<Problem> restore(RestoreInvokerSpec spec, String namespace) {
        Problems problems = new Problems();
        problems.checkDuration("spec.timeOut", spec.timeOut());
        for (int i = 0; i < spec.members().size(); i++) {
            RestoreMember member = spec.members().get(i);
            RestoreTarget target = member.target();
            String field = targetField(spec, i);
            TargetRules.checkNamespace(problems, field, target == null ? null : target.ref(), member.task(), namespace);
            RestoreRules.check(problems, rulesField(spec, field), target == null ? List.of() : target.rules());
        }
        if (spec instanceof RestoreBatchSpec batch) {
            checkOrder(problems, batch.executionOrder());
        }
        return problems.toList();
    }

    /** Checks a change of a RestoreSession or RestoreBatch, which must not change. Rules may move to where they belong. */
    public static List<Problem> restoreChange(RestoreInvokerSpec before, RestoreInvokerSpec after) {
        return immutable(
                after instanceof RestoreSessionSpec ? "RestoreSession" : "RestoreBatch",
                settled(before),
                settled(after));
    }

    private static RestoreInvokerSpec settled(RestoreInvokerSpec spec) {
        return spec instanceof RestoreSessionSpec session ? session.withRulesInTarget() : spec;
    }

    private static List<Problem> immutable(String kind, Object before, Object after) {
        Problems problems = new Problems();
        if (!before.equals(after)) {
            problems.error("spec", "a " + kind + " cannot be changed; create another one");
        }
        return problems.toList();
    }

    private static void checkOrder(Problems problems, @Nullable String order) {
        if (!ExecutionOrder.knows(order)) {
            problems.warning(
                    "spec.executionOrder", "\"" + order + "\" is taken for Parallel; write Parallel or Sequential");
        }
    }

    private static List<Optional<BackupTarget>> targets(BackupInvokerSpec spec) {
        return spec.members().stream()
                .map(member -> Optional.ofNullable(member.target()))
                .toList();
    }

    private static String targetField(BackupInvokerSpec spec, int member) {
        return spec instanceof BackupConfigurationSpec ? "spec.target" : "spec.members[" + member + "].target";
    }

    private static String targetField(RestoreInvokerSpec spec, int member) {
        return spec instanceof RestoreSessionSpec ? "spec.target" : "spec.members[" + member + "].target";
    }

    /** Where the author of the manifest has written the rules. */
    private static String rulesField(RestoreInvokerSpec spec, String target) {
        boolean deprecated = spec instanceof RestoreSessionSpec session && session.hasDeprecatedRules();
        return deprecated ? "spec.rules" : target + ".rules";
    }

    private static boolean isReserved(String path) {
        return path.equals(RESERVED_PATH) || path.startsWith(RESERVED_PATH + "/");
    }
}
