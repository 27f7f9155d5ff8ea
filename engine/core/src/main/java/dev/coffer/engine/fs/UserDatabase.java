package dev.coffer.engine.fs;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.coffer.engine.text.NativeString;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The system's database, where each is looked up once ({@code getpwuid_r(3)} and its kin). The structures for users
 * and groups begin alike: name, password, number.
 */
final class UserDatabase implements Owners {

    private static final int ENTRY_SIZE = 64;
    private static final int NAME = 0;
    private static final int NUMBER = 16;
    private static final int USUAL_TEXT = 4096;
    private static final int LARGEST_TEXT = 1 << 24;

    private static final MethodHandle USER_BY_ID = NativeLibrary.lookup("getpwuid_r");
    private static final MethodHandle GROUP_BY_ID = NativeLibrary.lookup("getgrgid_r");
    private static final MethodHandle USER_BY_NAME = NativeLibrary.lookup("getpwnam_r");
    private static final MethodHandle GROUP_BY_NAME = NativeLibrary.lookup("getgrnam_r");

    private final Map<Long, String> userNames = new ConcurrentHashMap<>();
    private final Map<Long, String> groupNames = new ConcurrentHashMap<>();
    private final Map<String, Optional<Long>> userIds = new ConcurrentHashMap<>();
    private final Map<String, Optional<Long>> groupIds = new ConcurrentHashMap<>();

    @Override
    public String userName(long uid) {
        return userNames.computeIfAbsent(uid, id -> nameOf(USER_BY_ID, id));
    }

    @Override
    public String groupName(long gid) {
        return groupNames.computeIfAbsent(gid, id -> nameOf(GROUP_BY_ID, id));
    }

    @Override
    public Optional<Long> userId(String name) {
        return userIds.computeIfAbsent(name, text -> idOf(USER_BY_NAME, text));
    }

    @Override
    public Optional<Long> groupId(String name) {
        return groupIds.computeIfAbsent(name, text -> idOf(GROUP_BY_NAME, text));
    }

    private static String nameOf(MethodHandle function, long id) {
        try (Arena arena = Arena.ofConfined()) {
            return lookup(arena, function, id)
                    .map(entry -> NativeLibrary.textAt(entry, NAME))
                    .orElse("");
        }
    }

    private static Optional<Long> idOf(MethodHandle function, String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            byte[] bytes = NativeString.encode(name);
            MemorySegment key = arena.allocate(bytes.length + 1L).copyFrom(MemorySegment.ofArray(bytes));
            return lookup(arena, function, key.address())
                    .map(entry -> Integer.toUnsignedLong(entry.get(JAVA_INT, NUMBER)));
        }
    }

    /** The entry for a number or the address of a name, valid as long as the arena. Failures of the database count as "unknown". */
    private static Optional<MemorySegment> lookup(Arena arena, MethodHandle function, long key) {
        MemorySegment entry = arena.allocate(ENTRY_SIZE, Long.BYTES);
        MemorySegment found = arena.allocate(ADDRESS);
        for (int size = USUAL_TEXT; size <= LARGEST_TEXT; size *= 4) {
            long text = arena.allocate(size).address();
            int error = NativeLibrary.call(function, key, entry.address(), text, size, found.address());
            if (error != Errno.ERANGE) {
                boolean known = error == 0 && found.get(ADDRESS, 0).address() != 0;
                return known ? Optional.of(entry) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
