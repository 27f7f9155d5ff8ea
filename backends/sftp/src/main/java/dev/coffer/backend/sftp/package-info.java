/** Repositories on a server that is reached by SFTP. */
@NullMarked
package dev.coffer.backend.sftp;

import org.jspecify.annotations.NullMarked;
