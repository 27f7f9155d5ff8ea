package dev.coffer.engine.host;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is at work.
 *
 * @param hostname of this machine, possibly empty
 * @param username of this process's user, possibly empty
 * @param uid real numeric user, 0 where the system does not tell
 * @param gid real numeric group, 0 where the system does not tell
 * @param pid of this process
 */
public record HostIdentity(String hostname, String username, long uid, long gid, long pid) {

    private static final Path KERNEL_HOSTNAME = Path.of("/proc/sys/kernel/hostname");
    private static final Path STATUS = Path.of("/proc/self/status");

    /** The identity of this process. */
    public static HostIdentity current() {
        return new HostIdentity(
                findHostname(),
                System.getProperty("user.name", ""),
                unixId("Uid"),
                unixId("Gid"),
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

    private static long unixId(String field) {
        try {
            return realId(Files.readString(STATUS, StandardCharsets.ISO_8859_1), field);
        } catch (IOException _) {
            return 0;
        }
    }

    /** The first, real one of the four ids that a line of proc(5)'s status file gives. */
    static long realId(String status, String field) {
        Matcher line = Pattern.compile("^" + field + ":\\s+(\\d{1,10})\\s", Pattern.MULTILINE)
                .matcher(status);
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }
}
