package dev.coffer.engine.prune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.index.IndexedPack;
import dev.coffer.testing.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Of any plan for any repository. */
class PrunePlanPropertiesTest {

    private static final String LETTERS = "abcdefghijklmnopqrstABCDE";

    @Seeds(500)
    void every_needed_blob_is_kept_or_copied_and_nothing_is_copied_without_need(long seed) throws CorruptData {
        Random random = new Random(seed);
        LetterPacks packs = new LetterPacks(randomPacks(random));
        Set<BlobHandle> known = new HashSet<>();
        packs.index().forEach((_, blob) -> known.add(blob.handle()));
        String needed = LETTERS.chars()
                .filter(letter -> known.contains(LetterPacks.blob((char) letter)) && random.nextBoolean())
                .mapToObj(Character::toString)
                .collect(Collectors.joining());

        PrunePlan plan = plan(random, packs, packs.set(needed));

        Set<BlobHandle> kept = blobs(packs, plan.packsTo(PackAction.KEEP));
        List<BlobHandle> copied = new ArrayList<>();
        for (IndexedPack pack : plan.copies(packs.index())) {
            assertThat(plan.packsTo(PackAction.REPACK)).contains(pack.pack());
            pack.blobs().forEach(blob -> copied.add(blob.handle()));
        }
        assertThat(copied).doesNotHaveDuplicates().noneMatch(kept::contains).hasSize(plan.blobsToCopy());
        for (char letter : needed.toCharArray()) {
            assertThat(kept.contains(LetterPacks.blob(letter)) || copied.contains(LetterPacks.blob(letter)))
                    .as("%s is still there", letter)
                    .isTrue();
        }
        assertThat(copied).hasSizeLessThanOrEqualTo(needed.length());
        assertThat(plan.statistics().used().blobs()).isEqualTo(needed.length());
    }

    /** With many copies, now and then a pack that consists of nothing else. */
    private static String[] randomPacks(Random random) {
        List<String> packs = new ArrayList<>();
        int count = 1 + random.nextInt(20);
        while (packs.size() < count) {
            StringBuilder pack = new StringBuilder();
            for (int blobs = 1 + random.nextInt(6); blobs > 0; blobs--) {
                pack.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            packs.add(pack.toString());
        }
        return packs.toArray(String[]::new);
    }

    private static PrunePlan plan(Random random, LetterPacks packs, IndexedBlobSet needed) throws CorruptData {
        List<PackUsage> usages = UsageCount.of(packs.index(), needed);
        Map<ObjectId, Long> stored = new HashMap<>();
        for (PackUsage usage : usages) {
            if (usage.isUsed() || random.nextBoolean()) {
                stored.put(usage.pack(), usage.size());
            }
        }
        List<PlannedPack> decided = new PackDecisions(randomOptions(random), true).decide(usages, stored);
        assertThat(decided).hasSameSizeAs(usages);
        return PrunePlan.of(packs.index(), needed, decided, true);
    }

    private static PruneOptions randomOptions(Random random) {
        return new PruneOptions(
                new UnusedLimit.Bytes(random.nextInt(1500)),
                random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(4000)),
                random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(700)),
                random.nextBoolean(),
                random.nextBoolean());
    }

    private static Set<BlobHandle> blobs(LetterPacks packs, Set<ObjectId> wanted) {
        Set<BlobHandle> blobs = new HashSet<>();
        packs.index().forEach((pack, blob) -> {
            if (wanted.contains(pack)) {
                blobs.add(blob.handle());
            }
        });
        return blobs;
    }
}
