package dev.coffer.backend.sftp.ssh;

import dev.coffer.backend.BackendException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;

/** Tells why there is no connection. */
final class SshFailures {

    private SshFailures() {}

    static IOException explainConnect(HostSettings target, Exception failure) {
        return explain("connect to " + describe(target), failure);
    }

    static IOException explainLogin(LoginAttempt attempt, Exception failure) {
        if (attempt.refusal().isPresent()) {
            return attempt.refusal().get();
        }
        String action = "log in to " + describe(attempt.settings());
        if (isRefusal(failure)) {
            return new BackendException.Denied(
                    "cannot " + action + ": permission denied (" + String.join("; ", attempt.notes()) + ")", failure);
        }
        return explain(action, failure);
    }

    static IOException explainChannel(HostSettings target, Exception failure) {
        return explain("start SFTP on " + describe(target), failure);
    }

    /** Whoever was interrupted stays so, though the library forgets it. */
    private static IOException explain(String action, Exception failure) {
        Throwable root = root(failure);
        if (failure instanceof BackendException known) {
            return known;
        }
        if (isInterruption(failure, root)) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted; did not " + action);
            interrupted.initCause(failure);
            return interrupted;
        }
        return new BackendException.Transient("cannot " + action + ": " + words(root), failure);
    }

    private static boolean isInterruption(Exception failure, Throwable root) {
        boolean said = failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException);
        return said || root instanceof InterruptedException;
    }

    private static String words(Throwable root) {
        return switch (root) {
            case UnresolvedAddressException _ -> "there is no host of that name";
            case TimeoutException _ -> "it did not answer in time";
            case ConnectException _ -> "connection refused";
            default -> root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        };
    }

    private static boolean isRefusal(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SshException ssh
                    && (ssh.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE
                            || String.valueOf(ssh.getMessage()).contains("Too many authentication failures"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the server wants no further stream, though those that there are go on. The library hides it among the causes. */
    static boolean isRefusedChannel(Exception failure) {
        return root(failure) instanceof SshChannelOpenException;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String describe(HostSettings target) {
        return target.user() + "@" + target.hostName() + " (port " + target.port() + ")";
    }
}
