package dev.coffer.operator.controller.backupsession;

import dev.coffer.operator.api.backup.BackupSessionStatus;
import dev.coffer.operator.api.backup.PostBackupAction;
import dev.coffer.operator.api.condition.ConditionType;
import dev.coffer.operator.api.condition.Conditions;

/** What the last pod at work does with the repository when all hosts have reported. */
final class PostActions {

    private PostActions() {}

    /** Whether they are to be done and somebody can still do them. */
    static boolean arePending(BackupSessionStatus status) {
        boolean reported =
                !status.targets().isEmpty() && status.targets().stream().allMatch(Verdicts::isReported);
        boolean disrupted = status.targets().stream()
                .anyMatch(target -> Conditions.isTrue(target.conditions(), ConditionType.BACKUP_DISRUPTED));
        return reported
                && !disrupted
                && !Conditions.isTrue(status.conditions(), ConditionType.DEADLINE_EXCEEDED)
                && !PostBackupAction.outstanding(status).isEmpty();
    }
}
