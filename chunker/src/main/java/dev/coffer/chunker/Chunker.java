package dev.coffer.chunker;

import java.util.Arrays;
import java.util.Objects;

/**
 * Finds the cuts in a stream of bytes that passes by in memory, in pieces of any size. Where it cuts depends on the bytes
 * alone, not on the pieces. One thread at a time.
 *
 * <p>By the time a chunk has its fewest bytes, the window has lost the byte 1 it started with: cuts depend on nothing but the
 * last 64 bytes. So the window may as well start with zeros, and {@link CutSearch} may start anywhere.
 */
public final class Chunker {

    private static final int WINDOW_BYTES = RabinTables.WINDOW_BYTES;

    private final ChunkerLimits limits;
    private final CutSearch search;

    /** The window as the last piece left it, followed by room for the first bytes of the next piece. */
    private final byte[] seam = new byte[2 * WINDOW_BYTES];

    /** Bytes of the chunk so far. */
    private int count;

    /** @throws IllegalArgumentException if the polynomial's degree is not between 8 and 55 */
    public Chunker(Polynomial polynomial, ChunkerLimits limits) {
        this.limits = limits;
        this.search = new CutSearch(RabinTables.of(polynomial), limits.mask());
    }

    public ChunkerLimits limits() {
        return limits;
    }

    /** Starts a new chunk: before the first piece of other data. A cut does the same. */
    public void reset() {
        search.reset();
        Arrays.fill(seam, (byte) 0);
        count = 0;
    }

    /**
     * Takes in the next piece of the stream, up to the first cut in it.
     *
     * @return the index after the last byte of the chunk, where the caller goes on with the rest of the piece; or −1 if the chunk
     *     goes on after the piece, all of which has been taken in
     */
    public int nextSplitPoint(byte[] buffer, int from, int to) {
        Objects.checkFromToIndex(from, to, buffer.length);
        int start = skip(from, to);
        int seamEnd = start + Math.min(WINDOW_BYTES, to - start);
        System.arraycopy(buffer, start, seam, WINDOW_BYTES, seamEnd - start);
        int cut = next(seam, WINDOW_BYTES, WINDOW_BYTES + seamEnd - start);
        if (cut >= 0) {
            reset();
            return start + cut - WINDOW_BYTES;
        }
        cut = next(buffer, seamEnd, to);
        if (cut >= 0) {
            reset();
            return cut;
        }
        keepWindow(buffer, start, to);
        return CutSearch.NONE;
    }

    /** Passes over the first bytes of a chunk, which never get into the window. */
    private int skip(int from, int to) {
        int skipped = Math.clamp(limits.min() - WINDOW_BYTES - (long) count, 0, to - from);
        count += skipped;
        return from + skipped;
    }

    private int next(byte[] bytes, int from, int to) {
        int at = from;
        if (count < limits.min()) {
            at = Math.min(to, from + limits.min() - count);
            search.roll(bytes, from, at);
            count += at - from;
            if (count == limits.min() && (search.isCut() || count == limits.max())) {
                return at;
            }
        }
        int end = (int) Math.min(to, at + (long) limits.max() - count);
        int cut = search.next(bytes, at, end);
        count += end - at;
        return cut < 0 && count == limits.max() ? end : cut;
    }

    private void keepWindow(byte[] buffer, int start, int to) {
        int fresh = Math.min(WINDOW_BYTES, to - start);
        System.arraycopy(seam, fresh, seam, 0, WINDOW_BYTES - fresh);
        System.arraycopy(buffer, to - fresh, seam, WINDOW_BYTES - fresh, fresh);
    }
}
