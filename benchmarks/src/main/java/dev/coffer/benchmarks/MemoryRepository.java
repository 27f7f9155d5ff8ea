package dev.coffer.benchmarks;

import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.crypto.KdfParameters;
import dev.coffer.engine.repository.Password;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.RepositoryConfig;
import dev.coffer.engine.repository.RepositoryOptions;
import java.io.IOException;
import java.util.Optional;

/** A repository in memory whose password costs next to nothing to check. */
final class MemoryRepository {

    private final MemoryBackend backend = new MemoryBackend();
    private final RepositoryOptions options = RepositoryOptions.standard().withKdf(() -> new KdfParameters(2, 1, 1));

    /** Makes it and opens it; the caller closes it. */
    Repository init() throws IOException {
        try (Password password = password()) {
            return Repository.init(
                    backend,
                    password,
                    RepositoryConfig.LATEST_VERSION,
                    Optional.of(ChunkerBenchmark.POLYNOMIAL),
                    options);
        }
    }

    /** Opens it once more, without an index; the caller closes it. */
    Repository open() throws IOException {
        try (Password password = password()) {
            return Repository.open(backend, password, Optional.empty(), options);
        }
    }

    private static Password password() {
        return Password.of("benchmark");
    }
}
