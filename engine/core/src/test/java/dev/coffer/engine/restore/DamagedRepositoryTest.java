package dev.coffer.engine.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.backend.Content;
import dev.coffer.backend.FileType;
import dev.coffer.backend.Handle;
import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.fs.OutOfSpaceException;
import dev.coffer.engine.fs.TroubledFiles;
import dev.coffer.engine.index.BlobLocation;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DamagedRepositoryTest extends RestoreTestCase {

    private static final ObjectId UNKNOWN = ObjectId.of(new byte[] {9, 9});

    private static byte[] random(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Flips a bit in the stored form of a piece. */
    private void damage(byte[] piece) throws IOException {
        BlobLocation place = fixture.trees
                .repository()
                .index()
                .lookup(BlobHandle.data(ObjectId.of(piece)))
                .orElseThrow();
        Handle pack = Handle.of(FileType.PACK, place.pack().toString());
        byte[] stored = fixture.trees.backend().load(pack);
        stored[(int) place.blob().offset() + 20] ^= 1;
        fixture.trees.backend().save(pack, Content.of(stored));
    }

    @Test
    void a_damaged_piece_spoils_its_files_and_no_other() throws IOException {
        byte[] good = random(1, 5000);
        byte[] bad = random(2, 5000);
        RestoreRequest request = fixture.request(
                fixture.file("a", good),
                fixture.file("b", good, bad, good),
                fixture.file("c", bad),
                fixture.file("d", good, good));
        damage(bad);
        RestoreSummary summary = fixture.restore(request);
        assertThat(fixture.target.resolve("a")).hasBinaryContent(good);
        assertThat(fixture.stat("d").size()).isEqualTo(10_000);
        assertThat(fixture.problems())
                .hasSize(2)
                .satisfiesExactly(
                        b -> assertThat(b).startsWith("/b: ").contains("damaged"),
                        c -> assertThat(c).startsWith("/c: ").contains("damaged"));
        assertThat(fixture.actions()).containsExactly("RESTORED /a", "RESTORED /d");
        assertThat(summary.errors()).isEqualTo(2);
    }

    @Test
    void an_incomplete_file_cannot_be_taken_for_a_good_one_later() throws IOException {
        byte[] good = random(1, 5000);
        byte[] bad = random(2, 5000);
        RestoreRequest request = fixture.request(fixture.file("f", good, bad)).withOverwrite(Overwrite.IF_CHANGED);
        damage(bad);
        fixture.restore(request);
        assertThat(fixture.stat("f").mtime()).isNotEqualTo(RestoreFixture.THEN.toInstant());
        assertThat(fixture.restore(request).errors()).isEqualTo(1);
    }

    @Test
    void a_piece_that_is_in_no_pack_is_reported_for_each_file_and_existing_files_stay() throws IOException {
        fixture.write("b", "what was there");
        List<ObjectId> content = List.of(fixture.trees.data(new byte[3]), UNKNOWN);
        Node broken = fixture.file("a", "1").withContent(content, 10);
        RestoreSummary summary = fixture.restore(broken, broken.withName("b"), fixture.file("c", "good"));
        assertThat(fixture.listing()).containsExactly("b", "c");
        assertThat(fixture.text("b")).isEqualTo("what was there");
        assertThat(fixture.problems()).hasSize(2).allMatch(problem -> problem.contains(UNKNOWN.toString()));
        assertThat(summary.filesRestored()).isEqualTo(1);
    }

    @Test
    void a_hard_link_to_a_broken_file_is_reported_too() throws IOException {
        Node broken = fixture.file("a", "1").withContent(List.of(UNKNOWN), 10).toBuilder()
                .links(2)
                .inode(4)
                .build();
        fixture.restore(broken, broken.withName("b"));
        assertThat(fixture.listing()).isEmpty();
        assertThat(fixture.problems()).hasSize(2);
    }

    @Test
    void a_directory_whose_tree_is_broken_is_reported_once() throws IOException {
        Node dir = fixture.dir("d").withSubtree(fixture.trees.rawTree("{\"nodes\":[{"));
        fixture.restore(fixture.request(dir, fixture.file("z", "1")), RestoreOption.VERIFY);
        assertThat(fixture.problems()).hasSize(1).first().asString().startsWith("/d: ");
        assertThat(fixture.text("z")).isEqualTo("1");
    }

    @Test
    void such_a_directory_is_not_opened_to_others() throws IOException {
        Node dir = fixture.dir("d").withSubtree(fixture.trees.rawTree("{\"nodes\":[{"));
        fixture.restore(dir);
        assertThat(fixture.stat("d").permissions()).isEqualTo(0700);
    }

    @Test
    void a_broken_root_is_reported() throws IOException {
        RestoreSummary summary = fixture.restore(RestoreRequest.of(UNKNOWN, fixture.target.toString()));
        assertThat(summary.errors()).isEqualTo(1);
    }

    @Test
    void verification_finds_what_was_changed_behind_our_back() throws IOException {
        TroubledFiles forgetful = new TroubledFiles();
        forgetful.when("createFifo", "/z", path -> {
            Files.writeString(fixture.target.resolve("f"), "other");
            return Files.createFile(Path.of(path));
        });
        RestoreSummary summary = fixture.restore(
                fixture.request(
                        fixture.file("f", "right"),
                        fixture.file("g", "x"),
                        fixture.node("z", NodeType.FIFO, 0600).build()),
                forgetful.files(),
                RestoreOption.VERIFY);
        assertThat(fixture.problems()).hasSize(1).first().asString().startsWith("/f: ");
        assertThat(summary.filesVerified()).isEqualTo(1);
    }

    @Test
    void a_full_disk_ends_the_restore_with_a_clear_message() throws IOException {
        List<Node> nodes = new ArrayList<>();
        for (int i = 100; i < 200; i++) {
            nodes.add(fixture.file("f" + i, "content " + i));
        }
        TroubledFiles full = new TroubledFiles();
        full.when("create", "/f150", path -> {
            throw new OutOfSpaceException(path, "no space left on device");
        });
        RestoreRequest request = fixture.request(nodes.toArray(Node[]::new));
        assertThatThrownBy(() -> fixture.restore(request, full.files()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no space left at the target");
    }

    @Test
    void a_directory_that_cannot_be_made_is_reported_once_and_the_rest_restored() throws IOException {
        TroubledFiles failing = new TroubledFiles();
        failing.when("createDirectory", "/d", path -> {
            throw new AccessDeniedException(path);
        });
        Node dir = fixture.dir("d", fixture.file("f", "1"), fixture.dir("e"));
        RestoreSummary summary = fixture.restore(fixture.request(dir, fixture.file("z", "1")), failing.files());
        assertThat(fixture.listing()).containsExactly("z");
        assertThat(summary.errors()).isEqualTo(1);
    }
}
