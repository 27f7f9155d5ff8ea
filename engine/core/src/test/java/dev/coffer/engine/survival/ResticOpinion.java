package dev.coffer.engine.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.repository.TestRepositories;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What restic's own check says. Environment variable {@code RESTIC} names the program, if that is not {@code restic}.
 *
 * @param folder where repositories are put for it
 */
record ResticOpinion(Path folder) implements SecondOpinion {

    private static final String WRONG_PASSWORD = "wrong password";

    @Override
    public void requireSound(MemoryBackend store) throws IOException {
        Path repository = Files.createTempDirectory(folder, "repository");
        for (FileType type : FileType.values()) {
            write(store, type, repository);
        }
        Answer answer = check(repository, TestRepositories.PASSWORD);
        if (answer.text().contains(WRONG_PASSWORD)) {
            answer = check(repository, World.OTHER_PASSWORD);
        }
        assertThat(answer.exitCode()).as(answer.text()).isZero();
    }

    private static void write(MemoryBackend store, FileType type, Path repository) throws IOException {
        if (type != FileType.CONFIG) {
            Files.createDirectories(repository.resolve(type.directory()));
        }
        for (String name : store.names(type)) {
            Handle handle = Handle.of(type, name);
            Path file = repository.resolve(handle.path());
            Files.createDirectories(file.getParent());
            Files.write(file, store.bytes(handle));
        }
    }

    private record Answer(int exitCode, String text) {}

    /** No lock, since one that a faulty run has left may be in the way. */
    private static Answer check(Path repository, String password) throws IOException {
        ProcessBuilder restic = new ProcessBuilder(List.of(
                System.getenv().getOrDefault("RESTIC", "restic"),
                "check",
                "--read-data",
                "--no-lock",
                "--no-cache",
                "--repo",
                repository.toString()));
        restic.environment().keySet().removeIf(name -> name.startsWith("RESTIC_"));
        restic.environment().put("RESTIC_PASSWORD", password);
        Process process = restic.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Answer(process.waitFor(), text);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw (IOException) new InterruptedIOException("interrupted while restic was checking").initCause(e);
        }
    }
}
