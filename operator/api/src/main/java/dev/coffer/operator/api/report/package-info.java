/**
 * What the status of a backup or restore says beyond Stash's: how far it has come, and what it had to leave out. Depends on the
 * parent package.
 */
@NullMarked
package dev.coffer.operator.api.report;

import org.jspecify.annotations.NullMarked;
