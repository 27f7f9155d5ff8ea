/**
 * Streams to an SFTP server by SSH, and all that belongs to a login: the user's SSH configuration, known hosts, keys and agent.
 *
 * <p>The only user of Apache MINA SSHD, of which it takes the protocol alone: what OpenSSH's files mean is decided here, as
 * OpenSSH does. Depends on {@code dev.coffer.backend} and {@code dev.coffer.backend.sftp.protocol}.
 */
@NullMarked
package dev.coffer.backend.sftp.ssh;

import org.jspecify.annotations.NullMarked;
