package dev.coffer.engine.prune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.pack.PackedBlob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Packs are given as words, each letter a data blob of 100 bytes, or a tree if it is a capital one. */
class UsageCountTest {

    private static final int LENGTH = 100;

    private static PackUsage.Content content(String pack) {
        return usages("", pack).getFirst().content();
    }

    /** Of each pack: used, duplicate, unused blobs. */
    private static List<String> counts(String needed, String... packs) {
        return usages(needed, packs).stream()
                .map(pack -> pack.used().blobs() + " " + pack.duplicate().blobs() + " "
                        + pack.unused().blobs())
                .toList();
    }

    private static List<PackUsage> usages(String needed, String... packs) {
        Index index = new Index();
        for (int i = 0; i < packs.length; i++) {
            index.add(ObjectId.of(new byte[] {(byte) i}), blobs(packs[i]));
        }
        IndexedBlobSet used = new IndexedBlobSet(index);
        for (char letter : needed.toCharArray()) {
            assertThat(used.add(blob(letter))).isTrue();
        }
        return UsageCount.of(index, used);
    }

    private static List<PackedBlob> blobs(String letters) {
        List<PackedBlob> blobs = new ArrayList<>();
        for (char letter : letters.toCharArray()) {
            blobs.add(new PackedBlob(blob(letter), (long) blobs.size() * LENGTH, LENGTH, 2 * LENGTH));
        }
        return blobs;
    }

    private static BlobHandle blob(char letter) {
        ObjectId id = ObjectId.of(new byte[] {(byte) letter});
        return Character.isUpperCase(letter) ? BlobHandle.tree(id) : BlobHandle.data(id);
    }

    @Test
    void blobs_are_needed_or_not() {
        assertThat(counts("ac", "abc", "d")).containsExactly("2 0 1", "0 0 1");
    }

    @Test
    void sizes_add_up_to_that_of_the_file() {
        PackUsage usage = usages("a", "ab").getFirst();
        assertThat(usage.headerBytes()).isEqualTo(2 * 41 + 36);
        assertThat(usage.size()).isEqualTo(usage.headerBytes() + 2 * LENGTH);
    }

    @Test
    void packs_hold_data_or_trees_or_both() {
        assertThat(content("ab")).isEqualTo(PackUsage.Content.DATA);
        assertThat(content("AB")).isEqualTo(PackUsage.Content.TREES);
        assertThat(content("aB")).isEqualTo(PackUsage.Content.MIXED);
    }

    @Test
    void of_several_copies_one_is_needed_where_something_else_is_needed_anyway() {
        assertThat(counts("ab", "ax", "ab", "ax")).containsExactly("0 1 1", "2 0 0", "0 1 1");
    }

    @Test
    void a_pack_of_nothing_but_copies_is_what_an_interrupted_prune_has_written() {
        assertThat(counts("ab", "ax", "ab", "bx")).containsExactly("0 1 1", "2 0 0", "0 1 1");
    }

    @Test
    void among_packs_that_are_alike_the_last_copy_is_needed() {
        assertThat(counts("a", "ax", "ay", "az")).containsExactly("0 1 1", "0 1 1", "1 0 1");
    }

    @Test
    void more_copies_than_a_byte_can_count_are_still_one_that_is_needed() {
        String[] packs = new String[300];
        Arrays.fill(packs, "ax");
        assertThat(counts("a", packs)).filteredOn("1 0 1"::equals).hasSize(1);
    }

    @Test
    void several_copies_in_one_pack_are_one_that_is_needed() {
        assertThat(counts("a", "aa")).containsExactly("1 1 0");
    }
}
