@NullMarked
package dev.coffer.backend.sftp;

import org.jspecify.annotations.NullMarked;
