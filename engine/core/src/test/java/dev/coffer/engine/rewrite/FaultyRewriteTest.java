package dev.coffer.engine.rewrite;

import static dev.coffer.engine.walk.TreeFixture.dir;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.BackendException;
import dev.coffer.backend.memory.Fault;
import dev.coffer.backend.memory.FaultyBackend;
import dev.coffer.backend.memory.FaultyBackend.Operation;
import dev.coffer.backend.memory.MemoryBackend;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.filter.PathFilter;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.repository.TestRepositories;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.walk.TreeTestCase;
import dev.coffer.engine.walk.TreeVisitor;
import dev.coffer.engine.walk.TreeWalker;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store fails in the middle of a rewrite that removes the old snapshot, from some request on that would change something. */
class FaultyRewriteTest extends TreeTestCase {

    private static final IOException FAILURE = new BackendException.Transient("the store stumbled", null);

    /** A pack, an index, a snapshot, and a removal. */
    private static final int CHANGES = 4;

    private StoredSnapshot snapshot() throws IOException {
        ObjectId folder = fixture.tree(fixture.file("open", "open"), fixture.file("secret", "secret"));
        return fixture.snapshot(fixture.tree(dir("a", folder)));
    }

    private static boolean changes(FaultyBackend.Call call) {
        return call.operation() == Operation.SAVE || call.operation() == Operation.REMOVE;
    }

    private static void rewrite(FaultyBackend store, StoredSnapshot snapshot) throws IOException {
        PathFilter filter = Filters.excluding("secret");
        RewriteRequest request = RewriteRequest.NOTHING.withFilter(filter).withOriginal(Original.REMOVED);
        Repository repository = TestRepositories.open(store);
        try (SnapshotRewriter rewriter = new SnapshotRewriter(repository, request)) {
            rewriter.rewrite(snapshot);
        }
    }

    @Test
    void a_rewrite_changes_the_store_so_many_times() throws Exception {
        StoredSnapshot snapshot = snapshot();
        FaultyBackend store = new FaultyBackend(fixture.backend());
        rewrite(store, snapshot);
        assertThat(store.calls()).filteredOn(FaultyRewriteTest::changes).hasSize(CHANGES);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void a_sound_snapshot_is_left_whenever_the_store_fails(int number) throws Exception {
        StoredSnapshot snapshot = snapshot();
        for (Fault fault : List.of(new Fault.Refuse(FAILURE), new Fault.LoseAnswer(FAILURE))) {
            MemoryBackend memory = fixture.backend().copy();
            FaultyBackend store = new FaultyBackend(memory);
            store.when(call -> changes(call) && changesUntilNow(store) >= number, fault);
            assertThatThrownBy(() -> rewrite(store, snapshot)).hasMessage(FAILURE.getMessage());
            requireSound(memory, snapshot.id());
        }
    }

    private static long changesUntilNow(FaultyBackend store) {
        return store.calls().stream().filter(FaultyRewriteTest::changes).count();
    }

    /** The old one, or one made from it, or both; all can be read. */
    private static void requireSound(MemoryBackend memory, ObjectId old) throws IOException {
        try (Repository repository = TestRepositories.open(memory)) {
            List<StoredSnapshot> snapshots = repository.snapshots().list().sound();
            assertThat(snapshots).isNotEmpty();
            for (StoredSnapshot snapshot : snapshots) {
                assertThat(Set.of(snapshot.id(), originOf(snapshot))).contains(old);
                new TreeWalker(repository).walk(snapshot.snapshot().tree(), ENTERING);
            }
        }
    }

    private static final TreeVisitor ENTERING = (_, _) -> TreeVisitor.Descent.ENTER;

    private static ObjectId originOf(StoredSnapshot snapshot) {
        ObjectId original = snapshot.snapshot().original();
        return original == null ? ObjectId.NULL : original;
    }
}
