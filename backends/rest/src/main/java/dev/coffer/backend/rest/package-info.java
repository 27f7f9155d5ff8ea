/** Repositories on a server of restic's REST protocol. */
@NullMarked
package dev.coffer.backend.rest;

import org.jspecify.annotations.NullMarked;
