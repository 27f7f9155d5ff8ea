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

    private final Map<Long, String> userNames = new ConcurrentHashMap<>();
    private final Map<Long, String> groupNames = new ConcurrentHashMap<>();
    private final Map<String, Optional<Long>> userIds = new ConcurrentHashMap<>();
    private final Map<String, Optional<Long>> groupIds = new ConcurrentHashMap<>();

    /** Looked up when the first is needed, since that takes some milliseconds. */
    private static final class ById {
        static final MethodHandle USER = NativeLibrary.lookupById("getpwuid_r");
        static final MethodHandle GROUP = NativeLibrary.lookupById("getgrgid_r");
    }

    /** As {@link ById}; a backup never needs them. */
    private static final class ByName {
        static final MethodHandle USER = NativeLibrary.lookupByName("getpwnam_r");
        static final MethodHandle GROUP = NativeLibrary.lookupByName("getgrnam_r");
    }

    @Override
    public String userName(long uid) {
        return userNames.computeIfAbsent(uid, id -> nameOf(ById.USER, id));
    }

    @Override
    public String groupName(long gid) {
        return groupNames.computeIfAbsent(gid, id -> nameOf(ById.GROUP, id));
    }

    @Override
    public Optional<Long> userId(String name) {
        return userIds.computeIfAbsent(name, text -> idOf(ByName.USER, text));
    }

    @Override
    public Optional<Long> groupId(String name) {
        return groupIds.computeIfAbsent(name, text -> idOf(ByName.GROUP, text));
    }

    private static String nameOf(MethodHandle function, long id) {
        try (Arena arena = Arena.ofConfined()) {
            return lookup(arena, (entry, text, size, found) ->
                            (int) function.invokeExact((int) id, entry, text, size, found))
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
            return lookup(arena, (entry, text, size, found) ->
                            (int) function.invokeExact(key, entry, text, size, found))
                    .map(entry -> Integer.toUnsignedLong(entry.get(JAVA_INT, NUMBER)));
        }
    }

    /** One call of a function of the database: returns an error number, and in {@code found} whether there is an entry. */
    private interface Function {
        int call(MemorySegment entry, MemorySegment text, long size, MemorySegment found) throws Throwable;
    }

    /** The entry, valid as long as the arena. Failures of the database count as "unknown". */
    private static Optional<MemorySegment> lookup(Arena arena, Function function) {
        MemorySegment entry = arena.allocate(ENTRY_SIZE, Long.BYTES);
        MemorySegment found = arena.allocate(ADDRESS);
        for (int size = USUAL_TEXT; size <= LARGEST_TEXT; size *= 4) {
            int error = call(function, entry, arena.allocate(size), size, found);
            if (error != Errno.ERANGE) {
                boolean known = error == 0 && found.get(ADDRESS, 0).address() != 0;
                return known ? Optional.of(entry) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static int call(
            Function function, MemorySegment entry, MemorySegment text, long size, MemorySegment found) {
        try {
            return function.call(entry, text, size, found);
        } catch (Throwable broken) {
            throw new AssertionError(broken);
        }
    }
}
