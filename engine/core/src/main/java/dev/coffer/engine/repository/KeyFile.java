package dev.coffer.engine.repository;

import dev.coffer.engine.crypto.AuthenticationFailed;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.crypto.KdfParameters;
import dev.coffer.engine.crypto.MasterKey;
import dev.coffer.engine.crypto.Scrypt;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.host.LocalClock;
import dev.coffer.engine.json.JsonReader;
import dev.coffer.engine.json.JsonWriter;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.Arrays;

/**
 * The master key, sealed with a key that scrypt derives from a password. Stored as plain JSON in {@code keys/}.
 *
 * @param created when it was made
 * @param username of whoever made it, possibly empty
 * @param hostname of the machine it was made on, possibly empty
 * @param kdf parameters of scrypt
 * @param salt 64 bytes
 * @param data the sealed master key
 */
public record KeyFile(
        OffsetDateTime created, String username, String hostname, KdfParameters kdf, byte[] salt, byte[] data) {

    private static final int SALT_BYTES = 64;
    private static final int DERIVED_BYTES = 64;

    /** Seals {@code master} with {@code password}; takes as long as scrypt is set to. */
    static KeyFile seal(MasterKey master, Password password, HostIdentity host, KdfParameters kdf) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        byte[] json = MasterKeyCodec.encode(master);
        try (MasterKey userKey = deriveUserKey(password, salt, kdf);
                Crypto userCrypto = new Crypto(userKey)) {
            byte[] data = userCrypto.seal(json);
            return new KeyFile(LocalClock.ofSystem().now(), host.username(), host.hostname(), kdf, salt, data);
        } finally {
            Arrays.fill(json, (byte) 0);
        }
    }

    /**
     * The master key, the caller's to close.
     *
     * @throws AuthenticationFailed if the password is not the one it was sealed with
     */
    MasterKey open(Password password) throws IOException {
        byte[] json = new byte[0];
        try (MasterKey userKey = deriveUserKey(password, salt, kdf);
                Crypto userCrypto = new Crypto(userKey)) {
            json = userCrypto.open(data);
            return MasterKeyCodec.decode(json);
        } finally {
            Arrays.fill(json, (byte) 0);
        }
    }

    private static MasterKey deriveUserKey(Password password, byte[] salt, KdfParameters kdf) {
        byte[] derived = Scrypt.derive(password.bytes(), salt, kdf.n(), kdf.r(), kdf.p(), DERIVED_BYTES);
        try {
            return MasterKey.fromScrypt64(derived);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    byte[] encode() {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("created").value(created);
        json.name("username").value(username);
        json.name("hostname").value(hostname);
        json.name("kdf").value("scrypt");
        json.name("N").value(kdf.n());
        json.name("r").value(kdf.r());
        json.name("p").value(kdf.p());
        json.name("salt").valueBase64(salt);
        json.name("data").valueBase64(data);
        json.endObject();
        return json.toBytes();
    }

    /** Reads a key file; what it says is checked as far as that is possible without the password. */
    static KeyFile decode(byte[] bytes) throws IOException {
        KeyFileBuilder key = new KeyFileBuilder();
        JsonReader json = new JsonReader(bytes);
        json.beginObject();
        while (json.hasNext()) {
            key.read(json.nextName(), json);
        }
        json.endObject();
        return key.build();
    }
}
