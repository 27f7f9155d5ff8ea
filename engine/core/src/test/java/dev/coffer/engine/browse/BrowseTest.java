package dev.coffer.engine.browse;

import static dev.coffer.engine.walk.TreeFixture.dir;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.snapshot.Snapshot;
import dev.coffer.engine.snapshot.SnapshotFilter;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.NodeType;
import dev.coffer.engine.walk.TreeFixture;
import dev.coffer.testing.RandomData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrowseTest {

    private static final Owner SELF = new Owner(1, 2);

    private TreeFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new TreeFixture();
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private void snapshot(ObjectId tree, String time, String host, String... tags) throws IOException {
        Snapshot snapshot = Snapshot.builder(OffsetDateTime.parse(time), tree)
                .paths(List.of("/"))
                .hostname(host)
                .username("ann")
                .tags(List.of(tags))
                .build();
        fixture.repository().snapshots().save(snapshot);
    }

    private Folder root(Optional<Owner> owner, String... templates) throws IOException {
        List<PathTemplate> parsed = new ArrayList<>();
        for (String template : templates) {
            parsed.add(PathTemplate.parse(template));
        }
        SnapshotsFolder.Layout layout = new SnapshotsFolder.Layout(parsed, new TimeLayout(TimeLayout.RFC3339));
        return new SnapshotsFolder(fixture.repository(), SnapshotFilter.ALL, layout, SELF, owner);
    }

    /** The one snapshot there is. */
    private Folder only() throws IOException {
        return folder(root(Optional.empty(), "%T"), "2026-01-02T03:04:05Z");
    }

    private static Folder folder(Folder parent, String name) throws IOException {
        return (Folder) find(parent, name);
    }

    private static Entry find(Folder parent, String name) throws IOException {
        return Optional.ofNullable(parent.entries().get(name)).orElseThrow();
    }

    /** Every path down to the snapshots, with the targets of links. */
    private static List<String> paths(Folder root, String above, int levels) throws IOException {
        List<String> paths = new ArrayList<>();
        for (Map.Entry<String, Entry> entry : root.entries().entrySet()) {
            String path = above + entry.getKey();
            switch (entry.getValue()) {
                case Folder folder when levels > 1 -> paths.addAll(paths(folder, path + "/", levels - 1));
                case Entry.Link link -> paths.add(path + " -> " + link.target());
                default -> paths.add(path);
            }
        }
        return paths;
    }

    private ObjectId someTree() throws IOException {
        return fixture.tree(fixture.file("file", "content"));
    }

    @Test
    void snapshots_are_found_where_restic_shows_them() throws IOException {
        snapshot(someTree(), "2026-01-02T03:04:05Z", "vm", "a", "b");
        snapshot(someTree(), "2026-01-02T03:04:05Z", "h/2");
        snapshot(someTree(), "2026-01-03T03:04:05Z", "other", "c");
        Folder root = root(Optional.empty(), "snapshots/%T", "hosts/%h/%T", "tags/%t/%T");
        assertThat(paths(folder(root, "snapshots"), "", 1))
                .containsExactly(
                        "2026-01-02T03:04:05Z",
                        "2026-01-02T03:04:05Z-1",
                        "2026-01-03T03:04:05Z",
                        "latest -> 2026-01-03T03:04:05Z");
        assertThat(paths(folder(root, "hosts"), "", 2))
                .containsExactly(
                        "h/2",
                        "other/2026-01-03T03:04:05Z",
                        "other/latest -> 2026-01-03T03:04:05Z",
                        "vm/2026-01-02T03:04:05Z",
                        "vm/latest -> 2026-01-02T03:04:05Z");
        assertThat(paths(folder(root, "tags"), "", 2))
                .containsExactly(
                        "a/2026-01-02T03:04:05Z",
                        "a/latest -> 2026-01-02T03:04:05Z",
                        "b/2026-01-02T03:04:05Z",
                        "b/latest -> 2026-01-02T03:04:05Z",
                        "c/2026-01-03T03:04:05Z",
                        "c/latest -> 2026-01-03T03:04:05Z");
    }

    @Test
    void ids_have_no_latest() throws IOException {
        snapshot(someTree(), "2026-01-02T03:04:05Z", "vm");
        ObjectId id = fixture.repository().snapshots().listIds().getFirst();
        assertThat(paths(root(Optional.empty(), "ids/%i"), "", 2)).containsExactly("ids/" + id.shortHex());
    }

    @Test
    void folders_are_there_without_snapshots_too() throws IOException {
        assertThat(paths(root(Optional.empty(), PathTemplate.USUAL.toArray(String[]::new)), "", 1))
                .containsExactly("hosts", "ids", "snapshots", "tags");
    }

    @Test
    void a_host_with_a_misleading_name_leads_nowhere_else() throws IOException {
        snapshot(someTree(), "2026-01-02T03:04:05Z", "../..");
        assertThat(paths(root(Optional.empty(), "hosts/%h/%i"), "", 3))
                .singleElement()
                .asString()
                .startsWith("hosts/__/__");
    }

    @Test
    void a_name_that_cannot_be_in_a_folder_is_left_out() throws IOException {
        Node escape = fixture.file("../escape", "x");
        Node slash = fixture.file("a/b", "x");
        snapshot(fixture.tree(escape, slash, fixture.file("good", "x")), "2026-01-02T03:04:05Z", "vm");
        assertThat(only().entries()).containsOnlyKeys("good");
    }

    @Test
    void attributes_are_those_that_were_backed_up() throws IOException {
        Node file = fixture.file("file", "content").toBuilder()
                .mode(0640)
                .uid(7)
                .gid(8)
                .mtime(OffsetDateTime.parse("2020-02-03T04:05:06.789Z"))
                .build();
        snapshot(fixture.tree(file), "2026-01-02T03:04:05Z", "vm");
        Attributes attributes = find(only(), "file").attributes();
        assertThat(attributes.mode()).isEqualTo(0100640);
        assertThat(attributes.uid()).isEqualTo(7);
        assertThat(attributes.gid()).isEqualTo(8);
        assertThat(attributes.size()).isEqualTo(7);
        assertThat(attributes.mtime()).isEqualTo("2020-02-03T04:05:06.789Z");
    }

    @Test
    void one_owner_can_stand_for_all() throws IOException {
        Node file = fixture.file("file", "content").toBuilder().uid(7).gid(8).build();
        snapshot(fixture.tree(file), "2026-01-02T03:04:05Z", "vm");
        Folder root = root(Optional.of(Owner.ROOT), "%T");
        assertThat(root.attributes().uid()).isEqualTo(1);
        assertThat(find(folder(root, "2026-01-02T03:04:05Z"), "file")
                        .attributes()
                        .uid())
                .isZero();
    }

    @Test
    void each_kind_of_node_is_of_its_kind() throws IOException {
        Node link = Node.builder("link", NodeType.SYMLINK)
                .mode(0x8000_0000 >>> 4 | 0777)
                .linkTarget("tärget")
                .build();
        Node pipe = Node.builder("pipe", NodeType.FIFO).mode(0600).build();
        snapshot(fixture.tree(dir("dir", someTree()), link, pipe), "2026-01-02T03:04:05Z", "vm");
        assertThat(find(only(), "dir")).isInstanceOf(Folder.class);
        assertThat(find(only(), "link")).isInstanceOfSatisfying(Entry.Link.class, found -> {
            assertThat(found.target()).isEqualTo("tärget");
            assertThat(found.attributes().size()).isEqualTo(7);
        });
        assertThat(find(only(), "pipe").attributes().mode()).isEqualTo(0010600);
    }

    @Test
    void content_can_be_read_at_any_position() throws IOException {
        RandomData data = new RandomData(3);
        byte[][] pieces = {data.bytes(1000), new byte[0], data.bytes(1), data.bytes(70_000), data.bytes(333)};
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            whole.write(piece);
        }
        byte[] expected = whole.toByteArray();
        snapshot(fixture.tree(fixture.file("file", pieces)), "2026-01-02T03:04:05Z", "vm");
        OpenContent content = ((ContentFile) find(only(), "file")).open();
        assertThat(content.length()).isEqualTo(expected.length);
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            int position = random.nextInt(expected.length + 10);
            ByteBuffer buffer = ByteBuffer.allocate(random.nextInt(3000));
            int count = content.read(position, buffer);
            int end = Math.min(expected.length, position + buffer.capacity());
            assertThat(count).isEqualTo(Math.max(0, end - position));
            assertThat(Arrays.copyOf(buffer.array(), count))
                    .isEqualTo(position >= end ? new byte[0] : Arrays.copyOfRange(expected, position, end));
        }
    }

    @Test
    void content_that_is_lost_is_told_when_the_file_is_opened() throws IOException {
        Node file = Node.builder("file", NodeType.FILE)
                .content(List.of(ObjectId.of("gone".getBytes(StandardCharsets.UTF_8))))
                .build();
        snapshot(fixture.tree(file), "2026-01-02T03:04:05Z", "vm");
        ContentFile found = (ContentFile) find(only(), "file");
        assertThatThrownBy(found::open).hasMessageContaining("is not in the index");
    }
}
