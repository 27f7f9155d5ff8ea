package dev.coffer.backend.http;

import dev.coffer.backend.BackendException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * What failures on the way to a server mean.
 *
 * @param what what is attempted
 * @param request by which request, without secrets
 */
record HttpAttempt(String what, String request) {

    /**
     * Called by the thread that makes the request: if that was interrupted, this is what has failed, whatever the exception. Many
     * of those that are called interruptions are time-outs.
     *
     * @param stalled whether we ended the request ourselves, as nothing moved
     */
    IOException failure(IOException e, boolean stalled) {
        if (stalled) {
            return new BackendException.Transient(message("no byte has moved for too long"), e);
        }
        Optional<BackendException> own = cause(e, BackendException.class);
        if (own.isPresent()) {
            return own.get();
        }
        if (Thread.currentThread().isInterrupted()) {
            return interrupted(e);
        }
        if (cause(e, CertificateException.class).isPresent()) {
            return new BackendException.Rejected(
                    message("the certificate of the server is not trusted (" + reason(e)
                            + "); --cacert names a file with certificates to trust"),
                    e);
        }
        Optional<SSLException> alert = cause(e, SSLException.class).filter(HttpAttempt::isAlert);
        if (alert.isPresent()) {
            return new BackendException.Denied(message("TLS: " + alert.get().getMessage()), e);
        }
        return new BackendException.Transient(message(reason(e)), e);
    }

    /** The server does not like us, or what we have in common is not enough. */
    private static boolean isAlert(SSLException failure) {
        return String.valueOf(failure.getMessage()).contains("fatal alert");
    }

    private InterruptedIOException interrupted(IOException e) {
        InterruptedIOException interrupted = new InterruptedIOException("interrupted in the attempt to " + what);
        interrupted.initCause(e);
        return interrupted;
    }

    String message(String reason) {
        return "cannot " + what + ": " + request + ": " + reason;
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
        }
        return Optional.empty();
    }

    /** Some messages are missing, or say little. */
    private static String reason(IOException e) {
        if (cause(e, UnknownHostException.class).isPresent()) {
            return "there is no host of that name";
        }
        if (e instanceof ConnectException) {
            return "no connection" + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")");
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
