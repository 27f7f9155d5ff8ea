@NullMarked
package dev.coffer.backend.sftp.ssh;

import org.jspecify.annotations.NullMarked;
