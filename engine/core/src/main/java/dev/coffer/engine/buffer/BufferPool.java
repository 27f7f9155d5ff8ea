package dev.coffer.engine.buffer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lends arrays. Those of {@value #SHORTEST_KEPT} bytes and more are kept when they come back, for the next who needs about as
 * much; shorter ones die young, which costs next to nothing. Safe for use by any number of threads.
 *
 * <p>Lengths are rounded up to powers of two and a little for headers, so that an array that comes back fits many. What lies
 * idle is limited, and what has lain idle for longest goes first; an array longer than that limit is made to measure. How much
 * is lent is for those to limit who borrow.
 */
public final class BufferPool {

    /** Keeps nothing: for arrays that are to be {@linkplain Buffer#detach detached}, which are of just the length asked for. */
    public static final BufferPool NONE = new BufferPool(0);

    static final int SHORTEST_KEPT = 4 << 10;

    /** What arrays have beyond a power of two, so that a chunk of such a length also fits when compressed in vain and sealed. */
    private static final int EXTRA_SHARE = 32;

    /** Up to how many times as long as needed an array may be: the fewer lengths there are, the fewer lie idle. */
    private static final int MOST_TOO_LONG = 4;

    private final long maxIdle;

    /** What came back last stands last. There are so few that looking at all of them is fast enough. */
    private final List<byte[]> idle = new ArrayList<>();

    private long idleBytes;

    /** @param maxIdle most bytes to keep for later use */
    public BufferPool(long maxIdle) {
        this.maxIdle = maxIdle;
    }

    /** Lends an array of at least {@code length} bytes with any content. */
    public Buffer take(int length) {
        return new Buffer(this, length < SHORTEST_KEPT ? new byte[length] : keptOrNew(length), length);
    }

    private byte[] keptOrNew(int length) {
        return removeFitting(length).orElseGet(() -> new byte[length > maxIdle ? length : rounded(length)]);
    }

    /** The shortest array that is long enough, if it is not much longer; of several the one that came back last. */
    private synchronized Optional<byte[]> removeFitting(int length) {
        int best = -1;
        for (int i = idle.size() - 1; i >= 0; i--) {
            int candidate = idle.get(i).length;
            boolean fits = candidate >= length && candidate / MOST_TOO_LONG < length;
            if (fits && (best < 0 || candidate < idle.get(best).length)) {
                best = i;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        byte[] found = idle.remove(best);
        idleBytes -= found.length;
        return Optional.of(found);
    }

    synchronized void giveBack(byte[] bytes) {
        if (bytes.length < SHORTEST_KEPT || bytes.length > maxIdle) {
            return;
        }
        idle.add(bytes);
        idleBytes += bytes.length;
        while (idleBytes > maxIdle) {
            idleBytes -= idle.removeFirst().length;
        }
    }

    /** Bytes that lie idle at the moment. */
    public synchronized long idleBytes() {
        return idleBytes;
    }

    private static int rounded(int length) {
        long power = Integer.highestOneBit(length);
        while (power + power / EXTRA_SHARE < length) {
            power *= 2;
        }
        return (int) Math.min(power + power / EXTRA_SHARE, Integer.MAX_VALUE - Long.BYTES);
    }
}
