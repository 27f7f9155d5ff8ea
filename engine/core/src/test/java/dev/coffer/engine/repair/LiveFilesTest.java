package dev.coffer.engine.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.chunker.ChunkReader;
import dev.coffer.chunker.ChunkerLimits;
import dev.coffer.chunker.Polynomial;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.fs.TroubledFiles;
import dev.coffer.engine.source.FilterRules;
import dev.coffer.engine.source.SourceTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveFilesTest {

    private static final Polynomial POLYNOMIAL = Polynomial.random();

    @TempDir
    private Path folder;

    private final TroubledFiles files = new TroubledFiles();
    private final List<String> problems = new ArrayList<>();

    private void find(Set<BlobHandle> wanted, BlobSource.Sink sink) throws IOException {
        SourceTree tree = SourceTree.of(
                files.files(), "/", List.of(folder.toString()), FilterRules.NONE, (path, _) -> problems.add(path));
        new LiveFiles(tree, files.files(), POLYNOMIAL, (path, _) -> problems.add(path)).find(wanted, sink);
    }

    private Set<BlobHandle> found(Set<BlobHandle> wanted) throws IOException {
        Set<BlobHandle> found = new HashSet<>();
        find(wanted, (blob, content, length) -> {
            assertThat(ObjectId.of(content, 0, length)).isEqualTo(blob.id());
            found.add(blob);
        });
        return found;
    }

    private static BlobHandle data(byte[] content) {
        return BlobHandle.data(ObjectId.of(content));
    }

    private static Set<BlobHandle> chunks(byte[] content) throws IOException {
        ChunkReader reader = new ChunkReader(POLYNOMIAL, ChunkerLimits.RESTIC);
        ByteArrayInputStream in = new ByteArrayInputStream(content);
        byte[] chunk = new byte[ChunkerLimits.RESTIC.max()];
        Set<BlobHandle> chunks = new LinkedHashSet<>();
        for (int length = reader.next(in, chunk); length >= 0; length = reader.next(in, chunk)) {
            chunks.add(BlobHandle.data(ObjectId.of(chunk, 0, length)));
        }
        return chunks;
    }

    @Test
    void a_small_file_is_found_wherever_it_is() throws IOException {
        byte[] content = {1, 2, 3};
        Files.createDirectories(folder.resolve("deep/below"));
        Files.write(folder.resolve("deep/below/file"), content);
        assertThat(found(Set.of(data(content)))).containsExactly(data(content));
    }

    @Test
    void of_a_changed_file_the_pieces_are_found_that_are_as_they_were() throws IOException {
        byte[] content = new byte[12 << 20];
        new Random(1).nextBytes(content);
        Set<BlobHandle> before = chunks(content);
        content[content.length - 1]++;
        Files.write(folder.resolve("file"), content);
        Set<BlobHandle> found = found(before);
        assertThat(before).containsAll(found);
        assertThat(found).hasSize(before.size() - 1);
    }

    @Test
    void trees_are_not_to_be_had() throws IOException {
        byte[] content = {1, 2, 3};
        Files.write(folder.resolve("file"), content);
        assertThat(found(Set.of(BlobHandle.tree(ObjectId.of(content))))).isEmpty();
    }

    @Test
    void no_more_is_read_once_everything_is_found() throws IOException {
        byte[] content = {1, 2, 3};
        for (int i = 0; i < 3; i++) {
            Files.write(folder.resolve("file" + i), content);
        }
        found(Set.of(data(content)));
        assertThat(files.opened()).hasSize(1);
    }

    @Test
    void what_cannot_be_read_is_told_and_passed_over() throws IOException {
        byte[] content = {1, 2, 3};
        Path closed = Files.write(folder.resolve("a"), content);
        Files.write(folder.resolve("b"), content);
        files.when("openForReading", "/a", path -> {
            throw new AccessDeniedException(path);
        });
        assertThat(found(Set.of(data(content)))).hasSize(1);
        assertThat(problems).containsExactly(closed.toString());
    }

    @Test
    void a_failure_of_whoever_takes_what_is_found_ends_the_search() throws IOException {
        byte[] content = {1, 2, 3};
        Files.write(folder.resolve("file"), content);
        assertThatThrownBy(() -> find(Set.of(data(content)), (_, _, _) -> {
                    throw new IOException("full");
                }))
                .hasMessage("full");
        assertThat(problems).isEmpty();
    }
}
