package dev.coffer.engine.fs;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;

/**
 * Functions of the C library: the gate to the kernel, texts of errors, and the databases of users and groups. All may be
 * called from any thread; a virtual thread keeps its carrier during a call.
 */
final class NativeLibrary {

    /** Memory the linker saves {@code errno} to. */
    static final MemoryLayout CALL_STATE = Linker.Option.captureStateLayout();

    private static final VarHandle ERRNO = CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final long LONGEST_TEXT = 4096;

    private static final MethodHandle SYSCALL = function(
            "syscall",
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
            Linker.Option.captureCallState("errno"),
            Linker.Option.firstVariadicArg(1));
    private static final FunctionDescriptor BY_ID =
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
    private static final FunctionDescriptor BY_NAME =
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);

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
            return result >= 0 ? result : -(int) ERRNO.get(state, 0L);
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

    /** {@code getpwuid_r} or a function of the same shape. */
    static MethodHandle lookupById(String name) {
        return function(name, BY_ID);
    }

    /** {@code getpwnam_r} or a function of the same shape. */
    static MethodHandle lookupByName(String name) {
        return function(name, BY_NAME);
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
