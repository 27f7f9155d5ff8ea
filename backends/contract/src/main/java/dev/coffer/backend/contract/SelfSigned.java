package dev.coffer.backend.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate that vouches for itself, with its private key, both as PEM files made by {@code openssl}.
 *
 * @param folder where the files are
 * @param name of the files, and of whom it is for
 */
public record SelfSigned(Path folder, String name) {

    /**
     * Makes one with a key on the curve P-256.
     *
     * @param alternativeNames such as {@code IP:127.0.0.1,DNS:localhost}
     */
    public static SelfSigned create(Path folder, String name, String alternativeNames) {
        openssl(
                folder,
                ("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=" + name
                                + " -addext subjectAltName=" + alternativeNames + " -keyout " + name + ".key -out "
                                + name
                                + ".crt")
                        .split(" "));
        return new SelfSigned(folder, name);
    }

    /** The file with the certificate. */
    public Path certificate() {
        return folder.resolve(name + ".crt");
    }

    /** The file with the key, as PKCS#8. */
    public Path key() {
        return folder.resolve(name + ".key");
    }

    /** A file with both, as programs want it of those who show it to servers. */
    public Path both() throws IOException {
        Path both = folder.resolve(name + ".pem");
        Files.writeString(both, Files.readString(certificate()) + Files.readString(key()));
        return both;
    }

    /** Both as a key store of type PKCS#12, for servers in Java. */
    public Path keyStore(String password) {
        Path store = folder.resolve(name + ".p12");
        openssl(
                folder,
                "pkcs12",
                "-export",
                "-in",
                certificate().toString(),
                "-inkey",
                key().toString(),
                "-out",
                store.toString(),
                "-passout",
                "pass:" + password);
        return store;
    }

    /** Runs {@code openssl} in a folder. */
    public static void openssl(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run openssl; please install the package openssl", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while openssl runs", e);
        }
    }
}
