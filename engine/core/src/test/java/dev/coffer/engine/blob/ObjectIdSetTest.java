package dev.coffer.engine.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectIdSetTest {

    private final ObjectIdSet set = new ObjectIdSet();

    @Test
    void an_id_is_new_once() {
        ObjectId id = new ObjectId(1, 2, 3, 4);
        assertThat(set.add(id)).isTrue();
        assertThat(set.add(id)).isFalse();
        assertThat(set.size()).isEqualTo(1);
    }

    @Test
    void the_null_id_is_an_id_like_others() {
        ObjectId nullId = new ObjectId(0, 0, 0, 0);
        assertThat(set.contains(nullId)).isFalse();
        assertThat(set.add(nullId)).isTrue();
        assertThat(set.contains(nullId)).isTrue();
        assertThat(set.remove(nullId)).isTrue();
        assertThat(set.isEmpty()).isTrue();
    }

    /** Few distinct first words make long runs of colliding ids. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void behaves_like_a_set_of_the_library(long seed) {
        Random random = new Random(seed);
        Set<ObjectId> expected = new HashSet<>();
        for (int step = 0; step < 3000; step++) {
            ObjectId id = new ObjectId(random.nextInt(70), 0, random.nextInt(10), 0);
            if (random.nextInt(3) == 0) {
                assertThat(set.remove(id)).isEqualTo(expected.remove(id));
            } else {
                assertThat(set.add(id)).isEqualTo(expected.add(id));
            }
            assertThat(set.size()).isEqualTo(expected.size());
        }
        Set<ObjectId> actual = new HashSet<>();
        set.forEach(actual::add);
        assertThat(actual).isEqualTo(expected);
    }
}
