package dev.coffer.engine.repository;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** What the fuzzer calls: one parser, named by the first argument, with bytes that may be anything. */
public final class ParserFuzzTarget {

    /** Memory that a parser may take for a text of no length at all, content that it decompresses included. */
    private static final long FIXED_BYTES = 16L << 20;

    /** Memory that it may take for each byte: the shortest JSON of an object becomes a record of some fields. */
    private static final long BYTES_PER_BYTE = 512;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static FuzzedParser parser = FuzzedParser.CONFIG;

    private ParserFuzzTarget() {}

    /** Called once. */
    public static void fuzzerInitialize(String[] arguments) {
        parser = FuzzedParser.valueOf(arguments[0]);
    }

    /** Called again and again. */
    public static void fuzzerTestOneInput(byte[] input) {
        require(parser, input);
    }

    /** Whatever the bytes, there is a result or an {@link IOException}, and memory within bounds; the first time loads classes. */
    static void require(FuzzedParser parser, byte[] input) {
        long bound = FIXED_BYTES + BYTES_PER_BYTE * input.length;
        if (memory(parser, input) > bound) {
            long again = memory(parser, input);
            if (again > bound) {
                throw new AssertionError(
                        input.length + " bytes made " + parser + " take " + again + " bytes of memory");
            }
        }
    }

    private static long memory(FuzzedParser parser, byte[] input) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            parser.parse(input);
        } catch (IOException _) {
            // They are not what they should be, and this is how to say it.
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
