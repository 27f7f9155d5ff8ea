package dev.coffer.backend.http;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.FileReasons;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certificates and a key as text, between lines {@code -----BEGIN …-----} and {@code -----END …-----}.
 *
 * @param source where it comes from, for messages
 * @param blocks what is in it, in order
 */
record Pem(String source, List<Block> blocks) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    /**
     * @param label what it says it is, such as {@code CERTIFICATE}
     * @param text its content: Base64, after headers in old encrypted keys
     */
    record Block(String label, String text) {

        byte[] decode() {
            return Base64.getMimeDecoder().decode(text);
        }

        boolean isEncrypted() {
            return label.startsWith("ENCRYPTED") || text.contains("ENCRYPTED");
        }
    }

    static Pem read(String option, String file) throws BackendException.Rejected {
        try {
            return parse(file, Files.readString(Path.of(file), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw unreadable(option, file, FileReasons.of(e), e);
        } catch (InvalidPathException e) {
            throw unreadable(option, file, e.getReason(), e);
        }
    }

    private static BackendException.Rejected unreadable(String option, String file, String reason, Exception cause) {
        return new BackendException.Rejected("cannot read the file of " + option + ", " + file + ": " + reason, cause);
    }

    static Pem parse(String source, String text) {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        return new Pem(source, List.copyOf(blocks));
    }

    /** All certificates, at least one. */
    List<X509Certificate> certificates() throws BackendException.Rejected {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Block block : blocks) {
                if (block.label().equals("CERTIFICATE") || block.label().equals("TRUSTED CERTIFICATE")) {
                    certificates.add(
                            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.decode())));
                }
            }
        } catch (CertificateException | IllegalArgumentException e) {
            throw new BackendException.Rejected(source + " holds a damaged certificate: " + e.getMessage(), e);
        }
        if (certificates.isEmpty()) {
            throw new BackendException.Rejected(
                    source + " holds no certificate; it must have lines -----BEGIN CERTIFICATE-----", null);
        }
        return certificates;
    }

    /** The first private key. */
    PrivateKey privateKey() throws BackendException.Rejected {
        for (Block block : blocks) {
            if (block.label().endsWith("PRIVATE KEY")) {
                return privateKey(block);
            }
        }
        throw new BackendException.Rejected(
                source + " holds no private key; add the one of the certificate to it", null);
    }

    private PrivateKey privateKey(Block block) throws BackendException.Rejected {
        if (block.isEncrypted()) {
            throw new BackendException.Rejected(
                    source + " holds a private key that is encrypted; decrypt it first, as with 'openssl pkey'", null);
        }
        try {
            return PrivateKeys.decode(block.label(), block.decode());
        } catch (IllegalArgumentException e) {
            throw new BackendException.Rejected(source + " holds a private key of an unknown kind", e);
        }
    }
}
