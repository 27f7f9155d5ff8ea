package dev.coffer.engine.fs;

import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Those that were seen with files. The JDK does not tell the name for the number of an owner nor the reverse, but with a file
 * it tells both.
 */
final class SeenOwners implements Owners {

    private final Map<Long, String> users = new ConcurrentHashMap<>();
    private final Map<Long, String> groups = new ConcurrentHashMap<>();

    /** Takes note of what the JDK says about the user of a file. */
    void rememberUser(long uid, @Nullable Object owner) {
        remember(users, uid, owner);
    }

    /** Takes note of what the JDK says about the group of a file. */
    void rememberGroup(long gid, @Nullable Object group) {
        remember(groups, gid, group);
    }

    private static void remember(Map<Long, String> names, long id, @Nullable Object owner) {
        // The JDK makes up a name from the number when there is none.
        if (owner instanceof UserPrincipal principal && !principal.getName().equals(Long.toString(id))) {
            names.putIfAbsent(id, principal.getName());
        }
    }

    @Override
    public String userName(long uid) {
        return users.getOrDefault(uid, "");
    }

    @Override
    public String groupName(long gid) {
        return groups.getOrDefault(gid, "");
    }

    @Override
    public Optional<Long> userId(String name) {
        return idOf(name, users);
    }

    @Override
    public Optional<Long> groupId(String name) {
        return idOf(name, groups);
    }

    private static Optional<Long> idOf(String name, Map<Long, String> names) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
