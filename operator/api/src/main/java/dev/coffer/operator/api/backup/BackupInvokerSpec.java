package dev.coffer.operator.api.backup;

import dev.coffer.operator.api.Driver;
import dev.coffer.operator.api.RepositoryRef;
import dev.coffer.operator.api.RetryConfig;
import dev.coffer.operator.api.hook.BackupHooks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What BackupConfiguration and BackupBatch, which cause BackupSessions, have in common. */
public sealed interface BackupInvokerSpec permits BackupConfigurationSpec, BackupBatchSpec {

    /** Completed sessions that are kept where {@link #backupHistoryLimit} is absent. */
    int DEFAULT_HISTORY_LIMIT = 1;

    @Nullable
    RepositoryRef repository();

    @Nullable
    String schedule();

    @Nullable
    String timeZone();

    @Nullable
    String scheduleJitter();

    @Nullable
    String startingDeadline();

    @Nullable
    Driver driver();

    RetentionPolicy retentionPolicy();

    @Nullable
    Boolean paused();

    @Nullable
    Integer backupHistoryLimit();

    @Nullable
    String timeOut();

    @Nullable
    RetryConfig retryConfig();

    /** What is backed up, in order: one for a BackupConfiguration. */
    List<BackupMember> members();

    /** What is done before the first and after the last member; null for a BackupConfiguration, whose hooks are its member's. */
    @Nullable
    BackupHooks globalHooks();

    /** The driver, or the default where an API server has not filled it in. */
    default Driver effectiveDriver() {
        Driver driver = driver();
        return driver == null ? Driver.RESTIC : driver;
    }
}
