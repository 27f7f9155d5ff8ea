package dev.coffer.backend.azure;

import com.azure.core.exception.AzureException;
import dev.coffer.backend.BackendException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Calls of the SDK: it passes on what goes wrong with its requests as it likes, and does not know what they are for. */
final class SdkCall {

    private static final ScopedValue<String> ATTEMPT = ScopedValue.newInstance();

    private SdkCall() {}

    /**
     * @param attempt what is wanted, for messages, such as {@code load data/1f2e…}
     * @throws BackendException that the transport has thrown
     */
    static <T> T run(String attempt, Supplier<T> call) throws IOException {
        try {
            return ScopedValue.where(ATTEMPT, attempt).call(call::get);
        } catch (RuntimeException e) {
            throw cause(e).or(() -> senseless(attempt, e)).orElseThrow(() -> e);
        }
    }

    /** What the running call is for. */
    static String attempt() {
        return ATTEMPT.orElse("talk to Azure");
    }

    private static Optional<IOException> cause(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof BackendException || each instanceof InterruptedIOException) {
                return Optional.of((IOException) each);
            }
        }
        return Optional.empty();
    }

    /** An answer that is none of Azure's, as from a gateway on the way. */
    private static Optional<IOException> senseless(String attempt, RuntimeException failure) {
        boolean parsing = failure instanceof AzureException || failure.getCause() instanceof IOException;
        return parsing
                ? Optional.of(new BackendException.Transient(
                        "cannot " + attempt + ": the answer makes no sense (" + failure.getMessage() + ")", failure))
                : Optional.empty();
    }
}
