package dev.coffer.engine.prune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.engine.blob.BlobHandle;
import dev.coffer.engine.blob.ObjectId;
import dev.coffer.engine.index.Index;
import dev.coffer.engine.pack.PackedBlob;
import java.util.ArrayList;
import java.util.List;

/** Packs given as words: each letter is a data blob of 100 bytes, or a tree if it is a capital one. */
final class LetterPacks {

    static final int LENGTH = 100;

    private final Index index = new Index();

    LetterPacks(String... packs) {
        for (int i = 0; i < packs.length; i++) {
            index.add(ObjectId.of(new byte[] {(byte) i, (byte) (i >> 8)}), blobs(packs[i]));
        }
    }

    private static List<PackedBlob> blobs(String letters) {
        List<PackedBlob> blobs = new ArrayList<>();
        for (char letter : letters.toCharArray()) {
            blobs.add(new PackedBlob(blob(letter), (long) blobs.size() * LENGTH, LENGTH, 2 * LENGTH));
        }
        return blobs;
    }

    static BlobHandle blob(char letter) {
        ObjectId id = ObjectId.of(new byte[] {(byte) letter});
        return Character.isUpperCase(letter) ? BlobHandle.tree(id) : BlobHandle.data(id);
    }

    Index index() {
        return index;
    }

    IndexedBlobSet set(String letters) {
        IndexedBlobSet set = new IndexedBlobSet(index);
        for (char letter : letters.toCharArray()) {
            assertThat(set.add(blob(letter))).isTrue();
        }
        return set;
    }
}
