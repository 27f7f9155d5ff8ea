package dev.coffer.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.json.GoTime;
import dev.coffer.engine.json.JsonReader;
import dev.coffer.engine.json.JsonWriter;
import dev.coffer.engine.json.MalformedJson;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotCodecTest {

    private static final String TREE = "f593be5507d01f3f789511be1fc5645e8bf41b053d2e763ac41730f9a5586816";

    /** {@code restic cat snapshot}, without its white space. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "restic-0.14-full.json",
                "restic-0.14-plain.json",
                "restic-0.14-tagged.json",
                "restic-0.19-full.json",
                "restic-0.19-plain.json",
                "restic-0.19-tagged.json"
            })
    void a_snapshot_is_written_as_it_was_read(String name) throws Exception {
        byte[] content = golden(name);

        assertThat(encoded(SnapshotCodec.decode(content))).isEqualTo(new String(content, StandardCharsets.UTF_8));
    }

    @Test
    void all_members_stand_in_their_order() {
        Snapshot snapshot = Snapshot.builder(OffsetDateTime.parse("2024-05-06T07:08:09.5+02:00"), ObjectId.parse(TREE))
                .parent(ObjectId.of(new byte[0]))
                .paths(List.of("/a"))
                .hostname("h")
                .username("u")
                .uid(4_294_967_295L)
                .gid(1)
                .excludes(List.of("x"))
                .tags(List.of("t"))
                .original(ObjectId.parse(TREE))
                .programVersion("coffer 1")
                .build();

        assertThat(encoded(snapshot))
                .isEqualTo("{\"time\":\"2024-05-06T07:08:09.5+02:00\",\"parent\":"
                        + "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\",\"tree\":\"" + TREE
                        + "\",\"paths\":[\"/a\"],\"hostname\":\"h\",\"username\":\"u\",\"uid\":4294967295,\"gid\":1,"
                        + "\"excludes\":[\"x\"],\"tags\":[\"t\"],\"original\":\"" + TREE
                        + "\",\"program_version\":\"coffer 1\"}");
    }

    @Test
    void what_is_empty_is_left_out_except_for_paths() {
        assertThat(encoded(Snapshot.builder(GoTime.ZERO, ObjectId.parse(TREE)).build()))
                .isEqualTo("{\"time\":\"0001-01-01T00:00:00Z\",\"tree\":\"" + TREE + "\",\"paths\":[]}");
    }

    @Test
    void members_of_rustic_are_kept() throws Exception {
        String rustic = "{\"time\":\"2024-01-01T00:00:00Z\",\"program_version\":\"rustic 0.9\",\"parents\":[\"" + TREE
                + "\"],\"tree\":\"" + TREE
                + "\",\"label\":\"l\",\"paths\":[],\"tags\":null,\"delete\":{\"After\":\"2025\"},"
                + "\"summary\":{\"files_new\":3,\"command\":\"rustic backup\",\"backup_duration\":0.25,\"data_added\":7}}";

        Snapshot snapshot = SnapshotCodec.decode(rustic.getBytes(StandardCharsets.UTF_8));

        assertThat(snapshot.extra()).containsOnlyKeys("parents", "label", "delete");
        assertThat(snapshot.tags()).isEmpty();
        SnapshotSummary summary = Objects.requireNonNull(snapshot.summary());
        assertThat(summary.filesNew()).isEqualTo(3);
        assertThat(summary.dataAdded()).isEqualTo(7);
        assertThat(summary.extra()).containsEntry("backup_duration", "0.25");
        assertThat(encoded(snapshot))
                .endsWith("\"total_bytes_processed\":0,\"command\":\"rustic backup\",\"backup_duration\":0.25},"
                        + "\"parents\":[\"" + TREE + "\"],\"label\":\"l\",\"delete\":{\"After\":\"2025\"}}");
        assertThat(SnapshotCodec.decode(SnapshotCodec.encode(snapshot))).isEqualTo(snapshot);
    }

    @Test
    void lists_show_the_id_behind_the_snapshot() throws Exception {
        String list = new String(golden("restic-0.19-list.json"), StandardCharsets.UTF_8);
        JsonReader json = new JsonReader(golden("restic-0.19-list.json"));
        JsonWriter written = new JsonWriter().beginArray();

        json.beginArray();
        while (json.hasNext()) {
            String element = json.nextRaw();
            SnapshotCodec.write(withoutId(element), written);
        }

        assertThat(written.endArray()).hasToString(list);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"tree\":null}",
                "{\"tree\":\"12\"}",
                "{\"tree\":\"" + TREE + "\"}x",
                "{\"tree\":\"" + TREE + "\",\"paths\":\"/\"}",
                "{\"tree\":\"" + TREE + "\",\"uid\":-1}",
                "{\"tree\":\"" + TREE + "\",\"time\":\"now\"}",
                "{\"tree\":\"" + TREE + "\",\"summary\":{\"files_new\":\"1\"}}"
            })
    void what_is_no_snapshot_is_refused(String text) {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> SnapshotCodec.decode(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damaged_snapshots_are_read_or_refused(long seed) throws Exception {
        Random random = new Random(seed);
        byte[] content = golden("restic-0.19-full.json");
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] damaged = content.clone();
            damaged[random.nextInt(content.length)] = (byte) random.nextInt(0x100);
            refused += isRefused(damaged) ? 1 : 0;
        }
        assertThat(refused).isBetween(1, 999);
    }

    private static boolean isRefused(byte[] content) {
        try {
            SnapshotCodec.decode(content);
            return false;
        } catch (MalformedJson expected) {
            return true;
        }
    }

    private static StoredSnapshot withoutId(String element) throws MalformedJson {
        Snapshot listed = SnapshotCodec.decode(element.getBytes(StandardCharsets.UTF_8));
        String id = Objects.requireNonNull(listed.extra().get("id")).replace("\"", "");
        return new StoredSnapshot(
                ObjectId.parse(id),
                listed.toBuilder().extra(new LinkedHashMap<>()).build());
    }

    private static String encoded(Snapshot snapshot) {
        return new String(SnapshotCodec.encode(snapshot), StandardCharsets.UTF_8);
    }

    private static byte[] golden(String name) throws Exception {
        try (InputStream resource = SnapshotCodecTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        }
    }
}
