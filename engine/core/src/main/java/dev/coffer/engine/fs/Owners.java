package dev.coffer.engine.fs;

import java.util.Optional;

/** Names and numbers of users and groups, as this machine knows them. Cached; safe for use by any number of threads. */
public interface Owners {

    /** Name of a user, or empty when unknown. */
    String userName(long uid);

    /** Name of a group, or empty when unknown. */
    String groupName(long gid);

    /** Number of a user, if known. */
    Optional<Long> userId(String name);

    /** Number of a group, if known. */
    Optional<Long> groupId(String name);
}
