package dev.coffer.operator.api.backup;

import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.api.condition.Conditions;
import java.util.Arrays;
import java.util.List;

/**
 * What is done with the repository after the last host of a session. The operator writes what it wants into the status of the last
 * target; a condition of the session says how it has ended. Until all are there, the session is not at its end, unless the pod that
 * would do it is.
 */
public enum PostBackupAction {
    APPLY_RETENTION_POLICY("ApplyRetentionPolicy", ConditionType.RETENTION_POLICY_APPLIED),
    VERIFY_REPOSITORY_INTEGRITY("VerifyRepositoryIntegrity", ConditionType.REPOSITORY_INTEGRITY_VERIFIED),
    SEND_REPOSITORY_METRICS("SendRepositoryMetrics", ConditionType.REPOSITORY_METRICS_PUSHED);

    private final String action;
    private final ConditionType condition;

    PostBackupAction(String action, ConditionType condition) {
        this.action = action;
        this.condition = condition;
    }

    /** The name in manifests. */
    public String action() {
        return action;
    }

    /** What says how it has ended. */
    public ConditionType condition() {
        return condition;
    }

    /** Those that a session wants and has not seen the end of, in the order in which they are done. */
    public static List<PostBackupAction> outstanding(BackupSessionStatus session) {
        return Arrays.stream(values())
                .filter(wanted -> session.targets().stream()
                        .anyMatch(target -> target.postBackupActions().contains(wanted.action)))
                .filter(wanted ->
                        Conditions.find(session.conditions(), wanted.condition).isEmpty())
                .toList();
    }
}
