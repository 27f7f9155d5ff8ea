package dev.coffer.backend.rclone;

import java.util.regex.Pattern;

/** How people name what rclone is to reach. */
final class RcloneRemote {

    /** A setting among others before the colon, as in {@code :sftp,host=example.com,pass="…":path}. */
    private static final Pattern SETTING = Pattern.compile(",([^=,:]+)=(\"[^\"]*\"|'[^']*'|[^,:]*)");

    private RcloneRemote() {}

    /** The location for people: settings may hold passwords, so they are left out. */
    static String display(String remote) {
        return "rclone:" + SETTING.matcher(remote).replaceAll(",$1=***");
    }
}
