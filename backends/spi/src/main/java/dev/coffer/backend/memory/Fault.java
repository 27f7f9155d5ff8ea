package dev.coffer.backend.memory;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** What goes wrong with a request to a {@link FaultyBackend}. */
public sealed interface Fault {

    /** The request fails and has no effect. */
    record Refuse(IOException failure) implements Fault {}

    /** The request takes effect, but its caller is told that it failed; what was read is lost. */
    record LoseAnswer(IOException failure) implements Fault {}

    /** A save leaves only the first bytes under the final name and fails; another request is refused. */
    record Tear(int bytes, IOException failure) implements Fault {}

    /** A load yields bytes of which the last is wrong; another request is carried out as it should. */
    record Corrupt() implements Fault {}

    /**
     * A listing does not know of what was saved or removed through this store since it was opened; another request is carried out
     * as it should.
     */
    record Stale() implements Fault {}

    /** The request starts only when the latch is open. */
    record Hold(CountDownLatch latch) implements Fault {}
}
