package dev.coffer.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that works on one repository, run as a process of its own: Coffer or restic. Immutable. */
record Program(List<String> command, Map<String, String> environment, Path directory) {

    private static final String JAR = System.getProperty("coffer.jar", "target/coffer.jar");
    private static final long PATIENCE_MINUTES = 10;

    /** The JAR as built, on this JVM. */
    static Program coffer(Path work) {
        String java = ProcessHandle.current().info().command().orElse("java");
        Path jar = Path.of(JAR).toAbsolutePath();
        return new Program(List.of(java, "-Xmx512m", "-jar", jar.toString()), Map.of(), work);
    }

    static Program restic(Path work) {
        return new Program(List.of(System.getenv().getOrDefault("RESTIC", "restic")), Map.of(), work);
    }

    /** Any other command. */
    static Program of(Path work, String... command) {
        return new Program(List.of(command), Map.of(), work);
    }

    /** Caches go below {@code home}. */
    Program at(Path home) {
        return with("HOME", home.toString());
    }

    Program on(Path repository) {
        return on(repository.toString());
    }

    Program on(String location) {
        return on(location, List.of());
    }

    /** @param options further ones of every call */
    Program on(String location, List<String> options) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(options);
        return new Program(longer, environment, directory)
                .with("RESTIC_REPOSITORY", location)
                .with("RESTIC_PASSWORD", "secret");
    }

    Program with(String variable, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(variable, value);
        return new Program(command, Map.copyOf(changed), directory);
    }

    Program in(Path otherDirectory) {
        return new Program(command, environment, otherDirectory);
    }

    /** The same program behind another one, such as {@code setpriv}. */
    Program behind(String... prefix) {
        List<String> longer = new ArrayList<>(List.of(prefix));
        longer.addAll(command);
        return new Program(longer, environment, directory);
    }

    /** What a run left behind. */
    record Result(String call, int exitCode, String out, String err) {

        /** Fails the test unless the run succeeded. */
        Result ok() {
            if (exitCode != 0) {
                throw new AssertionError(this);
            }
            return this;
        }

        /** Fails the test unless the run failed with these words, told in a way that is fit for users. */
        Result failed(int expectedExitCode, String... words) {
            assertThat(exitCode).as(toString()).isEqualTo(expectedExitCode);
            assertThat(err).contains(words).doesNotContain("Exception", "\tat ");
            return this;
        }

        @Override
        public String toString() {
            return call + "\nexit code " + exitCode + "\n--- stdout\n" + out + "\n--- stderr\n" + err;
        }
    }

    /** The same program run by a user without privileges: the one of the tests, unless that is root. */
    Program unprivileged() {
        return Workplace.isRoot() ? behind("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") : this;
    }

    /** Runs to the end, whatever that is. */
    Result run(String... arguments) {
        try {
            Running running = start(arguments);
            if (!running.process().waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                running.process().destroyForcibly();
                throw new AssertionError("still running after ten minutes: " + running.call());
            }
            return running.result();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A process that goes on by itself. */
    record Running(String call, Process process, Path out, Path err) {

        Result result() throws IOException, InterruptedException {
            int exitCode = process.waitFor();
            String stdout = Files.readString(out, StandardCharsets.ISO_8859_1);
            String stderr = Files.readString(err, StandardCharsets.ISO_8859_1);
            Files.delete(out);
            Files.delete(err);
            return new Result(call, exitCode, utf8(stdout), utf8(stderr));
        }

        private static String utf8(String latin1) {
            return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    Running start(String... arguments) throws IOException {
        List<String> call = new ArrayList<>(command);
        call.addAll(List.of(arguments));
        Path out = Files.createTempFile("stdout", "");
        Path err = Files.createTempFile("stderr", "");
        ProcessBuilder builder = new ProcessBuilder(call).directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("RESTIC_") || name.startsWith("COFFER_"));
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new Running(String.join(" ", call), builder.start(), out, err);
    }
}
