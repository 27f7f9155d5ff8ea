@NullMarked
package dev.coffer.backend.sftp.protocol;

import org.jspecify.annotations.NullMarked;
