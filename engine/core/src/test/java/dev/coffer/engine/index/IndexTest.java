package dev.coffer.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.pack.PackedBlob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void knows_every_place_whatever_the_order_the_gaps_and_the_number_of_lists(long seed) {
        Random random = new Random(seed);
        Map<ObjectId, List<PackedBlob>> listed = new HashMap<>();
        for (int list = 0; list < 300; list++) {
            ObjectId pack = id(random.nextInt(100));
            List<PackedBlob> blobs = randomBlobs(random);
            index.add(pack, blobs);
            listed.computeIfAbsent(pack, _ -> new ArrayList<>()).addAll(blobs);
        }
        listed.forEach((pack, blobs) -> blobs.forEach(
                blob -> assertThat(index.lookupAll(blob.handle())).contains(new BlobLocation(pack, blob))));
        index.forEachPack(pack -> assertThat(pack.blobs())
                .containsExactlyInAnyOrderElementsOf(new HashSet<>(listed.get(pack.pack())))
                .isSortedAccordingTo(Comparator.comparingLong(PackedBlob::offset)));
    }

    /** Back to back, but for a gap now and then, which a pack listed in parts has; shuffled half of the time. */
    private static List<PackedBlob> randomBlobs(Random random) {
        List<PackedBlob> blobs = new ArrayList<>();
        long offset = random.nextInt(3) * 1000L;
        for (int i = random.nextInt(200); i > 0; i--) {
            ObjectId id = id(random.nextInt(20_000));
            BlobHandle handle = random.nextBoolean() ? BlobHandle.data(id) : BlobHandle.tree(id);
            PackedBlob blob = new PackedBlob(handle, offset, 33 + random.nextInt(1000), random.nextInt(2000));
            blobs.add(blob);
            offset = random.nextInt(10) == 0 ? blob.end() + random.nextInt(100) : blob.end();
        }
        if (random.nextBoolean()) {
            Collections.shuffle(blobs, random);
        }
        return blobs;
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
