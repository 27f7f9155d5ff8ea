/**
 * The controller of BackupSessions: has each target backed up, notices when that is over or has been disrupted, and tidies up.
 * Depends on invoker, repository, task, workload, access and cluster.
 */
@NullMarked
package dev.coffer.operator.controller.backupsession;

import org.jspecify.annotations.NullMarked;
