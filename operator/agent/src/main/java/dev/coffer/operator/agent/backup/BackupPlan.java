package dev.coffer.operator.agent.backup;

import dev.coffer.operator.api.UnreadableFilesPolicy;
import dev.coffer.operator.api.backup.BackupTarget;
import java.util.List;

/**
 * What one host backs up.
 *
 * @param host name in the repository
 * @param paths each gives a snapshot
 * @param exclude patterns of the target itself
 * @param unreadable what becomes of the backup if files cannot be read
 */
public record BackupPlan(
        String host,
        List<String> paths,
        List<String> exclude,
        BackupArguments arguments,
        UnreadableFilesPolicy unreadable) {

    public BackupPlan {
        paths = List.copyOf(paths);
        exclude = List.copyOf(exclude);
    }

    /**
     * What a target wants of one of its hosts.
     *
     * @param fallback what is backed up if the target names no path; none if empty
     */
    public static BackupPlan of(BackupTarget target, String host, List<String> fallback, BackupArguments arguments) {
        return new BackupPlan(
                host,
                target.paths().isEmpty() ? fallback : target.paths(),
                target.exclude(),
                arguments,
                target.unreadableFiles() == null ? UnreadableFilesPolicy.REPORT : target.unreadableFiles());
    }
}
