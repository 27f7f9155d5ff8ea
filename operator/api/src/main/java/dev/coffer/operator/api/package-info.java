/**
 * The custom resources of the operator as Java types, from which the custom resource definitions in {@code operator/deploy/crds}
 * are made; what several kinds have in common is here, the kinds are in the packages below. They are Stash's kinds, fields and
 * defaults: whatever Stash accepts is accepted and kept. All types but the kinds themselves and {@code LocalBackend} are records.
 *
 * <p>What Coffer adds is optional, and none of it changes what a manifest without it means:
 *
 * <table>
 * <caption>Additions to Stash's API</caption>
 * <tr><th>where</th><th>what</th><th>meaning</th></tr>
 * <tr><td>BackupConfiguration, BackupBatch, BackupBlueprint</td><td>{@code spec.timeZone}</td>
 *     <td>time zone of the schedule; UTC if absent</td></tr>
 * <tr><td>same</td><td>{@code spec.scheduleJitter}</td>
 *     <td>most time, as a duration, by which a backup starts later than scheduled; 0 if absent</td></tr>
 * <tr><td>same</td><td>{@code spec.startingDeadline}</td>
 *     <td>how late, as a duration, a missed backup may still start; no limit if absent</td></tr>
 * <tr><td>BackupConfiguration, BackupBlueprint, RestoreSession and members of batches</td><td>{@code executionModel}</td>
 *     <td>{@code Workload} or {@code Job}, see {@link dev.coffer.operator.api.ExecutionModel}; if absent, the annotation
 *     {@code coffer.dev/execution-model} of the object, then of the workload, then the default of the operator</td></tr>
 * <tr><td>targets of backups</td><td>{@code unreadableFiles}</td>
 *     <td>{@code Report} (if absent) or {@code Fail}, see {@link dev.coffer.operator.api.UnreadableFilesPolicy}</td></tr>
 * <tr><td>BackupConfiguration, BackupBatch</td><td>{@code status.lastScheduleTime}, {@code status.nextScheduleTime}</td>
 *     <td>when the schedule has started and will start a backup</td></tr>
 * <tr><td>BackupSession, RestoreSession, RestoreBatch</td><td>{@code progress} beside {@code stats}</td>
 *     <td>how far the hosts at work have come, see {@link dev.coffer.operator.api.report.HostProgress}</td></tr>
 * <tr><td>same</td><td>{@code stats[].skippedFiles}</td>
 *     <td>files that could not be read or restored, see {@link dev.coffer.operator.api.report.SkippedFiles}; the condition
 *     {@code AllFilesRead} is then false</td></tr>
 * <tr><td>Repository, BackupBlueprint</td><td>{@code spec.backend.sftp}</td>
 *     <td>a folder on a server with SSH; the Secret holds {@code SSH_PRIVATE_KEY} or {@code COFFER_SFTP_PASSWORD}, and
 *     {@code SSH_KNOWN_HOSTS}</td></tr>
 * <tr><td>Repository</td><td>{@code status.conditions}</td><td>whether the repository can be reached, and the like</td></tr>
 * <tr><td>RestoreBatch</td><td>phase {@code Unknown} of a member</td><td>as for a RestoreSession</td></tr>
 * </table>
 *
 * <p>The packages {@code condition}, {@code hook}, {@code report} and {@code runtime} hold parts of kinds and depend on this one;
 * {@code repository}, {@code backup}, {@code restore}, {@code task}, {@code app} and {@code snapshot} hold kinds;
 * {@code naming}, {@code phase}, {@code time}, {@code variables} and {@code validation} hold what follows from them without a
 * cluster; {@code client} holds how status is changed in one, {@code event} how people are told.
 */
@NullMarked
package dev.coffer.operator.api;

import org.jspecify.annotations.NullMarked;
