package dev.coffer.server;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** A password as {@code htpasswd} stores it. */
sealed interface PasswordHash {

    /** Whether this is the password. Takes the same time for all passwords of a length. */
    boolean matches(byte[] password);

    /**
     * Understands the part of a line after the colon.
     *
     * @throws IllegalArgumentException if it is of no kind that this server knows; the message does not repeat it
     */
    static PasswordHash parse(String text) {
        if (Bcrypt.SYNTAX.matcher(text).matches()) {
            return new Bcrypt(text);
        }
        if (text.startsWith(Sha1.PREFIX)) {
            return Sha1.of(text.substring(Sha1.PREFIX.length()));
        }
        throw new IllegalArgumentException(
                "only bcrypt and {SHA} are understood; set the password again by 'htpasswd -B'");
    }

    /** Takes its time, which is what protects the password. */
    record Bcrypt(String text) implements PasswordHash {

        private static final Pattern SYNTAX = Pattern.compile("\\$2[aby]\\$(0[4-9]|[12]\\d|3[01])\\$[./A-Za-z0-9]{53}");

        @Override
        public boolean matches(byte[] password) {
            return OpenBSDBCrypt.checkPassword(text, password);
        }

        @Override
        public String toString() {
            return "Bcrypt[…]";
        }
    }

    /** A plain hash of the password: old, and easy to guess for those who get hold of it. */
    record Sha1(byte[] hash) implements PasswordHash {

        private static final String PREFIX = "{SHA}";
        private static final int LENGTH = 20;

        private static Sha1 of(String base64) {
            byte[] hash = Base64.getDecoder().decode(base64);
            if (hash.length != LENGTH) {
                throw new IllegalArgumentException("what follows {SHA} is not a SHA-1 hash");
            }
            return new Sha1(hash);
        }

        @Override
        public boolean matches(byte[] password) {
            try {
                return MessageDigest.isEqual(
                        hash, MessageDigest.getInstance("SHA-1").digest(password));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-1", e);
            }
        }

        @Override
        public String toString() {
            return "Sha1[…]";
        }
    }
}
