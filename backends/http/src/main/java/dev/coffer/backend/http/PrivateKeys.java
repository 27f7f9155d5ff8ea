package dev.coffer.backend.http;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/**
 * Private keys in the three forms that are about: PKCS#8 ({@code PRIVATE KEY}), PKCS#1 ({@code RSA PRIVATE KEY}) and SEC1
 * ({@code EC PRIVATE KEY}). Java knows only the first, which is a wrapper around the others that names the algorithm.
 */
final class PrivateKeys {

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");
    private static final byte[] VERSION_0 = Der.integer(0);
    private static final byte[] RSA = Der.objectId(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01);
    private static final byte[] EC = Der.objectId(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01);

    private PrivateKeys() {}

    /** @throws IllegalArgumentException if these are not the bytes of such a key */
    static PrivateKey decode(String label, byte[] der) {
        return switch (label) {
            case "PRIVATE KEY" -> pkcs8(der);
            case "RSA PRIVATE KEY" -> pkcs8(wrap(Der.sequence(RSA, Der.NULL), der));
            case "EC PRIVATE KEY" -> pkcs8(wrap(Der.sequence(EC, curve(der)), der));
            default -> throw new IllegalArgumentException("unknown kind of key: " + label);
        };
    }

    private static PrivateKey pkcs8(byte[] der) {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (GeneralSecurityException _) {
                // a key of another algorithm
            }
        }
        throw new IllegalArgumentException("not a key of " + ALGORITHMS);
    }

    private static byte[] wrap(byte[] algorithm, byte[] key) {
        return Der.sequence(VERSION_0, algorithm, Der.octets(key));
    }

    /** In SEC1, the curve is in the field with tag 0, after a version and the number that is the key. */
    private static byte[] curve(byte[] sec1) {
        return Der.elements(Der.content(sec1)).stream()
                .filter(element -> (element[0] & 0xff) == Der.TAG_0)
                .map(Der::content)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the key does not say what its curve is"));
    }
}
