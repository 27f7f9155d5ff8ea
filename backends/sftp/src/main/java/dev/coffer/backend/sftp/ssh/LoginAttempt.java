package dev.coffer.backend.sftp.ssh;

import dev.coffer.backend.BackendException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to one try to log in to one host. The library carries it with the session, so that those whom it calls back know
 * what the session is for. For any number of threads.
 */
final class LoginAttempt {

    private static final AttributeKey<LoginAttempt> KEY = new AttributeKey<>();

    private final HostSettings settings;
    private final KnownHosts knownHosts;
    private final AtomicReference<@Nullable BackendException> refusal = new AtomicReference<>();
    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

    LoginAttempt(HostSettings settings, KnownHosts knownHosts) {
        this.settings = settings;
        this.knownHosts = knownHosts;
    }

    /** To be given to the library when it connects. */
    AttributeRepository context() {
        return AttributeRepository.ofKeyValuePair(KEY, this);
    }

    static LoginAttempt of(ClientSession session) {
        return Objects.requireNonNull(session.getConnectionContext().getAttribute(KEY), "no login attempt");
    }

    HostSettings settings() {
        return settings;
    }

    KnownHosts knownHosts() {
        return knownHosts;
    }

    /** Keeps the reason for which we broke the attempt off. */
    void refuse(BackendException reason) {
        refusal.compareAndSet(null, reason);
    }

    Optional<BackendException> refusal() {
        return Optional.ofNullable(refusal.get());
    }

    /** Keeps something that may explain why the server does not let us in. */
    void note(String note) {
        notes.add(note);
    }

    /** In the order in which they came. */
    List<String> notes() {
        return List.copyOf(notes);
    }
}
