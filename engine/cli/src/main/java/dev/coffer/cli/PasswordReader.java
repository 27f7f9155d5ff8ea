package dev.coffer.cli;

import dev.coffer.backend.ShellWords;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.repository.Password;
import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Gets passwords from wherever they are. What is read on the way is wiped. */
final class PasswordReader {

    private final Surroundings surroundings;
    private final Output output;

    PasswordReader(Surroundings surroundings, Output output) {
        this.surroundings = surroundings;
        this.output = output;
    }

    /** The password of an existing key; the caller closes it. */
    Password read(PasswordSource source) throws IOException {
        return source.read(this, "Password for the repository: ");
    }

    /** A password for a new key: who has to type it does so twice. */
    Password readNew(PasswordSource source) throws IOException {
        Password password = source.read(this, "New password: ");
        if (source instanceof PasswordSource.Prompt && surroundings.terminal().in()) {
            try (Password again = source.read(this, "The same again: ")) {
                if (!again.matches(password)) {
                    password.close();
                    throw new BadRequest("The two passwords differ; nothing was changed.");
                }
            }
        }
        return password;
    }

    Password fromFile(Path file) throws IOException {
        return fromText(Files.readAllBytes(file), "password file " + file);
    }

    Password fromCommand(String command) throws IOException {
        return fromText(run(command), "output of the password command");
    }

    Password fromUser(String question) throws IOException {
        return fromText(ask(question), "password");
    }

    private static Password fromText(byte[] text, String what) throws BadRequest {
        byte[] trimmed = PasswordText.decodeTrimmed(text);
        try {
            if (trimmed.length == 0) {
                throw new BadRequest("The " + what
                        + " is empty. If the repository really has no password, say --insecure-no-password.");
            }
            return Password.ofUtf8(trimmed);
        } finally {
            Arrays.fill(trimmed, (byte) 0);
            Arrays.fill(text, (byte) 0);
        }
    }

    private static byte[] run(String command) throws IOException {
        List<String> words = words(command);
        Process process = new ProcessBuilder(words)
                .redirectInput(ProcessBuilder.Redirect.from(nullDevice()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            byte[] answer = Interruptible.call(() -> process.getInputStream().readAllBytes());
            int exit = Interruptible.call(process::waitFor);
            if (exit != 0) {
                Arrays.fill(answer, (byte) 0);
                throw new BadRequest(
                        "The password command '" + words.getFirst() + "' ended with exit code " + exit + ".");
            }
            return answer;
        } finally {
            process.destroy();
        }
    }

    private static List<String> words(String command) throws BadRequest {
        try {
            return ShellWords.split(command);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }

    private byte[] ask(String question) throws IOException {
        if (!surroundings.terminal().in()) {
            output.message("Reading the repository's password from standard input.");
            return Interruptible.call(() -> readLine(surroundings.in()));
        }
        Optional<Console> console = Terminal.console();
        if (console.isPresent()) {
            return Interruptible.call(() -> readTyped(console.get(), question));
        }
        return askWithoutEcho(question);
    }

    private static byte[] readTyped(Console console, String question) {
        char[] typed = console.readPassword("%s", question);
        return typed == null ? new byte[0] : PasswordText.encodeAndWipe(typed);
    }

    /** For a terminal that the JDK does not take for one because standard output goes elsewhere. */
    private byte[] askWithoutEcho(String question) throws IOException {
        output.message(question);
        Terminal.stty("-echo");
        try {
            return Interruptible.call(() -> readLine(surroundings.in()));
        } finally {
            Terminal.stty("echo");
        }
    }

    /** Byte by byte: what follows the line may be meant for others. */
    private static byte[] readLine(InputStream in) throws IOException {
        try (WipedBuffer line = new WipedBuffer()) {
            for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
                line.write(b);
            }
            return line.toByteArray();
        }
    }

    private static File nullDevice() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return new File(windows ? "NUL" : "/dev/null");
    }

    private static final class WipedBuffer extends ByteArrayOutputStream {
        @Override
        public void close() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
