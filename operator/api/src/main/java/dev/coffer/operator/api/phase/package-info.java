/**
 * The phases of objects, as functions of the rest of their status. Nothing else decides them, so that an operator that starts anew
 * finds the same. Depends on the kinds and on conditions.
 */
@NullMarked
package dev.coffer.operator.api.phase;

import org.jspecify.annotations.NullMarked;
