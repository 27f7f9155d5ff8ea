package dev.coffer.backend.sftp.protocol;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The place where a reply will arrive, or the news that none will. */
final class PendingReply {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final StallWatch watch;
    private volatile @Nullable Reply reply;
    private volatile @Nullable ConnectionLostException failure;

    PendingReply(StallWatch watch) {
        this.watch = watch;
    }

    void complete(Reply reply) {
        this.reply = reply;
        arrived.countDown();
    }

    void fail(ConnectionLostException failure) {
        this.failure = failure;
        arrived.countDown();
    }

    boolean isThere() {
        return arrived.getCount() == 0;
    }

    Reply await() throws IOException {
        watch.waitFor(arrived::await);
        Reply result = reply;
        if (result != null) {
            return result;
        }
        // each waiting thread gets an exception of its own, since causes and suppressed ones may be added to it
        ConnectionLostException cause = failure;
        throw new ConnectionLostException(cause == null ? "no answer" : String.valueOf(cause.getMessage()), cause);
    }
}
