package dev.coffer.engine.repository;

import dev.coffer.chunker.Polynomial;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.errors.RepositoryException.UnsupportedFormat;
import dev.coffer.engine.json.JsonReader;
import dev.coffer.engine.json.JsonWriter;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is fixed when a repository is made.
 *
 * @param version of the format, 1 or 2
 * @param id 64 hex digits, random
 * @param polynomial that cuts files into blobs
 * @param extra fields of other programs, as raw JSON: kept, in their order, when the config is written again
 */
public record RepositoryConfig(int version, String id, Polynomial polynomial, Map<String, String> extra) {

    public static final int LATEST_VERSION = 2;

    /** A config for a new repository. */
    static RepositoryConfig create(int version, Polynomial polynomial) {
        byte[] id = new byte[ObjectId.BYTES];
        new SecureRandom().nextBytes(id);
        return new RepositoryConfig(version, ObjectId.fromBytes(id, 0).toString(), polynomial, Map.of());
    }

    RepositoryConfig withVersion(int newVersion) {
        return new RepositoryConfig(newVersion, id, polynomial, extra);
    }

    /** The config as JSON, as it stands encrypted in the repository. */
    public byte[] encode() {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("version").value(version);
        json.name("id").value(id);
        json.name("chunker_polynomial").value(polynomial.toHex());
        extra.forEach((name, value) -> json.name(name).raw(value));
        json.endObject();
        return json.toBytes();
    }

    /**
     * Reads a config.
     *
     * @throws UnsupportedFormat if the version is not known
     * @throws CorruptData if it makes no sense
     */
    static RepositoryConfig decode(byte[] bytes) throws IOException {
        int version = 0;
        String id = "";
        String polynomial = "";
        Map<String, String> extra = new LinkedHashMap<>();
        JsonReader json = new JsonReader(bytes);
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            switch (name) {
                case "version" -> version = json.nextInt();
                case "id" -> id = json.nextString();
                case "chunker_polynomial" -> polynomial = json.nextString();
                default -> extra.put(name, json.nextRaw());
            }
        }
        json.endObject();
        json.endDocument();
        requireKnownVersion(version);
        requireId(id);
        return new RepositoryConfig(version, id, parsePolynomial(polynomial), Collections.unmodifiableMap(extra));
    }

    /** The id names the folder of the cache, so it must not be just any text. */
    private static void requireId(String id) throws CorruptData {
        if (ObjectId.tryParse(id).isEmpty()) {
            throw new CorruptData("The repository's id in its config is not one of 64 hex digits.", null);
        }
    }

    static void requireKnownVersion(int version) throws UnsupportedFormat {
        if (version < 1 || version > LATEST_VERSION) {
            throw new UnsupportedFormat("Repository format version " + version
                    + " is not supported; this program knows versions 1 to " + LATEST_VERSION + ".");
        }
    }

    private static Polynomial parsePolynomial(String hex) throws CorruptData {
        try {
            Polynomial polynomial = Polynomial.parse(hex);
            if (polynomial.degree() == Polynomial.RESTIC_DEGREE && polynomial.isIrreducible()) {
                return polynomial;
            }
        } catch (IllegalArgumentException _) {
            // Reported below, like every other unusable polynomial.
        }
        throw new CorruptData("The config's chunker polynomial is not an irreducible polynomial of degree 53.", null);
    }
}
