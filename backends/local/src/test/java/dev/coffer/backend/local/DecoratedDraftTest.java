package dev.coffer.backend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Backend;
import dev.coffer.backend.BackendException;
import dev.coffer.backend.BackendLocation;
import dev.coffer.backend.BackendOptions;
import dev.coffer.backend.Draft;
import dev.coffer.backend.Handle;
import dev.coffer.backend.contract.ContractFiles;
import dev.coffer.backend.contract.MemoryFolder;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.wrap.CacheDirectory;
import dev.coffer.backend.wrap.CachingBackend;
import dev.coffer.backend.wrap.ConnectionLimitedBackend;
import dev.coffer.backend.wrap.DryRunBackend;
import dev.coffer.backend.wrap.FreezableBackend;
import dev.coffer.backend.wrap.HotColdBackend;
import dev.coffer.backend.wrap.RateLimitedBackend;
import dev.coffer.backend.wrap.RateLimits;
import dev.coffer.backend.wrap.RetryListener;
import dev.coffer.backend.wrap.RetryingBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts of a folder go through every decorator. */
class DecoratedDraftTest {

    private static final Handle PACK = Handle.treePack(ContractFiles.name("pack"));
    private static final byte[] BYTES = ContractFiles.bytes(300_000);
    private static final OptionalLong TEBIBYTE_PER_SECOND = OptionalLong.of(1L << 30);

    @TempDir(factory = MemoryFolder.class)
    private Path folder;

    private Path root;
    private Backend store;

    @BeforeEach
    void create() throws IOException {
        root = folder.resolve("repository");
        store = create(root);
    }

    private static Backend create(Path root) throws IOException {
        return new LocalProvider().create(new BackendLocation("local", root.toString()), BackendOptions.none());
    }

    private void saveThrough(Backend decorated) throws IOException {
        try (Draft draft = decorated.draft().orElseThrow()) {
            draft.write(BYTES, 0, BYTES.length);
            decorated.save(PACK, draft);
        }
        assertThat(root.resolve(PACK.path())).hasBinaryContent(BYTES);
        try (Stream<Path> left = Files.list(root.resolve("data/00"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_dry_run_begins_no_file() throws IOException {
        assertThat(new DryRunBackend(store).draft()).isEmpty();
    }

    @Test
    void uploads_at_a_limited_rate_begin_no_file() throws IOException {
        RateLimits ofUploads = new RateLimits(TEBIBYTE_PER_SECOND, OptionalLong.empty());
        assertThat(new RateLimitedBackend(store, ofUploads).draft()).isEmpty();
    }

    @Test
    void downloads_at_a_limited_rate_leave_drafts_alone() throws IOException {
        saveThrough(new RateLimitedBackend(store, new RateLimits(OptionalLong.empty(), TEBIBYTE_PER_SECOND)));
    }

    @Test
    void a_draft_that_was_saved_without_an_answer_is_saved_again() throws IOException {
        FaultyBackend faulty = new FaultyBackend(store);
        faulty.onCall(Operation.SAVE, 1, new Fault.LoseAnswer(new BackendException.Transient("lost", null)));
        saveThrough(new RetryingBackend(faulty, RetryListener.none()));
        assertThat(faulty.count(Operation.SAVE)).isEqualTo(2);
    }

    @Test
    void a_cache_copies_what_was_saved() throws IOException {
        Path cache = folder.resolve("cache");
        saveThrough(new CachingBackend(store, new CacheDirectory(cache).open(ContractFiles.name("repository"))));
        try (Stream<Path> files = Files.walk(cache)) {
            assertThat(files.filter(file -> file.endsWith(PACK.name())))
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasBinaryContent(BYTES));
        }
    }

    @Test
    void a_hot_store_copies_what_the_cold_one_takes_as_it_is() throws IOException {
        Path hot = folder.resolve("hot");
        saveThrough(new HotColdBackend(create(hot), store));
        assertThat(hot.resolve(PACK.path())).hasBinaryContent(BYTES);
    }

    @Test
    void a_store_of_limited_connections_lends_more_drafts_than_it_has_of_these() throws IOException {
        Backend limited = new ConnectionLimitedBackend(store);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i <= store.properties().connections(); i++) {
            drafts.add(limited.draft().orElseThrow());
        }
        drafts.forEach(Draft::close);
        saveThrough(limited);
    }

    @Test
    void a_draft_cannot_be_saved_once_the_lock_is_lost() throws IOException {
        FreezableBackend freezable = new FreezableBackend(store);
        IOException lost = new IOException("the lock is lost");
        try (Draft draft = freezable.draft().orElseThrow()) {
            freezable.fail(lost);
            assertThatThrownBy(() -> freezable.save(PACK, draft)).isSameAs(lost);
        }
        assertThat(root.resolve(PACK.path())).doesNotExist();
    }
}
