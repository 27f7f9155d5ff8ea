package dev.coffer.mount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.browse.Attributes;
import dev.coffer.engine.browse.Entry;
import dev.coffer.engine.browse.Folder;
import dev.coffer.engine.tree.ExtendedAttribute;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotFileSystemTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final int FOLDER_MODE = 0040755;

    private final FakeErrno errno = new FakeErrno();
    private final List<String> problems = new ArrayList<>();
    private final TreeMap<String, Entry> entries = new TreeMap<>();
    private final SnapshotFileSystem files =
            new SnapshotFileSystem(errno, new MadeFolder(attributes(FOLDER_MODE), entries), problems::add);

    private record MadeFolder(Attributes attributes, SequencedMap<String, Entry> entries) implements Folder {}

    private record LostFolder(Attributes attributes) implements Folder {

        @Override
        public SequencedMap<String, Entry> entries() throws IOException {
            throw new IOException("the tree is damaged");
        }
    }

    private static Attributes attributes(int mode) {
        ExtendedAttribute comment = new ExtendedAttribute("user.comment", "fine".getBytes(StandardCharsets.UTF_8));
        ExtendedAttribute other = new ExtendedAttribute("user.x", new byte[0]);
        return new Attributes(
                mode, 7, 8, 9, 2, TIME, TIME.plusSeconds(1), TIME.plusSeconds(2), List.of(comment, other));
    }

    @BeforeEach
    void fill() {
        entries.put("folder", new MadeFolder(attributes(FOLDER_MODE), new TreeMap<>()));
        entries.put("link", new Entry.Link(attributes(0120777), "sömewhere"));
        entries.put("lost", new LostFolder(attributes(FOLDER_MODE)));
        entries.put("pipe", new Entry.Special(attributes(0010600)));
    }

    private static String text(ByteBuffer buffer) {
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    }

    @Test
    void attributes_are_told() {
        FakeStat stat = new FakeStat();
        assertThat(files.getattr("/pipe", stat, null)).isZero();
        assertThat(stat.getMode()).isEqualTo(0010600);
        assertThat(stat.getUid()).isEqualTo(7);
        assertThat(stat.getGid()).isEqualTo(8);
        assertThat(stat.getSize()).isEqualTo(9);
        assertThat(stat.getNLink()).isEqualTo(2);
        assertThat(stat.mTime().get()).isEqualTo(TIME);
        assertThat(stat.aTime().get()).isEqualTo(TIME.plusSeconds(1));
        assertThat(stat.cTime().get()).isEqualTo(TIME.plusSeconds(2));
    }

    @Test
    void the_root_is_a_folder() {
        FakeStat stat = new FakeStat();
        assertThat(files.getattr("/", stat, null)).isZero();
        assertThat(stat.getMode()).isEqualTo(FOLDER_MODE);
    }

    @Test
    void what_is_not_there_does_not_exist() {
        assertThat(files.getattr("/nothing", new FakeStat(), null)).isEqualTo(-errno.enoent());
        assertThat(files.getattr("/pipe/below", new FakeStat(), null)).isEqualTo(-errno.enoent());
        assertThat(problems).isEmpty();
    }

    @Test
    void a_folder_is_listed_with_itself_and_its_parent() {
        List<String> names = new ArrayList<>();
        int result = files.readdir(
                "/",
                (name, _, _, _) -> {
                    names.add(name);
                    return 0;
                },
                0,
                new FakeFileInfo(),
                0);
        assertThat(result).isZero();
        assertThat(names).containsExactly(".", "..", "folder", "link", "lost", "pipe");
    }

    @Test
    void damage_is_an_error_for_who_asks_and_is_told() {
        assertThat(files.getattr("/lost/file", new FakeStat(), null)).isEqualTo(-errno.eio());
        assertThat(problems).containsExactly("/lost/file: the tree is damaged");
    }

    @Test
    void a_link_tells_its_target_with_a_zero_at_the_end() {
        ByteBuffer buffer = ByteBuffer.allocate(100);
        assertThat(files.readlink("/link", buffer, 100)).isZero();
        assertThat(text(buffer)).isEqualTo("sömewhere\0");
        assertThat(files.readlink("/pipe", ByteBuffer.allocate(100), 100)).isEqualTo(-errno.einval());
    }

    @Test
    void only_files_can_be_opened_and_only_folders_looked_into() {
        assertThat(files.open("/folder", new FakeFileInfo())).isEqualTo(-errno.eisdir());
        assertThat(files.open("/pipe", new FakeFileInfo())).isEqualTo(-errno.enotsup());
        assertThat(files.opendir("/pipe", new FakeFileInfo())).isEqualTo(-errno.enotdir());
    }

    @Test
    void the_length_of_extended_attributes_is_asked_for_first() {
        assertThat(files.getxattr("/pipe", "user.comment", ByteBuffer.allocate(0)))
                .isEqualTo(4);
        ByteBuffer buffer = ByteBuffer.allocate(4);
        assertThat(files.getxattr("/pipe", "user.comment", buffer)).isEqualTo(4);
        assertThat(text(buffer)).isEqualTo("fine");
        assertThat(files.getxattr("/pipe", "user.comment", ByteBuffer.allocate(3)))
                .isEqualTo(-errno.erange());
        assertThat(files.getxattr("/pipe", "user.none", ByteBuffer.allocate(3))).isEqualTo(-errno.enodata());
    }

    @Test
    void names_of_extended_attributes_end_with_a_zero_each() {
        ByteBuffer buffer = ByteBuffer.allocate(100);
        assertThat(files.listxattr("/pipe", buffer)).isEqualTo(20);
        assertThat(text(buffer)).isEqualTo("user.comment\0user.x\0");
    }
}
