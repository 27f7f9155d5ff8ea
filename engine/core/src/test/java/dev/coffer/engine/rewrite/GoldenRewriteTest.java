package dev.coffer.engine.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.filter.PathFilter;
import dev.coffer.engine.progress.ProgressListener;
import dev.coffer.engine.repository.BlobSaver;
import dev.coffer.engine.repository.GoldenRepository;
import dev.coffer.engine.repository.Repository;
import dev.coffer.engine.snapshot.StoredSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The trees and totals that restic 0.19.1 makes of the golden repository of its own: of its two snapshots, by {@code rewrite}
 * with these patterns, or by {@code repair index} and {@code repair snapshots} after a pack was deleted.
 */
class GoldenRewriteTest {

    private static final GoldenRepository GOLDEN = GoldenRepository.RESTIC_0_19_V2;

    /** The one with all files of the first backup, that of its trees, and those of the second backup. */
    private static final String DATA = "92373a37";

    private static final String TREES = "60d1b0bd";
    private static final String LATER_DATA = "2863d442";
    private static final String LATER_TREES = "8df885a2";

    /** Opened once, as deriving its key takes a while. */
    private static Repository sound;

    @BeforeAll
    static void open() throws IOException {
        sound = GOLDEN.openPretending();
    }

    @AfterAll
    static void close() throws IOException {
        sound.close();
    }

    @ParameterizedTest
    @CsvSource({
        "*.txt, 610e7f3eac3ae324, 11, 1109626, 610e7f3eac3ae324, 11, 1109626",
        "/sub, 459ed27a4bdcae1a, 11, 1218515, 4b53cbb5fe91b080, 12, 1218521",
    })
    void without_what_is_excluded(
            String pattern, String first, long files, long bytes, String second, long moreFiles, long moreBytes)
            throws Exception {
        assertThat(rewritten(Filters.excluding(pattern)))
                .containsExactly(text(first, files, bytes), text(second, moreFiles, moreBytes));
    }

    @ParameterizedTest
    @CsvSource({
        "sub/deeper, d4f0d02fc27ace3c, 1, 5",
        "*link, c215b1d91a11baa6, 1, 6",
        "empty-dir, 4bbf214d27d5324f, 0, 0",
    })
    void with_nothing_but_what_is_included(String pattern, String tree, long files, long bytes) throws Exception {
        String expected = text(tree, files, bytes);
        assertThat(rewritten(Filters.including(pattern))).containsExactly(expected, expected);
    }

    @ParameterizedTest
    @CsvSource({
        DATA + ", 6a0b07a299987f51, eddc4feeeb09c82a",
        TREES + ", nothing, 7301eb807adb66e1",
        LATER_DATA + ", 8932e81f047ea963, 3986aa2e9624ea2a",
        LATER_TREES + ", 8932e81f047ea963, nothing",
    })
    void without_what_was_in_a_pack(String pack, String first, String second) throws Exception {
        try (Repository repository = GOLDEN.openWithoutPack(pack)) {
            assertThat(trees(repository, new RepairRule(repository.index(), ProgressListener.NONE)))
                    .extracting(found -> found.replaceAll(" .*", ""))
                    .containsExactly(first, second);
        }
    }

    private static List<String> rewritten(PathFilter filter) throws IOException {
        return trees(sound, new FilterRule(filter));
    }

    private static List<String> trees(Repository repository, RewriteRule rule) throws IOException {
        try (BlobSaver saver = repository.startSaving()) {
            TreeRewriter rewriter = new TreeRewriter(repository, saver, rule);
            List<StoredSnapshot> snapshots = repository.snapshots().list().sound().stream()
                    .sorted(Comparator.comparing(stored -> stored.snapshot().time()))
                    .toList();
            List<String> trees = new ArrayList<>();
            for (StoredSnapshot snapshot : snapshots) {
                trees.add(rewriter.rewrite(snapshot.snapshot().tree())
                        .map(tree -> text(tree.id().toString().substring(0, 16), tree.files(), tree.bytes()))
                        .orElse("nothing"));
            }
            return trees;
        }
    }

    private static String text(String tree, long files, long bytes) {
        return tree + " " + files + " " + bytes;
    }
}
