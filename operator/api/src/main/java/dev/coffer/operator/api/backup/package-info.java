/**
 * The kinds that back up: BackupConfiguration and BackupBatch, the BackupSessions that they cause, and BackupBlueprint, from which
 * BackupConfigurations are made. Depends on the parent package, conditions, hooks, reports, repositories and runtime settings.
 */
@NullMarked
package dev.coffer.operator.api.backup;

import org.jspecify.annotations.NullMarked;
