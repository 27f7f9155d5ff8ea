/** Hooks: commands, requests and connections before and after a backup or restore. Depends on the parent package. */
@NullMarked
package dev.coffer.operator.api.hook;

import org.jspecify.annotations.NullMarked;
