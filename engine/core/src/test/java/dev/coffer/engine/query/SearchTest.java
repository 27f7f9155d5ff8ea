package dev.coffer.engine.query;

import static dev.coffer.engine.walk.TreeFixture.dir;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.filter.PatternList;
import dev.coffer.engine.query.NameSearch.ModificationRange;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.StoredSnapshot;
import dev.coffer.engine.walk.TreeFixture;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {

    private static final OffsetDateTime OLD = OffsetDateTime.parse("2001-02-03T04:05:06Z");
    private static final OffsetDateTime NEW = OffsetDateTime.parse("2020-02-03T04:05:06Z");

    private TreeFixture fixture;
    private ObjectId sub;
    private StoredSnapshot snapshot;
    private final List<String> found = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        fixture = new TreeFixture();
        sub = fixture.tree(
                fixture.file("new.txt", "1").toBuilder().mtime(NEW).build(),
                fixture.file("old.txt", "2").toBuilder().mtime(OLD).build());
        ObjectId root = fixture.tree(dir("a", sub), dir("b", sub), fixture.file("c.txt", "1"));
        Snapshot made = Snapshot.builder(NEW, root).build();
        snapshot = new StoredSnapshot(ObjectId.NULL, made);
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private List<String> search(ModificationRange range, String... patterns) throws IOException {
        new NameSearch(fixture.repository(), PatternList.of(List.of(patterns)), range)
                .search(snapshot.snapshot().tree(), new NameSearch.Receiver() {
                    @Override
                    public void found(FoundNode node) {
                        found.add(node.path());
                    }

                    @Override
                    public void unreadable(String path, IOException reason) {
                        found.add("unreadable " + path);
                    }
                });
        return found;
    }

    private List<String> search(ObjectSearch search) throws IOException {
        search.search(snapshot, new ObjectSearch.Receiver() {
            @Override
            public void found(FoundObject object) {
                found.add(object.kind() + " " + object.path());
            }

            @Override
            public void unreadable(String path, IOException reason) {
                found.add("unreadable " + path);
            }
        });
        return found;
    }

    @Test
    void a_name_is_found_in_any_folder() throws IOException {
        assertThat(search(ModificationRange.ANY, "new.*")).containsExactly("/a/new.txt", "/b/new.txt");
    }

    @Test
    void a_path_is_found_where_it_leads() throws IOException {
        assertThat(search(ModificationRange.ANY, "/a/*.txt")).containsExactly("/a/new.txt", "/a/old.txt");
    }

    @Test
    void what_is_too_new_is_passed_over() throws IOException {
        ModificationRange range = new ModificationRange(Instant.MIN, OLD.toInstant());
        assertThat(search(range, "/a/*.txt")).containsExactly("/a/old.txt");
    }

    @Test
    void what_is_too_old_is_passed_over() throws IOException {
        ModificationRange range = new ModificationRange(NEW.toInstant(), Instant.MAX);
        assertThat(search(range, "/a/*.txt")).containsExactly("/a/new.txt");
    }

    @Test
    void a_blob_is_found_wherever_it_is_used() throws IOException {
        String id = fixture.data(new byte[] {'1'}).toString();
        assertThat(search(ObjectSearch.forBlobs(fixture.repository(), List.of(id.substring(0, 8)))))
                .containsExactly("blob /a/new.txt", "blob /b/new.txt", "blob /c.txt");
    }

    @Test
    void one_place_of_a_tree_is_enough() throws IOException {
        assertThat(search(ObjectSearch.forTrees(fixture.repository(), List.of(sub.toString()))))
                .containsExactly("tree /a");
    }

    @Test
    void a_pack_leads_to_everything_in_it() throws IOException {
        ObjectId pack = fixture.repository()
                .index()
                .lookup(BlobHandle.tree(sub))
                .orElseThrow()
                .pack();
        assertThat(search(ObjectSearch.forPacks(fixture.repository(), List.of(pack.shortHex()))))
                .containsExactly("tree /", "tree /a", "tree /b");
    }

    @Test
    void an_unknown_pack_is_refused() {
        assertThatThrownBy(() -> ObjectSearch.forPacks(fixture.repository(), List.of("12345678")))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("12345678");
    }

    @ParameterizedTest
    @CsvSource({
        "2006-01-02,2006-01-01T23:00:00Z",
        "2006-01-02 15:04,2006-01-02T14:04:00Z",
        "2006-01-02 15:04:05,2006-01-02T14:04:05Z",
        "2006-01-02 15:04:05 -0700,2006-01-02T22:04:05Z",
        "2006-01-02 15:04:05 UTC,2006-01-02T15:04:05Z",
        "02.01.2006,2006-01-01T23:00:00Z",
        "02.01.2006 15:04,2006-01-02T14:04:00Z"
    })
    void times_are_understood_in_several_forms(String text, Instant expected) throws BadRequest {
        assertThat(SearchTime.parse(text, ZoneId.of("Europe/Berlin"))).isEqualTo(expected);
    }

    @Test
    void other_words_are_no_time() {
        assertThatThrownBy(() -> SearchTime.parse("yesterday", ZoneId.of("UTC")))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("yesterday");
    }
}
