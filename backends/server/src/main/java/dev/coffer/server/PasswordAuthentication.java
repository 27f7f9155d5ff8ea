package dev.coffer.server;

import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Asks for names and passwords. As bcrypt is slow on purpose, it runs once in a while for a user, not for each request, and
 * leaves a processor to others.
 */
final class PasswordAuthentication implements Authentication {

    /** Compared with for users who do not exist, so that the time does not tell which ones do. */
    private static final PasswordHash NOBODY = PasswordHash.parse("$2y$10$" + ".".repeat(53));

    private final PasswordFile passwords;
    private final VerifiedPasswords verified;
    private final Semaphore slots =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);

    PasswordAuthentication(PasswordFile passwords, VerifiedPasswords verified) {
        this.passwords = passwords;
        this.verified = verified;
    }

    @Override
    public Optional<String> user(String header) {
        return BasicCredentials.parse(header).filter(this::isRight).map(BasicCredentials::user);
    }

    private boolean isRight(BasicCredentials credentials) {
        Optional<PasswordHash> hash = passwords.hash(credentials.user());
        return (hash.isPresent() && verified.contains(credentials, hash.get())) || isRightSlowly(credentials, hash);
    }

    private boolean isRightSlowly(BasicCredentials credentials, Optional<PasswordHash> hash) {
        slots.acquireUninterruptibly();
        try {
            if (hash.isPresent() && verified.contains(credentials, hash.get())) {
                return true;
            }
            boolean matches = hash.orElse(NOBODY).matches(credentials.password());
            if (matches && hash.isPresent()) {
                verified.add(credentials, hash.get());
            }
            return matches && hash.isPresent();
        } finally {
            slots.release();
        }
    }
}
