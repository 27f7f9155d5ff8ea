/**
 * The controller of BackupConfigurations: says whether their targets can be backed up, prepares the workloads, and starts sessions
 * on schedule. Depends on schedule, invoker, repository, workload, access, registry and cluster.
 */
@NullMarked
package dev.coffer.operator.controller.backupconfiguration;

import org.jspecify.annotations.NullMarked;
