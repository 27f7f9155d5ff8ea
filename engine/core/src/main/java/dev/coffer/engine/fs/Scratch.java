package dev.coffer.engine.fs;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.coffer.engine.buffer.Pool;
import dev.coffer.engine.text.NativeString;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystemException;
import java.time.Instant;

/**
 * Native memory for the arguments and results of one system call. Taken from a pool for the time of a call and given back
 * by {@link #close}; used by one thread in between. A virtual thread does not yield while it holds one, so there are
 * never more of them than threads of the system.
 */
final class Scratch implements AutoCloseable {

    /** Longest path the kernel takes, with the final zero byte. */
    private static final int LONGEST_PATH = 4096;

    /** Size of {@link #buffer}: as much as the kernel gives for any list or value, and enough for fast reads. */
    static final int BUFFER_SIZE = 1 << 18;

    private static final Machine MACHINE = Machine.current().orElseThrow();
    private static final Pool<Scratch> POOL = new Pool<>(Scratch::new);

    private final MemorySegment state = Arena.global().allocate(NativeLibrary.CALL_STATE);
    private final MemorySegment path = Arena.global().allocate(LONGEST_PATH);
    private final MemorySegment otherPath = Arena.global().allocate(LONGEST_PATH);

    /** For whatever a call takes or gives besides paths. */
    final MemorySegment buffer = Arena.global().allocate(BUFFER_SIZE, Long.BYTES);

    /** The same: fields of a structure are read with far less code, which the JVM has to translate first. */
    final ByteBuffer fields = buffer.asByteBuffer().order(ByteOrder.nativeOrder());

    private Scratch() {}

    static Scratch take() {
        return POOL.take();
    }

    @Override
    public void close() {
        POOL.giveBack(this);
    }

    /** Copies a path to native memory and returns its address. */
    long path(String text) throws IOException {
        return put(text, path);
    }

    /** Copies a second path, or name of an attribute, to native memory and returns its address. */
    long otherPath(String text) throws IOException {
        return put(text, otherPath);
    }

    private static long put(String text, MemorySegment target) throws IOException {
        byte[] bytes = NativeString.encode(text);
        if (text.indexOf('\0') >= 0) {
            throw new FileSystemException(
                    NativeString.printable(text).replace('\0', '?'), null, "a name cannot hold a zero byte");
        }
        if (bytes.length >= LONGEST_PATH) {
            throw Errno.failure(text, "use this path", Errno.ENAMETOOLONG);
        }
        MemorySegment.copy(bytes, 0, target, JAVA_BYTE, 0, bytes.length);
        target.set(JAVA_BYTE, bytes.length, (byte) 0);
        return target.address();
    }

    /** Copies bytes to the start of the buffer and returns its address. */
    long buffer(byte[] bytes, int offset, int length) {
        MemorySegment.copy(bytes, offset, buffer, JAVA_BYTE, 0, length);
        return buffer.address();
    }

    /** Writes two times to the start of the buffer as the kernel takes them, and returns its address. */
    long times(Instant first, Instant second) {
        buffer.setAtIndex(JAVA_LONG, 0, first.getEpochSecond());
        buffer.setAtIndex(JAVA_LONG, 1, first.getNano());
        buffer.setAtIndex(JAVA_LONG, 2, second.getEpochSecond());
        buffer.setAtIndex(JAVA_LONG, 3, second.getNano());
        return buffer.address();
    }

    /** Copies bytes from the start of the buffer. */
    byte[] bytes(long length) {
        byte[] bytes = new byte[(int) length];
        MemorySegment.copy(buffer, JAVA_BYTE, 0, bytes, 0, bytes.length);
        return bytes;
    }

    /** Makes a system call; returns its result, or minus the error number. */
    long call(SystemCall call, long a, long b, long c, long d, long e) {
        return NativeLibrary.call(state, call.number(MACHINE), a, b, c, d, e);
    }

    long call(SystemCall call, long a, long b, long c, long d) {
        return call(call, a, b, c, d, 0);
    }

    long call(SystemCall call, long a, long b, long c) {
        return call(call, a, b, c, 0, 0);
    }

    /** Closes a descriptor. Never repeated: Linux frees the number even when it reports an interruption. */
    void closeDescriptor(long descriptor) {
        NativeLibrary.callOnce(state, SystemCall.CLOSE.number(MACHINE), descriptor, 0, 0, 0, 0);
    }
}
