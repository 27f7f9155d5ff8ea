package dev.coffer.mount;

import java.util.ArrayList;
import java.util.List;

/**
 * How the file system is mounted.
 *
 * @param name what {@code df} and {@code mount} show
 * @param audience who may look into it
 */
public record MountOptions(String name, Audience audience) {

    /** Who may look into a mounted file system. */
    public enum Audience {
        /** Nobody but the user who has mounted it. */
        SELF,
        /** Everybody, as far as the permissions of files and folders allow. */
        PERMITTED,
        /** Everybody, and everything. */
        EVERYBODY
    }

    /** As arguments of libfuse. */
    List<String> flags() {
        List<String> options = new ArrayList<>(List.of("ro", "subtype=coffer", "fsname=" + name.replace(",", "\\,")));
        if (audience != Audience.SELF) {
            options.add("allow_other");
        }
        if (audience != Audience.EVERYBODY) {
            options.add("default_permissions");
        }
        return options.stream().map(option -> "-o" + option).toList();
    }
}
