package dev.coffer.backend.azure;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.http.MalformedJson;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tokens for the user who has logged in by {@code az login}. */
record CommandLineToken(List<String> program) implements TokenSource {

    private static final List<String> SHELL =
            System.getProperty("os.name", "").startsWith("Windows") ? List.of("cmd", "/c", "az") : List.of("az");

    CommandLineToken() {
        this(SHELL);
    }

    @Override
    public AzureToken fetch() throws IOException {
        Process process = start();
        try {
            // what it writes fits into the pipe
            int code = process.waitFor();
            if (code != 0) {
                throw new BackendException.Denied(
                        "az gives no token (exit code " + code + "); az login logs in, and it is"
                                + " AZURE_FORCE_CLI_CREDENTIAL that asks for it",
                        null);
            }
            return AzureToken.parse(process.getInputStream().readAllBytes(), Instant.now())
                    .orElseThrow(() -> new BackendException.Denied("az has written no token", null));
        } catch (MalformedJson e) {
            throw new BackendException.Denied("az has not written JSON: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while az gets a token").initCause(e);
        } finally {
            process.destroy();
        }
    }

    private Process start() throws BackendException {
        List<String> command = new ArrayList<>(program);
        command.addAll(
                List.of("account", "get-access-token", "--output", "json", "--resource", AzureIdentity.RESOURCE));
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new BackendException.Denied(
                    "cannot start az, which AZURE_FORCE_CLI_CREDENTIAL asks for: " + e.getMessage(), e);
        }
    }
}
