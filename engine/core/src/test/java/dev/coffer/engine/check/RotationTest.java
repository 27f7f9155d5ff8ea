package dev.coffer.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.BadRequest;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {

    private final Random random = new Random(7);
    private final VerifiedPacks verified = new VerifiedPacks();
    private final Map<ObjectId, Long> packs = new LinkedHashMap<>();

    private ObjectId addPack(long size) {
        ObjectId id = new ObjectId(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
        packs.put(id, size);
        return id;
    }

    private List<ObjectId> choose(int count) {
        return new PackSelection(random, verified).choose(new DataSubset.Oldest(count), packs);
    }

    @Test
    void packs_never_verified_come_first_and_then_the_oldest() {
        ObjectId yesterday = addPack(100);
        ObjectId longAgo = addPack(100);
        ObjectId never = addPack(100);
        verified.note(yesterday, Instant.ofEpochSecond(2_000_000));
        verified.note(longAgo, Instant.ofEpochSecond(1_000_000));
        assertThat(choose(3)).containsExactly(never);
        assertThat(choose(2)).containsExactly(never, longAgo);
        assertThat(choose(1)).containsExactly(never, longAgo, yesterday);
    }

    @Test
    void so_many_checks_read_everything_even_while_the_repository_grows_a_little() {
        for (int i = 0; i < 100; i++) {
            addPack(1 + random.nextInt(10_000));
        }
        Set<ObjectId> atFirst = new HashSet<>(packs.keySet());
        Set<ObjectId> read = new HashSet<>();
        for (int day = 0; day < 30; day++) {
            for (ObjectId pack : choose(30)) {
                verified.note(pack, Instant.ofEpochSecond(1_000_000 + day));
                read.add(pack);
            }
            addPack(1 + random.nextInt(1_000));
        }
        assertThat(read).containsAll(atFirst);
    }

    @Test
    void nothing_is_chosen_from_nothing() {
        assertThat(choose(30)).isEmpty();
    }

    @Test
    void the_record_reads_back() {
        verified.note(addPack(1), Instant.ofEpochSecond(1_700_000_000));
        verified.note(addPack(1), Instant.ofEpochSecond(0));
        assertThat(VerifiedPacks.parse(verified.lines()).lines())
                .isEqualTo(verified.lines())
                .hasSize(2);
    }

    @Test
    void lines_that_mean_nothing_are_passed_over() {
        assertThat(VerifiedPacks.parse(List.of("", "abc 12", "f".repeat(64) + " tomorrow"))
                        .lines())
                .isEmpty();
    }

    @Test
    void packs_that_are_gone_are_forgotten() {
        ObjectId stays = addPack(1);
        verified.note(stays, Instant.EPOCH);
        verified.note(new ObjectId(1, 2, 3, 4), Instant.EPOCH);
        verified.retain(packs.keySet());
        assertThat(verified.lines()).singleElement().asString().startsWith(stays.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "2/30", "1/0", "1/x", "1/9999999"})
    void a_share_is_one_of_so_many(String text) {
        assertThatThrownBy(() -> DataSubset.parseRotation(text)).isInstanceOf(BadRequest.class);
    }
}
