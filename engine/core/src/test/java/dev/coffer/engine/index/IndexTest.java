package dev.coffer.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.pack.PackedBlob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndexTest {

    private static final ObjectId PACK_1 = id(1);
    private static final ObjectId PACK_2 = id(2);

    private final Index index = new Index();

    @Test
    void tells_where_a_blob_is() {
        PackedBlob blob = new PackedBlob(BlobHandle.data(id(10)), 0xFFFF_0000L, 100, 200);
        index.add(PACK_1, List.of(blob));
        assertThat(index.lookup(blob.handle())).contains(new BlobLocation(PACK_1, blob));
    }

    @Test
    void a_tree_and_a_data_blob_of_equal_content_are_two_blobs() {
        index.add(PACK_1, List.of(new PackedBlob(BlobHandle.data(id(10)), 0, 100, 0)));
        assertThat(index.contains(BlobHandle.data(id(10)))).isTrue();
        assertThat(index.contains(BlobHandle.tree(id(10)))).isFalse();
    }

    @Test
    void all_copies_of_a_blob_are_known_the_first_one_first() {
        PackedBlob here = new PackedBlob(BlobHandle.tree(id(10)), 0, 100, 0);
        PackedBlob there = new PackedBlob(BlobHandle.tree(id(10)), 700, 90, 500);
        index.add(PACK_1, List.of(here));
        index.add(PACK_2, List.of(there));
        assertThat(index.lookupAll(here.handle()))
                .containsExactly(new BlobLocation(PACK_1, here), new BlobLocation(PACK_2, there));
    }

    @Test
    void a_blob_is_kept_if_it_is_in_a_pack_that_is_not_to_go() {
        PackedBlob blob = new PackedBlob(BlobHandle.data(id(10)), 0, 100, 0);
        index.mark(new PackMark(PACK_1, Instant.EPOCH));
        index.add(PACK_1, List.of(blob));
        assertThat(index.keeps(blob.handle())).isFalse();
        assertThat(index.contains(blob.handle())).isTrue();
        index.add(PACK_2, List.of(blob));
        assertThat(index.keeps(blob.handle())).isTrue();
    }

    @Test
    void of_several_marks_the_earliest_counts_and_all_go_with_the_rest() {
        index.mark(new PackMark(PACK_1, Instant.EPOCH.plusSeconds(1)));
        index.mark(new PackMark(PACK_1, Instant.EPOCH));
        index.mark(new PackMark(PACK_1, Instant.EPOCH.plusSeconds(2)));
        assertThat(index.marks()).containsExactly(Map.entry(PACK_1, Instant.EPOCH));
        int epoch = index.epoch();
        index.clear();
        assertThat(index.marks()).isEmpty();
        assertThat(index.epoch()).isNotEqualTo(epoch);
    }

    @Test
    void a_pack_that_several_index_files_list_counts_once() {
        PackedBlob blob = new PackedBlob(BlobHandle.data(id(10)), 0, 100, 0);
        PackedBlob another = new PackedBlob(BlobHandle.data(id(11)), 100, 100, 0);
        index.add(PACK_1, List.of(blob));
        index.add(PACK_1, List.of(blob, another));
        assertThat(index.size()).isEqualTo(2);
        assertThat(index.packs()).containsExactly(PACK_1);
    }

    @Test
    void finds_every_one_of_many_blobs() {
        int count = 50_000;
        for (int i = 0; i < count; i++) {
            index.add(i % 2 == 0 ? PACK_1 : PACK_2, List.of(new PackedBlob(BlobHandle.data(id(i)), i, i + 32, 0)));
        }
        for (int i = 0; i < count; i++) {
            BlobLocation location = index.lookup(BlobHandle.data(id(i))).orElseThrow();
            assertThat(location.blob().offset()).isEqualTo(i);
            assertThat(location.pack()).isEqualTo(i % 2 == 0 ? PACK_1 : PACK_2);
        }
        assertThat(index.lookup(BlobHandle.data(id(count)))).isEmpty();
    }

    @Test
    void lists_packs_with_their_blobs_in_physical_order() {
        PackedBlob first = new PackedBlob(BlobHandle.data(id(10)), 0, 100, 0);
        PackedBlob second = new PackedBlob(BlobHandle.data(id(11)), 100, 100, 0);
        index.add(PACK_1, List.of(second, first));
        index.add(PACK_2, List.of(first));
        List<IndexedPack> packs = new ArrayList<>();
        index.forEachPack(packs::add);
        assertThat(packs)
                .containsExactly(
                        new IndexedPack(PACK_1, List.of(first, second)), new IndexedPack(PACK_2, List.of(first)));
    }

    @Test
    void visits_every_place_of_every_blob() {
        index.add(PACK_1, List.of(new PackedBlob(BlobHandle.data(id(10)), 0, 100, 0)));
        index.add(PACK_2, List.of(new PackedBlob(BlobHandle.data(id(10)), 0, 100, 0)));
        Set<ObjectId> packs = new HashSet<>();
        index.forEach((pack, _) -> packs.add(pack));
        assertThat(packs).containsExactlyInAnyOrder(PACK_1, PACK_2);
    }

    private static ObjectId id(int seed) {
        return ObjectId.of(Integer.toString(seed).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
