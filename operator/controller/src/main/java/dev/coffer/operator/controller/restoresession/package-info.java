/**
 * The controller of RestoreSessions: has the target restored by jobs or by its own pods, and notices when that is over. Depends on
 * invoker, repository, task, workload, access, registry and cluster.
 */
@NullMarked
package dev.coffer.operator.controller.restoresession;

import org.jspecify.annotations.NullMarked;
