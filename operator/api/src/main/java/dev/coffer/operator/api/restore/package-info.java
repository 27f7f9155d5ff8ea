/**
 * The kinds that restore: RestoreSession and RestoreBatch. Depends on the parent package, conditions, hooks, reports and runtime
 * settings.
 */
@NullMarked
package dev.coffer.operator.api.restore;

import org.jspecify.annotations.NullMarked;
