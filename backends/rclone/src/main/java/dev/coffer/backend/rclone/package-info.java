/** Repositories on anything that rclone can reach. */
@NullMarked
package dev.coffer.backend.rclone;

import org.jspecify.annotations.NullMarked;
