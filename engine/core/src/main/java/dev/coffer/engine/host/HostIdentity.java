package dev.coffer.engine.host;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Who is at work.
 *
 * @param hostname of this machine, possibly empty
 * @param username of this process's user, possibly empty
 * @param uid numeric user, 0 where the system has none
 * @param gid numeric group, 0 where the system has none
 * @param pid of this process
 */
public record HostIdentity(String hostname, String username, long uid, long gid, long pid) {

    private static final Path KERNEL_HOSTNAME = Path.of("/proc/sys/kernel/hostname");
    private static final Path SELF = Path.of("/proc/self");

    /** The identity of this process. */
    public static HostIdentity current() {
        return new HostIdentity(
                findHostname(),
                System.getProperty("user.name", ""),
                unixId("unix:uid"),
                unixId("unix:gid"),
                ProcessHandle.current().pid());
    }

    public HostIdentity withHostname(String other) {
        return new HostIdentity(other, username, uid, gid, pid);
    }

    /** The kernel's answer first: asking for the local address may wait for a name server. */
    private static String findHostname() {
        try {
            return Files.readString(KERNEL_HOSTNAME).strip();
        } catch (IOException _) {
            return hostnameFromNetwork();
        }
    }

    private static String hostnameFromNetwork() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException _) {
            return "";
        }
    }

    private static long unixId(String attribute) {
        try {
            Object id = Files.getAttribute(SELF, attribute, LinkOption.NOFOLLOW_LINKS);
            return id instanceof Number number ? number.longValue() : 0;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return 0;
        }
    }
}
