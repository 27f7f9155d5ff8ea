package dev.coffer.engine.query;

import static dev.coffer.engine.walk.TreeFixture.dir;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.query.ListingOrder.Direction;
import dev.coffer.engine.walk.TreeFixture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListingScopeTest {

    private TreeFixture fixture;
    private ObjectId root;

    @BeforeEach
    void open() throws IOException {
        fixture = new TreeFixture();
        ObjectId deep = fixture.tree(fixture.file("y.gz", "333"));
        ObjectId sub = fixture.tree(dir("deep", deep), fixture.file("x", "22"));
        root = fixture.tree(dir("sub", sub), fixture.file("sub-b", "1"), fixture.file("z.gz", "22"));
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private List<FoundNode> list(boolean recursive, String... folders) throws IOException {
        List<FoundNode> found = new ArrayList<>();
        ListingScope scope = ListingScope.of(List.of(folders), recursive);
        new Listing(fixture.repository(), scope).list(root, found::add);
        return found;
    }

    private static List<String> paths(List<FoundNode> found) {
        return found.stream().map(FoundNode::path).toList();
    }

    @Test
    void without_folders_everything_is_listed() throws IOException {
        assertThat(paths(list(false)))
                .containsExactly("/sub", "/sub/deep", "/sub/deep/y.gz", "/sub/x", "/sub-b", "/z.gz");
    }

    @Test
    void a_folder_is_listed_with_what_is_directly_in_it() throws IOException {
        assertThat(paths(list(false, "/sub/"))).containsExactly("/sub", "/sub/deep", "/sub/x");
    }

    @Test
    void a_folder_is_listed_as_a_whole_if_recursive() throws IOException {
        assertThat(paths(list(true, "/sub"))).containsExactly("/sub", "/sub/deep", "/sub/deep/y.gz", "/sub/x");
    }

    @Test
    void a_file_can_be_named_as_well() throws IOException {
        assertThat(paths(list(false, "/sub/x", "/z.gz"))).containsExactly("/sub/x", "/z.gz");
    }

    @Test
    void relative_paths_are_refused() {
        assertThatThrownBy(() -> list(false, "sub"))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("absolute");
    }

    @Test
    void equal_sizes_stand_in_the_order_of_paths() throws IOException {
        List<FoundNode> found = list(true);
        ListingOrder.SIZE.sort(found, Direction.ASCENDING);
        assertThat(paths(found)).containsExactly("/sub", "/sub/deep", "/sub-b", "/sub/x", "/z.gz", "/sub/deep/y.gz");
    }

    @Test
    void extensions_are_those_of_the_last_name() throws IOException {
        List<FoundNode> found = list(true);
        ListingOrder.EXTENSION.sort(found, Direction.DESCENDING);
        assertThat(paths(found)).startsWith("/z.gz", "/sub/deep/y.gz", "/sub/x");
    }
}
