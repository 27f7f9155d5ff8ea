package dev.coffer.engine.repository;

import dev.coffer.engine.crypto.AuthenticationFailed;
import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.crypto.KdfParameters;
import dev.coffer.engine.crypto.MasterKey;
import dev.coffer.engine.crypto.Scrypt;
import dev.coffer.engine.host.HostIdentity;
import dev.coffer.engine.json.JsonReader;
import dev.coffer.engine.json.JsonWriter;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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
        byte[] json = encodeMaster(master);
        try (MasterKey userKey = deriveUserKey(password, salt, kdf);
                Crypto userCrypto = new Crypto(userKey)) {
            byte[] data = userCrypto.seal(json);
            return new KeyFile(
                    OffsetDateTime.now(ZoneId.systemDefault()), host.username(), host.hostname(), kdf, salt, data);
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
            return decodeMaster(json);
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

    private static byte[] encodeMaster(MasterKey master) {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("mac").beginObject();
        json.name("k").valueBase64(master.macK());
        json.name("r").valueBase64(master.macR());
        json.endObject();
        json.name("encrypt").valueBase64(master.encryptionKey());
        json.endObject();
        byte[] bytes = json.toBytes();
        Arrays.fill(json.buffer(), (byte) 0);
        return bytes;
    }

    private static MasterKey decodeMaster(byte[] bytes) throws IOException {
        byte[] k = new byte[0];
        byte[] r = new byte[0];
        byte[] encrypt = new byte[0];
        JsonReader json = new JsonReader(bytes);
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "mac" -> {
                    json.beginObject();
                    while (json.hasNext()) {
                        switch (json.nextName()) {
                            case "k" -> k = json.nextBase64();
                            case "r" -> r = json.nextBase64();
                            default -> json.skipValue();
                        }
                    }
                    json.endObject();
                }
                case "encrypt" -> encrypt = json.nextBase64();
                default -> json.skipValue();
            }
        }
        json.endObject();
        try {
            return MasterKey.of(encrypt, k, r);
        } catch (IllegalArgumentException e) {
            throw new IOException("the master key in it has a wrong size", e);
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
