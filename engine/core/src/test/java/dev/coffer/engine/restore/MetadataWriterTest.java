package dev.coffer.engine.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.fs.Entry;
import dev.coffer.engine.fs.FileStat;
import dev.coffer.engine.tree.ExtendedAttribute;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetadataWriterTest extends RestoreTestCase {

    private static final ExtendedAttribute ATTRIBUTE = new ExtendedAttribute("user.a", new byte[] {1});
    private static final Metadata PRESENT = new Metadata(1, 2, 0640, 3, 4, 5, 6, List.of(ATTRIBUTE));

    private final RecordingEntry entry = new RecordingEntry();
    private MetadataWriter writer;

    @BeforeEach
    void makeWriter() throws IOException {
        RestoreRequest request = fixture.request();
        writer = new MetadataWriter(new RestoreRun(
                fixture.trees.repository(),
                fixture.files,
                request,
                new TargetPaths(request.target()),
                new RestoreProgress(_ -> {}),
                new Ledger()));
    }

    @Test
    void permissions_are_set_last_as_a_change_of_owner_may_clear_some() throws IOException {
        writer.write(entry, PRESENT);
        assertThat(entry.changes).containsExactly("owner", "attribute user.a", "times", "permissions");
    }

    @Test
    void a_link_gets_no_permissions() throws IOException {
        writer.writeToLink(entry, PRESENT);
        assertThat(entry.changes).containsExactly("owner", "attribute user.a", "times");
    }

    @Test
    void what_is_right_already_is_not_set_again() throws IOException {
        writer.correct(entry, PRESENT);
        assertThat(entry.changes).isEmpty();
    }

    static List<Metadata> others() {
        return List.of(
                new Metadata(9, 2, 0640, 3, 4, 5, 6, List.of(ATTRIBUTE)),
                new Metadata(1, 9, 0640, 3, 4, 5, 6, List.of(ATTRIBUTE)),
                new Metadata(1, 2, 0600, 3, 4, 5, 6, List.of(ATTRIBUTE)),
                new Metadata(1, 2, 0640, 9, 4, 5, 6, List.of(ATTRIBUTE)),
                new Metadata(1, 2, 0640, 3, 9, 5, 6, List.of(ATTRIBUTE)),
                new Metadata(1, 2, 0640, 3, 4, 9, 6, List.of(ATTRIBUTE)),
                new Metadata(1, 2, 0640, 3, 4, 5, 9, List.of(ATTRIBUTE)),
                new Metadata(1, 2, 0640, 3, 4, 5, 6, List.of(new ExtendedAttribute("user.a", new byte[] {2}))),
                new Metadata(1, 2, 0640, 3, 4, 5, 6, List.of()));
    }

    @ParameterizedTest
    @MethodSource("others")
    void if_anything_differs_all_is_set(Metadata wanted) throws IOException {
        writer.correct(entry, wanted);
        assertThat(entry.changes).hasSize(4).startsWith("owner").endsWith("permissions");
    }

    @Test
    void what_cannot_be_looked_at_is_set() throws IOException {
        entry.visible = false;
        writer.correct(entry, PRESENT);
        assertThat(entry.changes).contains("owner", "times", "permissions");
    }

    /** Has the metadata of {@link #PRESENT}, and only notes changes. */
    private static final class RecordingEntry implements Entry {

        private final List<String> changes = new ArrayList<>();
        private boolean visible = true;

        @Override
        public FileStat stat() throws IOException {
            if (!visible) {
                throw new AccessDeniedException("/");
            }
            return new FileStat(
                    FileStat.Kind.FILE,
                    PRESENT.permissions(),
                    0,
                    0,
                    1,
                    1,
                    1,
                    0,
                    PRESENT.uid(),
                    PRESENT.gid(),
                    PRESENT.mtime(),
                    PRESENT.atime(),
                    Instant.EPOCH);
        }

        @Override
        public List<ExtendedAttribute> extendedAttributes() {
            return PRESENT.attributes();
        }

        @Override
        public void setOwner(long uid, long gid) {
            changes.add("owner");
        }

        @Override
        public void setPermissions(int permissions) {
            changes.add("permissions");
        }

        @Override
        public void setTimes(Instant atime, Instant mtime) {
            changes.add("times");
        }

        @Override
        public void setExtendedAttribute(String name, byte[] value) {
            changes.add("attribute " + name);
        }

        @Override
        public void removeExtendedAttribute(String name) {
            changes.add("no attribute " + name);
        }
    }
}
