package dev.coffer.engine.walk;

import static dev.coffer.engine.walk.TreeFixture.dir;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import dev.coffer.engine.tree.Node;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreePathsTest {

    private TreeFixture fixture;
    private ObjectId inner;
    private ObjectId root;
    private TreePaths paths;

    @BeforeEach
    void open() throws IOException {
        fixture = new TreeFixture();
        inner = fixture.tree(fixture.file("x", "1"));
        root = fixture.tree(dir("b", fixture.tree(dir("c", inner))), fixture.file("f", "2"));
        paths = new TreePaths(fixture.repository());
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/b/c", "b/c", "b//c/", "/b/./c", "/f/../b/c", "../b/c"})
    void a_directory_is_found_however_its_path_is_spelled(String path) throws IOException {
        assertThat(paths.directory(root, path)).isEqualTo(inner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "."})
    void the_root_needs_no_name(String path) throws IOException {
        assertThat(paths.directory(root, path)).isEqualTo(root);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/f", "/f/x", "/b/nowhere/c"})
    void anything_else_is_no_directory(String path) {
        assertThatThrownBy(() -> paths.directory(root, path)).isInstanceOf(BadRequest.class);
    }

    @Test
    void nodes_of_any_type_are_found() throws IOException {
        assertThat(paths.find(root, "/b/c/x")).map(Node::name).contains("x");
        assertThat(paths.find(root, "/f/x")).isEmpty();
    }
}
