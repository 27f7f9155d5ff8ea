package dev.coffer.engine.prune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.prune.PackUsage.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PackDecisionsTest {

    private static final long BIG = 16 << 20;
    private static final long SMALL = 1 << 20;

    private final List<PackUsage> indexed = new ArrayList<>();
    private final Map<ObjectId, Long> stored = new HashMap<>();

    private PackUsage pack(Content content, long usedBytes, long unusedBytes, boolean uncompressed) {
        ObjectId id = ObjectId.of(new byte[] {(byte) indexed.size()});
        PackUsage pack = new PackUsage(id, content, sum(usedBytes), BlobSum.NONE, sum(unusedBytes), 0, uncompressed);
        indexed.add(pack);
        stored.put(id, pack.size());
        return pack;
    }

    private static BlobSum sum(long bytes) {
        return new BlobSum(bytes > 0 ? 1 : 0, bytes);
    }

    private PackUsage data(long usedBytes, long unusedBytes) {
        return pack(Content.DATA, usedBytes, unusedBytes, false);
    }

    private void small(int count) {
        for (int i = 0; i < count; i++) {
            data(SMALL, 0);
        }
    }

    private List<PackReason> reasons(PruneOptions options) throws CorruptData {
        List<PlannedPack> decided = new PackDecisions(options, true).decide(indexed, stored);
        Map<ObjectId, PackReason> reasons = new HashMap<>();
        decided.forEach(pack -> reasons.put(pack.pack(), pack.reason()));
        assertThat(reasons).hasSameSizeAs(decided);
        return indexed.stream().map(pack -> reasons.get(pack.pack())).toList();
    }

    private static PruneOptions options(long maxUnused, long maxRepack, boolean onlyCacheable, boolean uncompressed) {
        return new PruneOptions(
                new UnusedLimit.Bytes(maxUnused),
                OptionalLong.of(maxRepack),
                OptionalLong.empty(),
                onlyCacheable,
                uncompressed);
    }

    private static PruneOptions options(long maxUnused) {
        return options(maxUnused, Long.MAX_VALUE, false, false);
    }

    @Test
    void what_is_needed_is_kept_and_what_is_not_is_removed() throws CorruptData {
        data(BIG, 0);
        data(0, BIG);
        assertThat(reasons(PruneOptions.USUAL)).containsExactly(PackReason.FULLY_USED, PackReason.UNUSED);
    }

    @Test
    void the_packs_with_most_to_gain_are_rewritten_until_little_enough_is_not_needed() throws CorruptData {
        data(BIG, 3);
        data(BIG, 5);
        data(BIG, 2);
        assertThat(reasons(options(6)))
                .containsExactly(PackReason.TOLERATED, PackReason.PARTLY_USED, PackReason.TOLERATED);
    }

    @Test
    void a_limit_that_is_reached_exactly_is_not_met() throws CorruptData {
        data(BIG, 5);
        assertThat(reasons(options(5))).containsExactly(PackReason.PARTLY_USED);
    }

    @Test
    void trees_are_rewritten_however_little_there_is_to_gain() throws CorruptData {
        pack(Content.TREES, BIG, 1, false);
        assertThat(reasons(options(BIG))).containsExactly(PackReason.PARTLY_USED);
    }

    @Test
    void ten_small_packs_are_joined_and_fewer_are_not() throws CorruptData {
        data(BIG, 0);
        small(9);
        assertThat(reasons(PruneOptions.USUAL)).endsWith(PackReason.FEW_SMALL).doesNotContain(PackReason.SMALL);
        small(1);
        assertThat(reasons(PruneOptions.USUAL))
                .startsWith(PackReason.FULLY_USED)
                .endsWith(PackReason.SMALL);
    }

    /** Of 100 packs the fourth smallest is the measure, if it has 4 MiB. */
    @Test
    void what_is_small_depends_on_what_is_usual() throws CorruptData {
        for (int i = 0; i < 100; i++) {
            data(i < 4 ? 2 * BIG : 3 * BIG, 0);
        }
        assertThat(reasons(PruneOptions.USUAL)).containsOnly(PackReason.FULLY_USED);
        small(10);
        assertThat(reasons(PruneOptions.USUAL))
                .filteredOn(PackReason.SMALL::equals)
                .hasSize(10);
    }

    @Test
    void packs_with_both_kinds_of_blobs_are_always_rewritten() throws CorruptData {
        pack(Content.MIXED, BIG, 0, false);
        assertThat(reasons(options(BIG, Long.MAX_VALUE, true, false))).containsExactly(PackReason.MIXED);
    }

    @Test
    void uncompressed_trees_are_rewritten_and_uncompressed_data_if_that_is_wanted() throws CorruptData {
        pack(Content.TREES, BIG, 0, true);
        pack(Content.DATA, BIG, 0, true);
        assertThat(reasons(options(0))).containsExactly(PackReason.UNCOMPRESSED, PackReason.FULLY_USED);
        assertThat(reasons(options(0, Long.MAX_VALUE, false, true))).containsOnly(PackReason.UNCOMPRESSED);
    }

    @Test
    void nothing_is_compressed_where_that_is_impossible() throws CorruptData {
        pack(Content.TREES, BIG, 0, true);
        assertThat(new PackDecisions(PruneOptions.USUAL, false).decide(indexed, stored))
                .extracting(PlannedPack::reason)
                .containsExactly(PackReason.FULLY_USED);
    }

    @Test
    void packs_that_no_cache_holds_are_left_alone_if_that_is_wanted() throws CorruptData {
        data(BIG, BIG);
        data(0, BIG);
        pack(Content.TREES, BIG, BIG, false);
        assertThat(reasons(options(0, Long.MAX_VALUE, true, false)))
                .containsExactly(PackReason.NOT_CACHEABLE, PackReason.UNUSED, PackReason.PARTLY_USED);
    }

    @Test
    void less_is_rewritten_than_the_most_that_may_be() throws CorruptData {
        data(BIG, 1);
        data(BIG, 2);
        long both = 2 * BIG + 3;
        assertThat(reasons(options(0, both, false, false)))
                .containsExactly(PackReason.REPACK_LIMIT, PackReason.PARTLY_USED);
        assertThat(reasons(options(0, both + 1, false, false))).containsOnly(PackReason.PARTLY_USED);
    }

    @Test
    void a_missing_pack_that_is_not_needed_is_forgotten() throws CorruptData {
        stored.remove(data(0, BIG).pack());
        assertThat(reasons(PruneOptions.USUAL)).containsExactly(PackReason.MISSING);
    }

    @Test
    void an_unneeded_pack_may_have_any_size() throws CorruptData {
        stored.put(data(0, BIG).pack(), 1L);
        assertThat(reasons(PruneOptions.USUAL)).containsExactly(PackReason.UNUSED);
    }
}
