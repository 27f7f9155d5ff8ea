@NullMarked
package dev.coffer.backend.rclone;

import org.jspecify.annotations.NullMarked;
