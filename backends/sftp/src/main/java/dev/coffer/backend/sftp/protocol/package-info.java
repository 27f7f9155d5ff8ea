/**
 * A client of SFTP version 3 over any two-way stream.
 *
 * <p>A {@link dev.coffer.backend.sftp.protocol.SftpTransport} opens {@link dev.coffer.backend.sftp.protocol.SftpStreams}; an
 * {@link dev.coffer.backend.sftp.protocol.SftpClient} speaks over them. Requests are sent at once and answered later, as
 * {@link dev.coffer.backend.sftp.protocol.Answer}s, so any number of them can be under way; a server handles those for one file
 * in the order in which they were sent. The protocol is that of draft-ietf-secsh-filexfer-02, with the extensions of OpenSSH.
 *
 * <p>Depends on the JDK alone.
 */
@NullMarked
package dev.coffer.backend.sftp.protocol;

import org.jspecify.annotations.NullMarked;
