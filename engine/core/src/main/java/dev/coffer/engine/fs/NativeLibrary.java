package dev.coffer.engine.fs;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/**
 * Functions of the C library: the gate to the kernel, texts of errors, and the databases of users and groups. All may be
 * called from any thread; a virtual thread keeps its carrier during a call.
 */
final class NativeLibrary {

    /** Memory the linker saves {@code errno} to. */
    static final MemoryLayout CALL_STATE = Linker.Option.captureStateLayout();

    private static final long ERRNO = CALL_STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));
    private static final long LONGEST_TEXT = 4096;

    /**
     * The shape of all functions with several arguments, whatever they really take and return: the JVM makes code for each shape, which
     * costs some 10 ms of processor time at every start. On the systems of {@link Machine} integers and addresses go in registers of
     * their own. So arguments that a function does not know of do no harm, and of an {@code int}, given or returned, only the lower half
     * counts. That arguments vary in number is true of {@code syscall} only, and makes no difference there.
     */
    private static final FunctionDescriptor SHAPE =
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private static final Linker.Option[] SHAPE_OPTIONS = {
        Linker.Option.captureCallState("errno"), Linker.Option.firstVariadicArg(1)
    };
    private static final MethodHandle SYSCALL = lookup("syscall");

    private NativeLibrary() {}

    /** Looked up when the first error needs words. */
    private static final class ErrorTexts {
        static final MethodHandle STRERROR = function("strerror", FunctionDescriptor.of(ADDRESS, JAVA_INT));
    }

    /** Makes a system call, again while it is interrupted by a signal. Returns its result, or minus the error number. */
    static long call(MemorySegment state, int number, long a, long b, long c, long d, long e) {
        while (true) {
            long result = callOnce(state, number, a, b, c, d, e);
            if (result != -Errno.EINTR) {
                return result;
            }
        }
    }

    /** Makes a system call. Returns its result, or minus the error number. */
    static long callOnce(MemorySegment state, int number, long a, long b, long c, long d, long e) {
        try {
            long result = (long) SYSCALL.invokeExact(state, (long) number, a, b, c, d, e);
            return result >= 0 ? result : -state.get(JAVA_INT, ERRNO);
        } catch (Throwable broken) {
            throw new AssertionError(broken);
        }
    }

    /** The system's words for an error number. */
    static String errorText(int number) {
        try {
            MemorySegment text = (MemorySegment) ErrorTexts.STRERROR.invokeExact(number);
            return text.reinterpret(LONGEST_TEXT).getString(0, StandardCharsets.UTF_8);
        } catch (Throwable broken) {
            throw new AssertionError(broken);
        }
    }

    /** A function that takes up to five integers or addresses, for {@link #call(MethodHandle, long, long, long, long, long)}. */
    static MethodHandle lookup(String name) {
        return function(name, SHAPE, SHAPE_OPTIONS);
    }

    /** Calls a function that returns an {@code int}. */
    static int call(MethodHandle function, long a, long b, long c, long d, long e) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) (long) function.invokeExact(arena.allocate(CALL_STATE), a, b, c, d, e, 0L);
        } catch (Throwable broken) {
            throw new AssertionError(broken);
        }
    }

    /** The text a C string pointer stored at {@code offset} points to. */
    static String textAt(MemorySegment struct, long offset) {
        return struct.get(ValueLayout.ADDRESS, offset).reinterpret(LONGEST_TEXT).getString(0, StandardCharsets.UTF_8);
    }

    private static MethodHandle function(String name, FunctionDescriptor shape, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape, options);
    }
}
