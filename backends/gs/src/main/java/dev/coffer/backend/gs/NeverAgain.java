package dev.coffer.backend.gs;

import com.google.api.gax.retrying.BasicResultRetryAlgorithm;
import com.google.api.gax.retrying.ResultRetryAlgorithm;
import com.google.cloud.storage.StorageRetryStrategy;
import org.jspecify.annotations.Nullable;

/** Has Google's client neither repeat a request nor go on with a download that has broken off, which it would else do for ever. */
final class NeverAgain implements StorageRetryStrategy {

    private static final long serialVersionUID = 1;

    @Override
    public ResultRetryAlgorithm<?> getIdempotentHandler() {
        return new Never();
    }

    @Override
    public ResultRetryAlgorithm<?> getNonidempotentHandler() {
        return new Never();
    }

    private static final class Never extends BasicResultRetryAlgorithm<Object> {

        @Override
        public boolean shouldRetry(@Nullable Throwable failure, @Nullable Object answer) {
            return false;
        }
    }
}
