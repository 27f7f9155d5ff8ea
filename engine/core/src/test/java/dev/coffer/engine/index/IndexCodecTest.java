package dev.coffer.engine.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.pack.PackedBlob;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndexCodecTest {

    private static final String PACK = "73".repeat(32);
    private static final String DATA = "9d".repeat(32);
    private static final String TREE = "3e".repeat(32);

    private static final IndexedPack EXAMPLE = new IndexedPack(
            ObjectId.parse(PACK),
            List.of(
                    new PackedBlob(BlobHandle.data(ObjectId.parse(DATA)), 0, 38, 0),
                    new PackedBlob(BlobHandle.tree(ObjectId.parse(TREE)), 38, 112, 511)));

    private static final String DOCUMENT = "{\"packs\":[{\"id\":\"" + PACK + "\",\"blobs\":["
            + "{\"id\":\"" + DATA + "\",\"type\":\"data\",\"offset\":0,\"length\":38},"
            + "{\"id\":\"" + TREE + "\",\"type\":\"tree\",\"offset\":38,\"length\":112,\"uncompressed_length\":511}"
            + "]}]}\n";

    @Test
    void is_written_as_restic_writes_it() throws Exception {
        assertThat(encode(List.of(EXAMPLE))).isEqualTo(DOCUMENT);
    }

    @Test
    void reads_what_it_writes() throws Exception {
        assertThat(decode(DOCUMENT)).containsExactly(EXAMPLE);
    }

    @Test
    void a_document_longer_than_its_parts_is_whole() throws Exception {
        List<IndexedPack> packs = IntStream.range(0, 20)
                .mapToObj(pack -> new IndexedPack(ObjectId.of(new byte[] {(byte) pack}), manyBlobs()))
                .toList();
        assertThat(decode(encode(packs))).isEqualTo(packs);
    }

    private static List<PackedBlob> manyBlobs() {
        return IntStream.range(0, 700)
                .mapToObj(blob -> new PackedBlob(BlobHandle.data(ObjectId.parse(DATA)), 100L * blob, 100, 0))
                .toList();
    }

    @Test
    void fields_of_other_programs_are_passed_over() throws Exception {
        String foreign = DOCUMENT.replace("{\"packs\"", "{\"packs_to_delete\":[{\"id\":\"" + DATA + "\"}],\"packs\"")
                .replace("\"blobs\"", "\"time\":\"2026-01-01T00:00:00Z\",\"size\":99,\"blobs\"");
        assertThat(decode(foreign)).containsExactly(EXAMPLE);
    }

    @Test
    void packs_that_are_to_go_are_marked_in_a_document_that_lists_none() throws Exception {
        PackMark mark = new PackMark(ObjectId.parse(PACK), Instant.parse("2026-01-31T12:00:00.5Z"));
        byte[] document = IndexCodec.encodeMarks(List.of(mark));
        assertThat(new String(document, UTF_8))
                .isEqualTo("{\"packs\":[],\"coffer_leaving\":[{\"id\":\"" + PACK
                        + "\",\"since\":\"2026-01-31T12:00:00.5Z\"}]}\n");
        assertThat(file(document)).isEqualTo(new IndexFile(List.of(), List.of(mark)));
    }

    @Test
    void an_index_without_packs_is_empty() throws Exception {
        assertThat(decode("{\"packs\":null}")).isEmpty();
        assertThat(decode("{}")).isEmpty();
    }

    @Test
    void impossible_places_are_refused() {
        assertThatThrownBy(() -> decode(DOCUMENT.replace("\"offset\":38", "\"offset\":-1")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> decode(DOCUMENT.replace("\"length\":112", "\"length\":99999999999")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> decode(DOCUMENT.replace("\"tree\"", "\"shrub\"")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_document_that_ends_early_is_refused() {
        assertThatThrownBy(() -> decode(DOCUMENT.substring(0, DOCUMENT.length() - 4)))
                .isInstanceOf(IOException.class);
    }

    private static List<IndexedPack> decode(String document) throws IOException {
        return file(document.getBytes(UTF_8)).packs();
    }

    private static IndexFile file(byte[] document) throws IOException {
        IndexFile file = new IndexFile(new ArrayList<>(), new ArrayList<>());
        IndexCodec.decode(new ByteArrayInputStream(document), new IndexCodec.Sink() {
            @Override
            public void pack(IndexedPack pack) {
                file.packs().add(pack);
            }

            @Override
            public void mark(PackMark mark) {
                file.marks().add(mark);
            }
        });
        return file;
    }

    private static String encode(List<IndexedPack> packs) throws IOException {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        IndexCodec.encode(packs, document);
        return document.toString(UTF_8);
    }
}
