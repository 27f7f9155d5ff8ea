package dev.coffer.engine.prune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.BlobType;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.errors.RepositoryException.CorruptData;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.pack.PackedBlob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * What restic 0.19.1 decided about random repositories with random options; {@code src/test/golden/prune-decisions.py} has asked
 * it, and tells how the answers are written down.
 */
class ResticPruneDecisionsTest {

    private Index index = new Index();
    private IndexedBlobSet needed = new IndexedBlobSet(index);
    private final List<ObjectId> packs = new ArrayList<>();
    private final Map<String, BlobHandle> blobs = new HashMap<>();
    private int version;
    private int questions;

    @Test
    void the_same_packs_are_kept_rewritten_and_removed() throws IOException {
        for (String line : lines()) {
            List<String> words = List.of(line.split(" "));
            List<String> rest = words.subList(1, words.size());
            switch (words.getFirst()) {
                case "repository" -> begin(Integer.parseInt(rest.getFirst()));
                case "pack" -> addPack(rest);
                case "needed" -> need(rest);
                default ->
                    assertThat(decisions(words.subList(0, words.size() - 1)))
                            .as(line)
                            .isEqualTo(words.getLast());
            }
        }
        assertThat(questions).isGreaterThan(80);
    }

    private void begin(int newVersion) {
        version = newVersion;
        index = new Index();
        packs.clear();
        blobs.clear();
    }

    private void addPack(List<String> words) {
        BlobType type = BlobType.valueOf(words.getFirst().toUpperCase(Locale.ROOT));
        List<PackedBlob> content = new ArrayList<>();
        long offset = 0;
        for (String word : words.subList(1, words.size())) {
            String[] parts = word.replace("u", "").split(":");
            BlobHandle blob = new BlobHandle(type, id("blob " + parts[0]));
            blobs.put(parts[0], blob);
            int length = Integer.parseInt(parts[1]);
            content.add(new PackedBlob(blob, offset, length, word.endsWith("u") ? 0 : length));
            offset += length;
        }
        packs.add(id("pack " + packs.size()));
        index.add(packs.getLast(), content);
    }

    private static ObjectId id(String text) {
        return ObjectId.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private void need(List<String> numbers) {
        needed = new IndexedBlobSet(index);
        numbers.forEach(number -> assertThat(needed.add(Objects.requireNonNull(blobs.get(number))))
                .isTrue());
    }

    private String decisions(List<String> words) throws CorruptData {
        questions++;
        List<PackUsage> usages = UsageCount.of(index, needed);
        Map<ObjectId, Long> stored = new HashMap<>();
        usages.forEach(pack -> stored.put(pack.pack(), pack.size()));
        Map<ObjectId, PackAction> actions = new HashMap<>();
        new PackDecisions(options(words), version > 1)
                .decide(usages, stored)
                .forEach(pack -> actions.put(pack.pack(), pack.action()));
        StringBuilder letters = new StringBuilder();
        for (ObjectId pack : packs) {
            letters.append(letter(Objects.requireNonNull(actions.get(pack))));
        }
        return letters.toString();
    }

    private static char letter(PackAction action) {
        return switch (action) {
            case KEEP -> 'k';
            case REPACK -> 'r';
            case REMOVE -> 'd';
            case REMOVE_UNINDEXED, DROP_FROM_INDEX -> throw new AssertionError(action);
        };
    }

    private static PruneOptions options(List<String> words) {
        return new PruneOptions(
                limit(value(words, "--max-unused")),
                size(words, "--max-repack-size"),
                size(words, "--repack-smaller-than"),
                words.contains("--repack-cacheable-only"),
                words.contains("--repack-uncompressed"));
    }

    private static String value(List<String> words, String option) {
        return words.contains(option) ? words.get(words.indexOf(option) + 1) : "";
    }

    private static OptionalLong size(List<String> words, String option) {
        String value = value(words, option);
        return value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(bytes(value));
    }

    private static long bytes(String size) {
        long number = Long.parseLong(size.replaceAll("\\D", ""));
        return size.endsWith("k") ? number * 1024 : number;
    }

    private static UnusedLimit limit(String text) {
        if (text.equals("unlimited")) {
            return new UnusedLimit.Unlimited();
        }
        return text.endsWith("%")
                ? new UnusedLimit.Percentage(Double.parseDouble(text.replace("%", "")))
                : new UnusedLimit.Bytes(bytes(text));
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ResticPruneDecisionsTest.class.getResourceAsStream("restic-0.19/decisions.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
