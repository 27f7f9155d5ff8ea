package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.api.condition.Conditions;

/** What the last pod at work does with the repository when all hosts have reported. */
final class PostActions {

    private PostActions() {}

    /** Whether they are to be done and have not been, which the condition of the last of them tells. */
    static boolean arePending(BackupSessionStatus status) {
        boolean reported =
                !status.targets().isEmpty() && status.targets().stream().allMatch(Verdicts::isReported);
        boolean disrupted = status.targets().stream()
                .anyMatch(target -> Conditions.isTrue(target.conditions(), ConditionType.BACKUP_DISRUPTED));
        return reported
                && !disrupted
                && !Conditions.isTrue(status.conditions(), ConditionType.DEADLINE_EXCEEDED)
                && !status.targets().getLast().postBackupActions().isEmpty()
                && Conditions.find(status.conditions(), ConditionType.REPOSITORY_METRICS_PUSHED)
                        .isEmpty();
    }
}
