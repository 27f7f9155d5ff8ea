package dev.coffer.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.check.PackParts.Part;
import dev.coffer.engine.pack.PackedBlob;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackPartsTest {

    private static final int HEADER = 100;
    private static final int PART = 2 << 20;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void parts_follow_each_other_from_the_first_byte_to_the_last(long seed) {
        Random random = new Random(seed);
        List<PackedBlob> blobs = new ArrayList<>();
        long end = 0;
        while (end < 30 << 20) {
            PackedBlob blob = blob(end, 1 + random.nextInt(5 << 20));
            blobs.add(blob);
            end = blob.end();
        }
        Collections.shuffle(blobs, random);
        PackParts parts = new PackParts(blobs, end + HEADER, PART);
        long at = 0;
        List<PackedBlob> inParts = new ArrayList<>();
        for (Part part : parts.inOrder()) {
            assertThat(part.start()).isEqualTo(at);
            assertThat(part.blobs())
                    .allSatisfy(blob -> assertThat(blob.offset()).isGreaterThanOrEqualTo(part.start()));
            assertThat(part.length() <= PART || part.blobs().size() == 1).isTrue();
            inParts.addAll(part.blobs());
            at = part.end();
        }
        assertThat(at).isEqualTo(end + HEADER);
        assertThat(inParts).containsExactlyInAnyOrderElementsOf(blobs);
        assertThat(parts.overlapping()).isEmpty();
        assertThat(parts.outside()).isEmpty();
    }

    @Test
    void the_header_is_a_part_of_its_own() {
        PackParts parts = new PackParts(List.of(blob(0, 10), blob(10, 20)), 30 + HEADER, PART);
        assertThat(parts.inOrder()).hasSize(2).last().isEqualTo(new Part(30, 30 + HEADER, List.of()));
        assertThat(parts.longest()).isEqualTo(HEADER);
    }

    @Test
    void blobs_that_cannot_all_be_where_the_index_says_stand_apart() {
        PackedBlob first = blob(0, 10);
        PackedBlob within = blob(5, 10);
        PackedBlob behind = blob(20, 100);
        PackParts parts = new PackParts(List.of(behind, within, first), 30, PART);
        assertThat(parts.inOrder()).containsExactly(new Part(0, 10, List.of(first)), new Part(10, 30, List.of()));
        assertThat(parts.overlapping()).containsExactly(new Part(5, 15, List.of(within)));
        assertThat(parts.outside()).containsExactly(behind);
    }

    @Test
    void the_longest_part_may_be_a_blob_that_stands_apart() {
        PackParts parts = new PackParts(List.of(blob(0, 10), blob(5, 200)), 210, PART);
        assertThat(parts.longest()).isEqualTo(200);
    }

    private static PackedBlob blob(long offset, int length) {
        return new PackedBlob(BlobHandle.data(ObjectId.of(new byte[] {1})), offset, length, 0);
    }
}
