package dev.coffer.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSubsetTest {

    private static Map<ObjectId, Long> packs(int count) {
        Map<ObjectId, Long> packs = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            packs.put(ObjectId.of(new byte[] {(byte) i, (byte) (i >> 8)}), 1000L);
        }
        return packs;
    }

    private static List<ObjectId> choose(DataSubset subset, Map<ObjectId, Long> packs) {
        return new PackSelection(new Random(1), new VerifiedPacks()).choose(subset, packs);
    }

    @Test
    void three_forms_are_understood() throws BadRequest {
        assertThat(DataSubset.parse("3/256")).isEqualTo(new DataSubset.Group(3, 256));
        assertThat(DataSubset.parse("2.5%")).isEqualTo(new DataSubset.Percentage(2.5));
        assertThat(DataSubset.parse("10G")).isEqualTo(new DataSubset.Bytes(10L << 30));
        assertThat(DataSubset.parse("7k")).isEqualTo(new DataSubset.Bytes(7 << 10));
        assertThat(DataSubset.parse("42")).isEqualTo(new DataSubset.Bytes(42));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0/5", "6/5", "1/257", "0%", "100.1%", "-1%", "0", "9999999T", "1/2/3", "5P"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> DataSubset.parse(text)).isInstanceOf(BadRequest.class);
    }

    @Test
    void groups_are_disjoint_and_complete() {
        Map<ObjectId, Long> packs = packs(100);
        List<ObjectId> all = new ArrayList<>();
        for (int group = 1; group <= 7; group++) {
            all.addAll(choose(new DataSubset.Group(group, 7), packs));
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(packs.keySet());
    }

    @ParameterizedTest
    @CsvSource({"50,50", "100,100", "1,1", "0.1,1", "99.9,99"})
    void a_percentage_is_of_the_number_of_packs(double percent, int expected) {
        assertThat(choose(new DataSubset.Percentage(percent), packs(100)))
                .hasSize(expected)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"25000,25", "1,1", "1000000,100"})
    void a_size_is_shared_out_evenly(long bytes, int expected) {
        assertThat(choose(new DataSubset.Bytes(bytes), packs(100))).hasSize(expected);
    }

    @Test
    void nothing_is_chosen_from_nothing() {
        assertThat(choose(new DataSubset.Percentage(50), Map.of())).isEmpty();
        assertThat(choose(new DataSubset.Bytes(50), Map.of())).isEmpty();
    }
}
