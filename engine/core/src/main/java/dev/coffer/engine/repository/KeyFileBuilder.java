package dev.coffer.engine.repository;

import dev.coffer.engine.crypto.Crypto;
import dev.coffer.engine.crypto.KdfParameters;
import dev.coffer.engine.json.GoTime;
import dev.coffer.engine.json.JsonReader;
import java.io.IOException;
import java.time.OffsetDateTime;

/** Collects the fields of a key file while it is read. */
final class KeyFileBuilder {

    private static final int SALT_BYTES = 64;

    private OffsetDateTime created = GoTime.ZERO;
    private String username = "";
    private String hostname = "";
    private String kdf = "";
    private long n;
    private long r;
    private long p;
    private byte[] salt = new byte[0];
    private byte[] data = new byte[0];

    void read(String name, JsonReader json) throws IOException {
        switch (name) {
            case "created" -> created = json.nextTime();
            case "username" -> username = json.nextString();
            case "hostname" -> hostname = json.nextString();
            case "kdf" -> kdf = json.nextString();
            case "N" -> n = json.nextLong();
            case "r" -> r = json.nextLong();
            case "p" -> p = json.nextLong();
            case "salt" -> salt = json.nextBase64();
            case "data" -> data = json.nextBase64();
            default -> json.skipValue();
        }
    }

    KeyFile build() throws IOException {
        if (!kdf.equals("scrypt")) {
            throw new IOException("it uses the unknown key derivation \"" + kdf + "\"");
        }
        if (salt.length != SALT_BYTES) {
            throw new IOException("its salt has " + salt.length + " bytes instead of " + SALT_BYTES);
        }
        if (data.length <= Crypto.OVERHEAD) {
            throw new IOException("its " + data.length + " bytes of data cannot hold a master key");
        }
        try {
            KdfParameters parameters = new KdfParameters(Math.toIntExact(n), Math.toIntExact(r), Math.toIntExact(p));
            return new KeyFile(created, username, hostname, parameters, salt, data);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IOException("its scrypt parameters are not acceptable: " + e.getMessage(), e);
        }
    }
}
